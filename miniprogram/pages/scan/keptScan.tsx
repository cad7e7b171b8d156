import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { useCountdown } from '@/hooks/useCountdown';
import { keptClaim } from '@/services/keptClaim';
import { open } from '@/services/navigate';
import { claimWords } from '@/services/words';

/** A scan that waits to be finished, while it is good. */
export function KeptScan() {
  const [kept, setKept] = useState(() => keptClaim.get());
  useDidShow(() => setKept(keptClaim.get()));
  const seconds = useCountdown(kept?.until);
  if (!kept || seconds === 0) {
    return null;
  }
  return (
    <View className="scan__kept">
      <Notice tone="waiting">
        <View>
          已保留您的扫码：{claimWords(kept.claim)}，{seconds} 秒内有效
        </View>
        <View className="gap-s">
          <Button size="small" inline onPress={() => open('checkIn', { resume: '1' })}>
            继续签到
          </Button>
        </View>
      </Notice>
    </View>
  );
}
