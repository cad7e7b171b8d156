import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { useCountdown } from '@/hooks/useCountdown';
import { type Failure, NEXT_LABELS, type NextStep } from '@/services/checkInFailure';
import { open, replaceWith } from '@/services/navigate';
import { HomeStep, Middle } from './middle';
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
    rescan: run.rescan,
    retype: () => open('scan'),
    retry: again,
    status: () => open('home'),
    register: () => open('register'),
    activities: () => open('scan'),
    signIn: () => replaceWith('signIn'),
    home: () => open('home'),
  };
  return (
    <Middle id="check-in-failed" icon="alert" tone="act" title="没有签到成功">
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
        {failure.next === 'home' ? null : <HomeStep />}
      </View>
    </Middle>
  );
}
