import type { LearnerActivity } from '@common/contract/activities';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { ActivityFacts } from '@/components/activity-facts/activityFacts';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { Page } from '@/components/page/page';
import { Pressable } from '@/components/pressable/pressable';
import { useLoad } from '@/hooks/useLoad';
import { useSession } from '@/hooks/useSession';
import { open } from '@/services/navigate';
import { scan } from '@/services/scan';
import { api } from '@/services/session';
import { CodeCard } from './codeCard';
import { KeptScan } from './keptScan';
import './index.scss';

/** 签到: one very large button, the typed code beside it, and what is due today. */
export default function ScanPage() {
  const learnerId = useSession().me?.learner?.id ?? null;
  const { data } = useLoad(async () => (await api.activities.myActivities({})).items, learnerId);
  const today = data?.filter((activity) => activity.today) ?? [];
  const start = async () => {
    const text = await scan();
    if (text !== null) {
      await open('checkIn', { text });
    }
  };
  return (
    <Page className="scan">
      <KeptScan />
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
      {today.map((activity) => (
        <TodayDue key={activity.id} activity={activity} />
      ))}
    </Page>
  );
}

function TodayDue({ activity }: { activity: LearnerActivity }) {
  return (
    <Card title="今天要签到的">
      <ActivityFacts activity={activity} />
    </Card>
  );
}
