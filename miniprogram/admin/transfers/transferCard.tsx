import type { TransferRow } from '@common/contract/transfers';
import { TITLES, TRANSFER_STATES } from '@common/terms';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { StatusTag } from '@/components/status-tag/statusTag';
import { moment } from '@/services/words';
import type { Orders } from './useOrders';

/** What happens next with a 调动, and who does it, as its unit reads it. */
export function nextStep({ state, side, toUnitName, fromUnitName, can }: TransferRow): string {
  if (state === 'admitted' || state === 'cancelled') {
    return '';
  }
  if (state === 'requested') {
    return side === 'out' ? '本人申请调动，请办理调出' : `本人申请调入，等待${fromUnitName}调出`;
  }
  if (side === 'in' || can.includes('admit')) {
    return '原单位已调出，请办理调入';
  }
  return `已调出，等待${toUnitName ?? '现单位'}调入`;
}

function toneOf({ state, can }: TransferRow) {
  if (state === 'admitted') {
    return 'done';
  }
  return state === 'cancelled'
    ? 'plain'
    : can.includes('release') || can.includes('admit')
      ? 'act'
      : 'waiting';
}

/** One 调动: who, from where to where, how far it is, and what this unit can do. */
export function TransferCard({ row, orders }: { row: TransferRow; orders: Orders | null }) {
  const step = nextStep(row);
  return (
    <Card className="transfer">
      <View className="row row--between">
        <View className="transfer__name">{row.name}</View>
        <StatusTag tone={toneOf(row)}>{TRANSFER_STATES[row.state]}</StatusTag>
      </View>
      <View className="transfer__line">
        {[TITLES[row.title], row.department].filter(Boolean).join(' · ')}
      </View>
      <View className="transfer__line">{row.idNoMasked}</View>
      <View className="transfer__way">
        <View>
          <View className="transfer__side">原单位</View>
          <View className="transfer__unit">{row.fromUnitName}</View>
        </View>
        <View className="transfer__to">
          <View className="transfer__side">现单位</View>
          <View className="transfer__unit">
            {row.toUnitName ?? (row.state === 'cancelled' ? '没有调入' : '由调入单位办理后显示')}
          </View>
        </View>
      </View>
      {row.note ? <View className="transfer__line">说明：{row.note}</View> : null}
      <View className="transfer__line">{moment(row.admittedAt ?? row.releasedAt ?? row.startedAt)}</View>
      {step ? <View className="transfer__step">{step}</View> : null}
      {orders ? <Steps row={row} orders={orders} /> : null}
    </Card>
  );
}

function Steps({ row, orders }: { row: TransferRow; orders: Orders }) {
  const { can } = row;
  if (can.length === 0) {
    return null;
  }
  return (
    <View className="row transfer__steps">
      {can.includes('cancel') ? (
        <View className="transfer__cancel">
          <Button kind="danger" size="small" onPress={() => orders.cancelRow(row)}>
            {row.state === 'requested' ? '不同意' : '撤回调出'}
          </Button>
        </View>
      ) : null}
      {can.includes('release') ? (
        <View className="grow">
          <Button size="small" onPress={() => orders.releaseRow(row)}>
            同意调出
          </Button>
        </View>
      ) : null}
      {can.includes('admit') ? (
        <View className="grow">
          <Button size="small" onPress={() => orders.admitRow(row)}>
            办理调入
          </Button>
        </View>
      ) : null}
    </View>
  );
}
