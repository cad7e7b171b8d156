import type { SpotCheckView } from '@common/contract/presence';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '@/components/card/card';
import { useCountdown } from '@/hooks/useCountdown';
import { Answers } from './answers';

/** The one that runs: how many seconds are left, and who has answered so far. */
export function RunningCheck({ check }: { check: SpotCheckView }) {
  // By this phone's clock, which may be wrong. Once: with each answer of the server it would tremble.
  const [until] = useState(() => Date.now() + check.msLeft);
  const seconds = useCountdown(until);
  return (
    <Card title="点名进行中" aside={<View className="t-small">由 {check.startedBy} 发起</View>}>
      <View className="spot__head" id="spot-running">
        <View className="spot__count">
          {check.confirmed}
          <View className="spot__of">/ {check.asked} 人已应答</View>
        </View>
        <View className="spot__seconds">{seconds > 0 ? `还剩 ${seconds} 秒` : '正在收取最后的应答'}</View>
      </View>
      <Answers people={check.people} isOver={false} />
    </Card>
  );
}
