import type { ActivityView } from '@common/contract/activities';
import { Alert, App, Button } from 'antd';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { PageHeader } from '../../components/pageHeader';
import { ReviewStatus } from '../../components/review/reviewStatus';
import { SaveState } from '../../components/saveState';
import { scrollToTop } from '../../hooks/scrollToTop';
import { useAction } from '../../hooks/useAction';
import { usePermission } from '../../hooks/usePermission';
import { BasicsStep } from './basicsStep';
import { CoursesStep } from './coursesStep';
import { DocumentsStep } from './documentsStep';
import { EditNavigation } from './editNavigation';
import { EDIT_STEPS, type EditStepKey, stepAddress } from './editSteps';
import { PeriodsEditor } from './periodsEditor';
import { StepNotes } from './stepNotes';
import { SubmitStep } from './submitStep';
import { useActivityDraft } from './useActivityDraft';
import { useUploads } from './useUploads';
import './activityEdit.css';

/** The five steps of one activity, kept as one types; every step can be gone to at any time. */
export function Editor({ activity, step }: { activity: ActivityView; step: EditStepKey }) {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const forbidden = usePermission('holdActivities');
  const edit = useActivityDraft(activity);
  const { draft, view, missing, saving, change, refresh } = edit;
  const uploads = useUploads(activity.id, async ({ name }) => {
    await refresh();
    message.success(`“${name}”已上传`);
  });
  const discard = useAction(() => edit.discard());
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step starts at its top.
  useEffect(scrollToTop, [step]);

  const at = EDIT_STEPS.findIndex(({ key }) => key === step);
  const [previous, next] = [EDIT_STEPS[at - 1], EDIT_STEPS[at + 1]];
  const go = (key: EditStepKey) => {
    void saving.flush();
    navigate(stepAddress(activity.id, key));
  };
  const returned = view.state === 'returned' ? view.moves.find(({ move }) => move === 'return') : undefined;
  return (
    <>
      <PageHeader
        title={view.name}
        back={{ to: '/activities', label: '项目管理' }}
        tag={<ReviewStatus review={view} />}
        note={`${view.projectNumber}，第${view.term}期`}
        extra={<SaveState saving={saving} />}
      />
      {forbidden && <Alert className="notice" type="warning" showIcon title={forbidden} />}
      {returned && (
        <Alert
          className="notice"
          type="error"
          showIcon
          title={`${returned.byName}退回修改`}
          description={returned.reason || '请按各页的要求修改，改好后再次提交申请'}
        />
      )}
      {saving.state === 'conflict' && (
        <Alert
          className="notice"
          type="warning"
          showIcon
          title="这个活动刚刚被同事修改或提交，您这里的改动没有保存"
          description="请先载入最新的内容，再继续填写。"
          action={
            <Button loading={discard.busy} onClick={() => discard.run()}>
              载入最新内容
            </Button>
          }
        />
      )}
      <EditNavigation activityId={activity.id} current={step} missing={missing} />
      <section className="card edit-step">
        <h2>{EDIT_STEPS[at]?.label}</h2>
        {step !== 'submit' && <StepNotes page={step} view={view} missing={missing} />}
        <fieldset className="edit-step__fields" disabled={forbidden !== null}>
          {step === 'basics' && <BasicsStep draft={draft} view={view} change={change} />}
          {step === 'courses' && <CoursesStep draft={draft} view={view} change={change} />}
          {step === 'periods' && (
            <PeriodsEditor
              periods={draft.periods}
              year={view.year}
              onChange={(periods) => change({ periods })}
            />
          )}
          {step === 'documents' && <DocumentsStep view={view} refresh={refresh} uploads={uploads} />}
          {step === 'submit' && <SubmitStep activity={edit} isUploading={uploads.isBusy} />}
        </fieldset>
        <footer className="edit-step__foot">
          {previous && <Button onClick={() => go(previous.key)}>上一步</Button>}
          {next && (
            <Button type="primary" onClick={() => go(next.key)}>
              下一步：{next.label}
            </Button>
          )}
        </footer>
      </section>
    </>
  );
}
