import type { Receipt } from '@common/contract/checkIns';
import { View } from '@tarojs/components';
import { DueLines } from '@/components/due-lines/dueLines';
import { clock, directionName } from '@/services/words';

/** What was scanned, what is recorded today and what is still due. */
export function ReceiptCard({ receipt }: { receipt: Receipt }) {
  return (
    <View className="done__card">
      <View className="done__course">{receipt.courseName}</View>
      {receipt.activityName === receipt.courseName ? null : (
        <View className="done__activity">{receipt.activityName}</View>
      )}
      <View className="done__activity">{receipt.venue}</View>
      {receipt.today.length > 0 ? <View className="done__today">今天的记录</View> : null}
      {receipt.today.map((checkIn) => (
        <View key={`${checkIn.courseName}${checkIn.direction}${checkIn.at}`} className="done__line">
          <View className="done__direction">{directionName(checkIn.direction)}</View>
          <View className="grow">{checkIn.courseName}</View>
          <View className="t-number">{clock(checkIn.at)}</View>
        </View>
      ))}
      {receipt.due.length > 0 ? (
        <View id="check-in-due">
          <View className="done__today">{isAllDone(receipt) ? '今天要求的已完成' : '今天还要'}</View>
          <DueLines due={receipt.due} />
        </View>
      ) : null}
    </View>
  );
}

function isAllDone({ due }: Receipt): boolean {
  return due.every(({ done, of }) => done >= of);
}
