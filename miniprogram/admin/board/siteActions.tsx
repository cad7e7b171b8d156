import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { ask, tell } from '@/services/feedback';
import { open } from '@/services/navigate';
import { api } from '@/services/session';
import type { Admin } from '../parts/adminGate';
import { AskManager } from '../parts/askManager';

interface SiteActionsProps {
  admin: Admin;
  activityId: string;
  name: string;
  missing: number;
  onReminded: () => unknown;
}

/** 点名, and the reminder of those who are missing. */
export function SiteActions({ admin, activityId, name, missing, onReminded }: SiteActionsProps) {
  if (!admin.may('holdActivities')) {
    return <AskManager permission="holdActivities" />;
  }
  const remind = async () => {
    const isSure = await ask(
      `提醒 ${missing} 名未到人员`,
      '将通过公众号通知他们到场签到。每人每半天最多提醒一次。',
      '发送提醒',
    );
    if (isSure) {
      tell(remindedWords(await api.presence.remindMissing({ activityId })));
      await onReminded();
    }
  };
  return (
    <View className="row board__actions">
      <Button id="board-remind" kind="secondary" disabled={missing === 0} onPress={remind}>
        提醒未到人员
      </Button>
      <Button id="board-spot-check" onPress={() => open('adminSpotCheck', { activityId, name })}>
        点名
      </Button>
    </View>
  );
}

/** What came of it, in words. */
function remindedWords({ told, alreadyTold }: { told: number; alreadyTold: number }): string {
  if (told > 0) {
    return alreadyTold > 0 ? `已提醒 ${told} 人；另有 ${alreadyTold} 人本半天已提醒过` : `已提醒 ${told} 人`;
  }
  return alreadyTold > 0 ? '这些人员本半天都已提醒过，不再重复提醒' : '没有需要提醒的人员';
}
