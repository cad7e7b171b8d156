import { View } from '@tarojs/components';
import { useCountdown } from '@/hooks/useCountdown';
import { remaining } from '@/services/words';

/** How long a kept scan is still good. */
export function KeptTime({ until }: { until: number }) {
  const seconds = useCountdown(until);
  return (
    <View className="check-in__kept">
      {seconds > 0 ? `已为您保留本次扫码，还有 ${remaining(seconds)}` : '本次扫码已超时，请重新扫描大屏'}
    </View>
  );
}
