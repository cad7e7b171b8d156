import type { OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import { CORRECTION_KINDS, REQUEST_STATES, TITLES, type Title } from '@common/terms';
import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Pressable } from '@/components/pressable/pressable';
import { StatusTag } from '@/components/status-tag/statusTag';
import { photoAddress } from '@/services/photoAddress';
import { moment } from '@/services/words';

export type CorrectionRow = OutputOf<Contract['learners']['listCorrections']>['items'][number];

const TONES = { waiting: 'waiting', accepted: 'done', refused: 'act' } as const;

interface CorrectionCardProps {
  row: CorrectionRow;
  mayDecide: boolean;
  onAccept: () => Promise<void>;
  onRefuse: () => void;
}

function wordFor({ kind }: CorrectionRow, value: string): string {
  return kind === 'title' ? (TITLES[value as Title] ?? value) : value;
}

/** `职称由 主治医师 变更为 副主任医师`. */
export function wordsOfChange(row: CorrectionRow): string {
  const what = row.kind === 'title' ? '职称' : '姓名';
  return `${what}由 ${wordFor(row, row.before)} 变更为 ${wordFor(row, row.after)}`;
}

/** One request: who, what into what, and the proof to look at. */
export function CorrectionCard({ row, mayDecide, onAccept, onRefuse }: CorrectionCardProps) {
  return (
    <Card className="correction">
      <View className="row row--between">
        <View className="correction__name">{row.name}</View>
        <StatusTag tone={TONES[row.state]}>
          {row.state === 'waiting' ? CORRECTION_KINDS[row.kind] : REQUEST_STATES[row.state]}
        </StatusTag>
      </View>
      <View className="correction__line">{[row.department, row.idNoMasked].filter(Boolean).join(' · ')}</View>
      <View className="correction__change" aria-label={wordsOfChange(row)}>
        <View className="correction__before">{wordFor(row, row.before)}</View>
        <View className="correction__arrow">→</View>
        <View className="correction__after">{wordFor(row, row.after)}</View>
      </View>
      {row.since ? <View className="correction__line">取得时间 {row.since}</View> : null}
      {row.note ? <View className="correction__line">说明：{row.note}</View> : null}
      <View className="correction__line">{moment(row.submittedAt)} 提交</View>
      {row.state === 'refused' && row.reason ? (
        <View className="correction__line">不通过的原因：{row.reason}</View>
      ) : null}
      {row.proofUrl ? <Proof url={row.proofUrl} /> : <View className="correction__line">未附证明</View>}
      {row.state === 'waiting' && mayDecide ? (
        <View className="row correction__decide">
          <View className="correction__refuse">
            <Button kind="danger" size="small" onPress={onRefuse}>
              不通过
            </Button>
          </View>
          <View className="grow">
            <Button size="small" onPress={onAccept}>
              通过
            </Button>
          </View>
        </View>
      ) : null}
    </Card>
  );
}

function Proof({ url }: { url: string }) {
  const address = photoAddress(url);
  return (
    <Pressable
      className="correction__proof"
      label="放大证明照片"
      onPress={() => Taro.previewImage({ urls: [address] })}
    >
      <Image className="correction__picture" src={address} mode="aspectFit" />
      <View className="correction__zoom">点按放大证明</View>
    </Pressable>
  );
}
