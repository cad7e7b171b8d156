import type { ExamQuestionInput } from '@common/contract/papers';
import { type QuestionFault, questionFault } from '@common/rules/examQuestion';
import { EXAM_QUESTION_KINDS, type ExamQuestionKind } from '@common/terms';
import { App, Button, Drawer, Form, Input, Segmented } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useAction } from '../../hooks/useAction';
import { OptionFields } from './optionFields';
import { PictureField } from './pictureField';
import { draftOf, inputOf, type QuestionDraft, type QuestionStart, withKind } from './questionDraft';
import './questions.css';

export interface QuestionEditorProps {
  open: boolean;
  /** Absent for a new one. */
  initial?: QuestionStart;
  /** Stores it; an ApiError is shown at the field that it names. */
  onSave: (question: ExamQuestionInput) => Promise<void>;
  onClose: () => void;
  /** A field more above the others, e.g. 学科; errors that name `field` are shown at it. */
  extra?: { field: string; label: string; control: ReactNode };
}

const KINDS = (Object.keys(EXAM_QUESTION_KINDS) as ExamQuestionKind[]).map((value) => ({
  value,
  label: EXAM_QUESTION_KINDS[value],
}));
const OWN_FIELD = /^(kind|stem|pictureId|explanation|options(\.\d+\.text)?)$/;
const OF_OPTION = /^options\.\d+/;

/** 添加 and 修改 of a question (manual 000 §二.2): a new one may be followed by the next. */
export function QuestionEditor({ open, initial, onSave, onClose, extra }: QuestionEditorProps) {
  const { modal } = App.useApp();
  const [start, setStart] = useState(() => draftOf(initial));
  const [draft, setDraft] = useState(start);
  const [fault, setFault] = useState<QuestionFault | null>(null);
  const [isSending, setSending] = useState(false);
  const begun = useRef(start);

  const begin = (next: QuestionDraft) => {
    begun.current = next;
    setStart(next);
    setDraft(next);
    setFault(null);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it begins with is read when it opens.
  useEffect(() => {
    if (open) {
      begin(draftOf(initial));
    }
  }, [open]);

  const change = (next: QuestionDraft) => {
    setDraft(next);
    setFault(null);
  };
  /** It was sent a while ago: what was typed since stays, and a question begun since is another one. */
  const takePicture = (picture: Pick<QuestionDraft, 'pictureId' | 'pictureUrl'>) => {
    if (begun.current === start) {
      setDraft((now) => ({ ...now, ...picture }));
      setFault(null);
    }
  };
  const save = useAction(
    async (isNextWanted: boolean) => {
      const found = questionFault(draft);
      setFault(found);
      if (found) {
        return;
      }
      await onSave(inputOf(draft));
      if (isNextWanted) {
        begin(draftOf(undefined, draft.kind));
      } else {
        onClose();
      }
    },
    ({ field = '', message }) => {
      const known = OWN_FIELD.test(field) || field === extra?.field;
      // An option as a whole, and what names no field, are said where the options end.
      setFault({ field: known ? field : OF_OPTION.test(field) ? 'options' : '', message });
      return true;
    },
  );
  const leave = () => {
    if (JSON.stringify(inputOf(draft)) === JSON.stringify(inputOf(start))) {
      onClose();
      return;
    }
    modal.confirm({
      title: initial ? '放弃修改？' : '放弃填写的试题？',
      content: '填写的内容还没有保存。',
      icon: null,
      okText: '放弃',
      okButtonProps: { danger: true },
      cancelText: '继续填写',
      onOk: onClose,
    });
  };
  const at = (field: string) =>
    fault?.field === field ? { validateStatus: 'error' as const, help: fault.message } : {};
  const isBusy = save.busy || isSending;

  return (
    <Drawer
      open={open}
      size={640}
      title={initial ? '修改试题' : '添加试题'}
      onClose={leave}
      mask={{ closable: !isBusy }}
      footer={
        <div className="drawer-actions">
          {fault?.field === '' && (
            <span className="question-fault question-fault--foot" role="alert">
              {fault.message}
            </span>
          )}
          <Button onClick={leave} disabled={save.busy}>
            取消
          </Button>
          {!initial && (
            <Button disabled={isBusy} onClick={() => save.run(true)}>
              保存并添加下一题
            </Button>
          )}
          <Button type="primary" loading={save.busy} disabled={isSending} onClick={() => save.run(false)}>
            保存
          </Button>
        </div>
      }
    >
      <Form layout="vertical" component="div" className="question-form">
        {extra && (
          <Form.Item label={extra.label} required {...at(extra.field)}>
            {extra.control}
          </Form.Item>
        )}
        <Form.Item label="试题类型" required {...at('kind')}>
          <Segmented
            options={KINDS}
            value={draft.kind}
            onChange={(kind) => change(withKind(draft, kind))}
            aria-label="试题类型"
          />
        </Form.Item>
        <Form.Item label="题干" required {...at('stem')}>
          <Input.TextArea
            value={draft.stem}
            maxLength={1000}
            showCount
            autoSize={{ minRows: 3, maxRows: 10 }}
            aria-label="题干"
            placeholder="输入考题的题干"
            onChange={(event) => change({ ...draft, stem: event.target.value })}
          />
        </Form.Item>
        <Form.Item label="题干图片">
          <PictureField
            url={draft.pictureUrl}
            message={fault?.field === 'pictureId' ? fault.message : null}
            onChange={takePicture}
            onBusy={setSending}
          />
        </Form.Item>
        <Form.Item
          label={
            draft.kind === 'single' ? '答案选项（点击正确答案前的圆圈）' : '答案选项（勾选全部正确答案）'
          }
          required
        >
          <OptionFields draft={draft} fault={fault} onChange={change} />
        </Form.Item>
        <Form.Item label="解析" {...at('explanation')}>
          <Input.TextArea
            value={draft.explanation}
            maxLength={1000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            aria-label="解析"
            placeholder="可不填；公布答案时与正确答案一起给学员看"
            onChange={(event) => change({ ...draft, explanation: event.target.value })}
          />
        </Form.Item>
      </Form>
    </Drawer>
  );
}
