import type { ActivityView } from '@common/contract/activities';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { client } from '../../../api/session';
import { Guarded } from '../../../components/guarded';
import { ReviewStatus } from '../../../components/review/reviewStatus';
import { ReviewSteps } from '../../../components/review/reviewSteps';
import { useAction } from '../../../hooks/useAction';
import { ChangeTable } from './changeTable';

interface Props {
  activity: ActivityView;
  onChange: () => void;
  /** What a reviewer can do with it. */
  children?: ReactNode;
}

/** The change that is under way or was decided last: old and new, who has it now, and the way to take it back. */
export function ChangeCard({ activity, onChange, children }: Props) {
  const { modal, message } = App.useApp();
  const { change } = activity;
  const withdraw = useAction(
    async () => {
      await client.activities.withdrawChange({ activityId: activity.id });
      message.success('变更申请已撤回，仍按原安排举办');
      onChange();
    },
    () => {
      onChange();
      return false;
    },
  );
  if (!change) {
    return null;
  }
  const isOpen = change.state === 'waiting';
  const said = change.moves.find(({ move }) => move === 'pass' || move === 'return' || move === 'reject');
  return (
    <section className="card" aria-label="变更申请">
      <div className="card__head">
        <h2>变更申请</h2>
        <div className="change-card__state">
          <ReviewStatus review={change} reason={isOpen ? undefined : said?.reason} />
        </div>
      </div>
      <ChangeTable activity={activity} change={change} />
      {isOpen && <ReviewSteps steps={change.steps} moves={change.moves} />}
      {isOpen && (
        <div className="change-card__foot">
          <span className="faint">审核通过前仍按原安排举办</span>
          {change.can.includes('withdraw') && (
            <Guarded permission="holdActivities">
              <Button
                disabled={withdraw.busy}
                onClick={() =>
                  modal.confirm({
                    title: '撤回变更申请？',
                    content: '撤回后仍按原来的时间和会场举办。',
                    okText: '撤回',
                    icon: null,
                    onOk: () => withdraw.run(),
                  })
                }
              >
                撤回变更
              </Button>
            </Guarded>
          )}
          {children}
        </div>
      )}
    </section>
  );
}
