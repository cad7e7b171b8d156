import type { LearnerActivity } from '@common/contract/activities';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { ActivityFacts } from '@/components/activity-facts/activityFacts';
import { Card } from '@/components/card/card';
import { DueCard, type DueToday } from '@/components/due-card/dueCard';
import { Icon } from '@/components/icon/icon';
import { LateScanCard } from '@/components/late-scan-card/lateScanCard';
import { Page } from '@/components/page/page';
import { Pressable } from '@/components/pressable/pressable';
import { SpotCheckBanner } from '@/components/spot-check-banner/spotCheckBanner';
import { isOnNow, useDueToday } from '@/hooks/useDueToday';
import { useLoad } from '@/hooks/useLoad';
import { useSession } from '@/hooks/useSession';
import { open } from '@/services/navigate';
import { scan } from '@/services/scan';
import { api } from '@/services/session';
import { CodeCard } from './codeCard';
import { KeptScan } from './keptScan';
import './index.scss';

/** 签到: one very large button, the typed code beside it, what is due today and what waits on this phone. */
export default function ScanPage() {
  const due = useDueToday();
  const learnerId = useSession().me?.learner?.id ?? null;
  const { data } = useLoad(async () => (await api.activities.myActivities({})).items, learnerId);
  const start = async () => {
    const text = await scan();
    if (text !== null) {
      await open('checkIn', { text });
    }
  };
  return (
    <Page className="scan">
      <SpotCheckBanner learnerId={isOnNow(due) ? learnerId : null} />
      <KeptScan />
      <LateScanCard />
      <View className="scan__stage">
        <View className="scan__halo">
          <Pressable id="scan-button" className="scan__button" onPress={start} label="扫码签到">
            <Icon name="scan" size={72} color={theme.color.surface} />
            <View className="scan__word">扫码签到</View>
          </Pressable>
        </View>
        <View className="scan__hint">
          {process.env.TARO_ENV === 'weapp'
            ? '对准会场大屏上的二维码，一扫即签'
            : '拍下会场大屏上的二维码，也可以用微信“扫一扫”'}
        </View>
      </View>
      <CodeCard />
      {due?.map((item) => (
        <DueCard key={item.activityId} item={item} />
      ))}
      {due && data ? <OtherCards activities={data} due={due} /> : null}
    </Page>
  );
}

interface OtherCardsProps {
  activities: readonly LearnerActivity[];
  due: readonly DueToday[];
}

/** Today's activities of his unit that he has neither enrolled for nor signed: he may just come. */
function OtherCards({ activities, due }: OtherCardsProps) {
  const others = activities.filter(
    ({ id, today }) => today && !due.some(({ activityId }) => activityId === id),
  );
  return (
    <>
      {others.map((activity) => (
        <Card key={activity.id} title="今天的活动">
          <ActivityFacts activity={activity} />
        </Card>
      ))}
    </>
  );
}
