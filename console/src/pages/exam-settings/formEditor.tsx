import type { FormSetting } from '@common/contract/forms';
import { FORM_KINDS, type FormKind } from '@common/terms';
import { App, Button } from 'antd';
import { useEffect } from 'react';
import { ConflictAlert } from '../../components/conflictAlert';
import { SettingsActions } from '../../components/settingsActions';
import { StatusTag } from '../../components/statusTag';
import { showDateTime } from '../../format';
import { useAction } from '../../hooks/useAction';
import { usePermission } from '../../hooks/usePermission';
import type { FormPartProps } from './formPart';
import { PhonePreview } from './phonePreview';
import { QuestionList } from './questionList';
import { useFormDraft } from './useFormDraft';

/** When learners fill it in. */
const WHEN: Record<FormKind, string> = {
  evaluation: '参加培训的学员在“考勤记录查询”里填写，举办单位看不到是谁填的',
  survey: '学员扫描撤离二维码、核对本人信息后填写，再确认离场',
};

/** The questions of a form with what a phone shows of them beside. */
export function FormEditor({ kind, aboveName, stored, onChanged }: FormPartProps & { stored: FormSetting }) {
  const { modal } = App.useApp();
  const isReadOnly = usePermission('manageAccount') !== null;
  const draft = useFormDraft(kind, stored);
  const { kept, isChanged, save } = draft;
  const name = FORM_KINDS[kind];
  useEffect(() => onChanged(kind, isChanged), [kind, isChanged, onChanged]);
  const reload = useAction(draft.takeStored);
  const follow = useAction(draft.followAbove);
  const askFollow = () =>
    modal.confirm({
      title: `恢复${aboveName}的${name}？`,
      content: `本地区自己的题目将被取消，以后随${aboveName}改变；已有人填写的活动仍用原来的问卷。`,
      okText: '恢复',
      okButtonProps: { danger: true },
      cancelText: '返回',
      icon: null,
      onOk: () => follow.run(),
    });
  return (
    <>
      {draft.isMoved && (
        <ConflictAlert what="问卷" onReload={() => reload.run()} onOverwrite={draft.overwrite} />
      )}
      <div className="form-editor">
        <section className="card" aria-label={`${name}的题目`}>
          <div className="card__head">
            <h2>{name}</h2>
            {kept.isOwn ? (
              <StatusTag tone="done">本地区自己的</StatusTag>
            ) : (
              <StatusTag tone="quiet">与{aboveName}相同</StatusTag>
            )}
            <div className="exam-settings-actions">
              {kept.isOwn && !isReadOnly && (
                <Button disabled={save.busy} loading={follow.busy} onClick={askFollow}>
                  恢复{aboveName}的
                </Button>
              )}
              <SettingsActions
                permission="manageAccount"
                isChanged={isChanged}
                isFaulty={false}
                busy={save.busy}
                onDrop={draft.drop}
                onSave={() => save.run()}
              />
            </div>
          </div>
          <p className="form-editor__note soft">
            {WHEN[kind]}。保存后，还没有人填写的活动从那时起使用；已有人填写的活动仍用原来的问卷。
            {kept.publishedAt && `上次保存：${showDateTime(kept.publishedAt)}。`}
          </p>
          <QuestionList
            questions={draft.questions}
            faults={draft.faults}
            isReadOnly={isReadOnly}
            onChange={draft.change}
          />
        </section>
        <PhonePreview title={name} questions={draft.questions} />
      </div>
    </>
  );
}
