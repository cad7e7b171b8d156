import { formatTime } from '@common/rules/shanghaiTime';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Icon } from '@/components/icon/icon';
import { Page } from '@/components/page/page';
import { Pressable } from '@/components/pressable/pressable';
import { SessionGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useCountdown } from '@/hooks/useCountdown';
import { open } from '@/services/navigate';
import { ms } from '@/services/words';
import { type MyCheck, useSpotCheck } from './useSpotCheck';
import './index.scss';

/** 点名: one very large button, and how many seconds are left for it. */
export default function SpotCheckPage() {
  return (
    <Page className="roll-call">
      <SessionGate>{(me) => (me.learner ? <RollCall /> : <NotALearner />)}</SessionGate>
    </Page>
  );
}

function RollCall() {
  const { check, outcome, error, reload, confirm } = useSpotCheck();
  if (outcome?.kind === 'confirmed') {
    return <Confirmed at={outcome.at} />;
  }
  if (outcome?.kind === 'over') {
    return <Over />;
  }
  if (check) {
    return <Asked key={check.id} check={check} onConfirm={confirm} />;
  }
  if (check === null) {
    return (
      <Empty icon="people" title="现在没有点名" detail="会场点名时，被抽到的学员会收到通知，并在这里确认">
        <Home />
      </Empty>
    );
  }
  return error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={1} />;
}

interface AskedProps {
  check: MyCheck;
  onConfirm: (check: MyCheck) => Promise<void>;
}

function Asked({ check, onConfirm }: AskedProps) {
  const seconds = useCountdown(check.deadline);
  return (
    <View className="roll-call__middle">
      <View className="roll-call__name">{check.activityName}</View>
      <View className="roll-call__words">会场正在点名，请确认您在现场</View>
      <Pressable
        id="confirm-presence"
        className="roll-call__button"
        onPress={() => onConfirm(check)}
        label={`我在现场，还剩${seconds}秒`}
      >
        <View className="roll-call__word">我在现场</View>
        <View className="roll-call__seconds">{seconds > 0 ? `还剩 ${seconds} 秒` : '请立即确认'}</View>
      </Pressable>
      <View className="roll-call__hint">
        {check.isPlaceAsked
          ? '请在会场内用本人手机确认；已允许使用位置的，会一并记录位置'
          : '请在会场内用本人手机确认'}
      </View>
    </View>
  );
}

function Confirmed({ at }: { at: string }) {
  return (
    <View className="roll-call__middle" id="presence-confirmed">
      <View className="roll-call__disc">
        <Icon name="check" size={64} color={theme.color.done} />
      </View>
      <View className="roll-call__name">已确认在场</View>
      <View className="roll-call__words">{formatTime(ms(at))}</View>
      <Home />
    </View>
  );
}

function Over() {
  return (
    <Empty
      icon="clock"
      color={theme.color.waiting}
      title="点名时间已过"
      detail="本次没有记录到您的应答。如果您在现场，请向会务人员说明。"
    >
      <Home />
    </Empty>
  );
}

function NotALearner() {
  return (
    <Empty icon="person" title="请先注册" detail="点名由已注册的学员确认">
      <Button onPress={() => open('register')}>去注册</Button>
    </Empty>
  );
}

function Home() {
  return (
    <View className="gap-l">
      <Button kind="secondary" onPress={() => open('home')}>
        返回首页
      </Button>
    </View>
  );
}
