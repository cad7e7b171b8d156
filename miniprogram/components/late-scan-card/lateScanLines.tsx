import { View } from '@tarojs/components';
import { StatusTag, type Tone } from '@/components/status-tag/statusTag';
import type { LateScan } from '@/services/lateScan';
import { moment } from '@/services/words';
import './lateScanCard.scss';

/** What a scan is about where no claim has said it: the QR's text says nothing to a person. */
const UNNAMED = '会场扫码';

const STATES = {
  held: ['waiting', '等待确认'],
  recorded: ['done', '已记录'],
  refused: ['act', '没有成功'],
} as const satisfies Record<string, readonly [Tone, string]>;

function stateOf({ state }: LateScan, isSending: boolean): readonly [Tone, string] {
  return state === 'waiting' ? ['waiting', isSending ? '正在补传' : '等待网络'] : STATES[state];
}

/** One scan that was kept: when, what for, and where it stands. */
export function LateScanLines({ scan, isSending }: { scan: LateScan; isSending: boolean }) {
  const [tone, name] = stateOf(scan, isSending);
  return (
    <View>
      <View className="late__head">
        <View className="grow">
          <View className="late__name">{scan.name ?? UNNAMED}</View>
          <View className="t-small">{moment(scan.scannedAt)} 扫码</View>
        </View>
        <StatusTag tone={tone}>{name}</StatusTag>
      </View>
      <View className={`late__words late__words--${tone}`}>
        {scan.words ?? '已保存，联网后自动补传，由管理员确认'}
      </View>
    </View>
  );
}
