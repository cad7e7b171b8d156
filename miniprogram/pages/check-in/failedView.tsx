import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Icon } from '@/components/icon/icon';
import { useCountdown } from '@/hooks/useCountdown';
import { type Failure, NEXT_LABELS, type NextStep } from '@/services/checkInFailure';
import { open, replaceWith } from '@/services/navigate';
import { scan } from '@/services/scan';
import type { CheckInRun } from './useCheckIn';

interface FailedViewProps {
  failure: Failure;
  run: CheckInRun;
}

/** Why it did not work, in words, and the one thing to do next. */
export function FailedView({ failure, run }: FailedViewProps) {
  const seconds = useCountdown(failure.kept?.until);
  const kept = seconds > 0 ? failure.kept : undefined;
  const again = () => (kept ? run.start({ kept }) : run.again());
  const steps: Record<NextStep, () => unknown> = {
    rescan: async () => {
      const text = await scan();
      return text === null ? undefined : run.start({ text });
    },
    retype: () => open('scan'),
    retry: again,
    status: () => open('home'),
    register: () => open('register'),
    activities: () => open('scan'),
    signIn: () => replaceWith('signIn'),
    home: () => open('home'),
  };
  return (
    <View className="check-in__middle" id="check-in-failed">
      <View className="check-in__disc">
        <Icon name="alert" size={56} color={theme.color.act} />
      </View>
      <View className="check-in__title">没有签到成功</View>
      <View className="check-in__detail">{failure.message}</View>
      {kept ? <View className="check-in__kept">已保留本次扫码，{seconds} 秒内不用重新扫码</View> : null}
      <View className="check-in__steps">
        <Button id="check-in-next" onPress={steps[failure.next]}>
          {NEXT_LABELS[failure.next]}
        </Button>
        {failure.next === 'status' && kept ? (
          <View className="gap-m">
            <Button kind="secondary" onPress={again}>
              单位刚审核过，重试
            </Button>
          </View>
        ) : null}
        {failure.next === 'home' ? null : (
          <View className="gap-s">
            <Button kind="quiet" onPress={() => open('home')}>
              返回首页
            </Button>
          </View>
        )}
      </View>
    </View>
  );
}
