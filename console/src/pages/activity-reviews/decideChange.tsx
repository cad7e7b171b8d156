import type { ActivityView } from '@common/contract/activities';
import { App, Button } from 'antd';
import { useState } from 'react';
import { client, useMe } from '../../api/session';
import { Guarded } from '../../components/guarded';
import { ReasonModal } from '../../components/reasonModal';
import { useAction } from '../../hooks/useAction';
import { refreshCounts } from '../../layout/counts';
import { CHANGE_WORDS } from './reasonWords';

interface Props {
  activity: ActivityView;
  onDecided: () => void;
  /** Somebody was faster: it is to be looked at again. */
  onMoved: () => void;
}

/** 同意变更 or 不同意: once it passes the new plan is in force, else the old one stays. */
export function DecideChange({ activity, onDecided, onMoved }: Props) {
  const { message, modal } = App.useApp();
  const me = useMe();
  const [isAsking, setAsking] = useState(false);
  const { change } = activity;
  const decide = useAction(
    async (decision: 'pass' | 'return', reason: string) => {
      if (!change) {
        return;
      }
      const { id: changeId, version } = change;
      await client.activities.decideChange({ activityId: activity.id, changeId, version, decision, reason });
      message.success(decision === 'pass' ? '已同意变更' : '没有同意变更，仍按原安排举办');
      setAsking(false);
      void refreshCounts(me.roles.includes('unit') ? 'unit' : 'authority');
      onDecided();
    },
    (error) => {
      if (error.code !== 'REVIEW_MOVED' && error.code !== 'MOVE_REFUSED') {
        return false;
      }
      message.warning(error.message);
      setAsking(false);
      onMoved();
      return true;
    },
  );
  if (!change?.can.includes('pass')) {
    return null;
  }
  return (
    <span className="change-decision">
      <Guarded permission="approveProjects">
        <Button disabled={decide.busy} onClick={() => setAsking(true)}>
          不同意
        </Button>
      </Guarded>
      <Guarded permission="approveProjects">
        <Button
          type="primary"
          loading={decide.busy}
          onClick={() =>
            modal.confirm({
              title: '同意这项变更？',
              content: '同意后，最后一级审核通过时立即按新的时间和会场举办。',
              okText: '同意变更',
              cancelText: '再核对一下',
              icon: null,
              onOk: () => decide.run('pass', ''),
            })
          }
        >
          同意变更
        </Button>
      </Guarded>
      <ReasonModal
        open={isAsking}
        title="不同意变更"
        hint="举办单位会看到原因，活动仍按原来的时间和会场举办。"
        words={CHANGE_WORDS}
        placeholder="补充说明"
        okText="不同意变更"
        busy={decide.busy}
        onCancel={() => setAsking(false)}
        onOk={(reason) => decide.run('return', reason)}
      />
    </span>
  );
}
