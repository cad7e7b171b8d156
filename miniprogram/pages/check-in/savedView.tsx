import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import type { IconName } from '@/components/icon/icons';
import { LateScanLines } from '@/components/late-scan-card/lateScanLines';
import { useLateScans } from '@/hooks/useLateScans';
import type { LateScan } from '@/services/lateScan';
import { lateScans } from '@/services/lateScans';
import { open } from '@/services/navigate';
import { Middle } from './middle';

const LOOKS: Record<LateScan['state'], readonly [IconName, 'waiting' | 'done' | 'act', string]> = {
  waiting: ['offline', 'waiting', '没有网络，扫码已保存'],
  held: ['hourglass', 'waiting', '扫码已补传'],
  recorded: ['check', 'done', '已记录'],
  refused: ['alert', 'act', '没有签到成功'],
};

/** No answer came: the phone keeps the scan. What became of it shows here as soon as it is sent. */
export function SavedView({ scanKey }: { scanKey: string }) {
  const { items, isSending } = useLateScans();
  const scan = items.find(({ key }) => key === scanKey);
  const state = scan?.state ?? 'waiting';
  const isWaiting = state === 'waiting';
  const [icon, tone, title] = LOOKS[state];
  return (
    <Middle id="check-in-saved" icon={icon} tone={tone} title={title}>
      {isWaiting ? <View className="check-in__detail">可以关闭小程序，不用重复扫码</View> : null}
      <View className="check-in__facts">
        {scan ? <LateScanLines scan={scan} isSending={isSending} /> : null}
      </View>
      <View className="check-in__steps">
        {isWaiting ? (
          <Button id="send-late" onPress={() => lateScans.send()}>
            立即补传
          </Button>
        ) : null}
        <View className="gap-s">
          <Button kind={isWaiting ? 'quiet' : 'primary'} onPress={() => open('home')}>
            {isWaiting ? '返回首页' : '完成'}
          </Button>
        </View>
      </View>
    </Middle>
  );
}
