import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';

/** After so long somebody wonders whether it works at all. */
const SLOW_MS = 3_000;

/** A second or two: the scan is on its way. */
export function WorkingView() {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <View className="check-in__middle">
      <View className="check-in__wheel" />
      <View className="check-in__title">正在签到</View>
      <View className="check-in__detail">
        {isSlow ? '网络较慢，正在重试。扫码已保存在手机上，不会丢失' : '请稍候，不用重复扫码'}
      </View>
    </View>
  );
}
