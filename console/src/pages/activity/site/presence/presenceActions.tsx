import type { ActivityView } from '@common/contract/activities';
import { App, Button } from 'antd';
import { useState } from 'react';
import { client } from '../../../../api/session';
import { Allowed } from '../../../../components/allowed';
import { useAction } from '../../../../hooks/useAction';
import { usePermission } from '../../../../hooks/usePermission';
import { SpotCheckModal } from './spotCheckModal';

interface Props {
  activity: ActivityView;
  missing: number;
  onReminded: () => void;
}

/** 提醒未到人员 and 点名. */
export function PresenceActions({ activity, missing, onReminded }: Props) {
  const { message, modal } = App.useApp();
  const forbidden = usePermission('holdActivities');
  const [isOpen, setOpen] = useState(false);
  const remind = useAction(async () => {
    const { told, alreadyTold } = await client.presence.remindMissing({ activityId: activity.id });
    if (told > 0) {
      message.success(`已提醒${told}人${alreadyTold > 0 ? `；另有${alreadyTold}人本半天已提醒过` : ''}`);
    } else {
      message.info(alreadyTold > 0 ? '这些人员本半天都已提醒过，不再重复提醒' : '没有需要提醒的人员');
    }
    onReminded();
  });
  const ask = () =>
    modal.confirm({
      title: `提醒${missing}名未到人员？`,
      content: '将通过公众号通知他们到场签到。每人每半天最多提醒一次。',
      okText: '发送提醒',
      cancelText: '取消',
      onOk: () => remind.run(),
    });
  return (
    <div className="cell-actions">
      <Allowed reason={forbidden ?? (missing === 0 ? '今天没有未到人员' : null)}>
        {(disabled) => (
          <Button disabled={disabled} loading={remind.busy} onClick={ask}>
            提醒未到人员
          </Button>
        )}
      </Allowed>
      <Button onClick={() => setOpen(true)}>点名</Button>
      <SpotCheckModal open={isOpen} activityId={activity.id} onClose={() => setOpen(false)} />
    </div>
  );
}
