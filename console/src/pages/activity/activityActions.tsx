import type { ActivityView } from '@common/contract/activities';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { client } from '../../api/session';
import { Guarded } from '../../components/guarded';
import { useAction } from '../../hooks/useAction';
import { refreshCounts } from '../../layout/counts';
import { ChangeDrawer } from './change/changeDrawer';

interface Props {
  activity: ActivityView;
  onChange: () => void;
}

/** What the unit can do with its activity now: 继续填写, 撤回, or 申请变更 once it is approved. */
export function ActivityActions({ activity, onChange }: Props) {
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const [isChanging, setChanging] = useState(false);
  const { id, can, state, holding, hasChange } = activity;
  const withdraw = useAction(
    async () => {
      await client.activities.withdrawActivity({ activityId: id });
      message.success('已撤回，可以修改后重新提交');
      void refreshCounts('unit');
      onChange();
    },
    () => {
      onChange();
      return false;
    },
  );
  return (
    <>
      {can.includes('submit') && (
        <Button type="primary" onClick={() => navigate(`/activities/${id}/edit`)}>
          {state === 'returned' ? '修改后再提交' : '继续填写'}
        </Button>
      )}
      {can.includes('withdraw') && (
        <Guarded permission="holdActivities">
          <Button
            disabled={withdraw.busy}
            onClick={() =>
              modal.confirm({
                title: '撤回举办申请？',
                content: '撤回后可以修改，改好后需要重新提交申请。',
                okText: '撤回',
                icon: null,
                onOk: () => withdraw.run(),
              })
            }
          >
            撤回
          </Button>
        </Guarded>
      )}
      {state === 'approved' && holding !== 'after' && !hasChange && (
        <Guarded permission="holdActivities">
          <Button onClick={() => setChanging(true)}>申请变更</Button>
        </Guarded>
      )}
      <ChangeDrawer
        activity={activity}
        open={isChanging}
        onClose={() => setChanging(false)}
        onRequested={() => {
          setChanging(false);
          onChange();
        }}
      />
    </>
  );
}
