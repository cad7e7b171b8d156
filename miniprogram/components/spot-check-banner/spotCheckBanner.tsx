import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { useCountdown } from '@/hooks/useCountdown';
import { usePolled } from '@/hooks/usePolled';
import { open } from '@/services/navigate';
import { api } from '@/services/session';
import { deadlineOf } from '@/services/words';
import './spotCheckBanner.scss';

/** Often enough that three quarters of the minute are left for it, and seldom enough for a full hall, ms. */
const EVERY_MS = 15_000;

/**
 * 点名 that waits for this learner, on the pages where he may be meanwhile. What cannot be asked is not told: the page under it
 * works without.
 * @param learnerId Null asks nothing.
 */
export function SpotCheckBanner({ learnerId }: { learnerId: string | null }) {
  const { data } = usePolled(
    async () => {
      const { check } = await api.presence.mySpotCheck({});
      return { deadline: check ? deadlineOf(check.until, check.serverTime) : undefined };
    },
    EVERY_MS,
    learnerId,
  );
  const seconds = useCountdown(data?.deadline);
  if (seconds === 0) {
    return null;
  }
  return (
    <Pressable id="spot-check-banner" className="spot-banner" onPress={() => open('spotCheck')}>
      <Icon name="alert" size={22} color={theme.color.act} />
      <View className="grow spot-banner__words">
        <View className="spot-banner__title">会场正在点名，请确认您在现场</View>
        <View className="spot-banner__seconds">还剩 {seconds} 秒，点此确认</View>
      </View>
      <Icon name="chevron" size={18} color={theme.color.act} />
    </Pressable>
  );
}
