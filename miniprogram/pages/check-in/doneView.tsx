import type { Receipt } from '@common/contract/checkIns';
import { formatDay, formatTime } from '@common/rules/shanghaiTime';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { open } from '@/services/navigate';
import { clock, directionName, ms } from '@/services/words';

/** The whole screen in green: seen across a hall by whoever stands at the door. */
export function DoneView({ receipt }: { receipt: Receipt }) {
  const word = directionName(receipt.direction);
  return (
    <View className="done" id="check-in-done">
      <View className="done__disc">
        <Icon name="check" size={72} color={theme.color.done} />
      </View>
      <View className="done__title">{receipt.repeated ? `已${word}` : `${word}成功`}</View>
      {receipt.repeated ? <View className="done__note">之前已经记录，不用再扫</View> : null}
      <View className="done__name">{receipt.learnerName}</View>
      <View className="done__time">{formatTime(ms(receipt.at))}</View>
      <View className="done__day">{formatDay(ms(receipt.at))}</View>
      <View className="done__card">
        <View className="done__course">{receipt.courseName}</View>
        {receipt.activityName === receipt.courseName ? null : (
          <View className="done__activity">{receipt.activityName}</View>
        )}
        <View className="done__activity">{receipt.venue}</View>
        <View className="done__today">今天的记录</View>
        {receipt.today.map((checkIn) => (
          <View key={`${checkIn.courseName}${checkIn.direction}${checkIn.at}`} className="done__line">
            <View className="done__direction">{directionName(checkIn.direction)}</View>
            <View className="grow">{checkIn.courseName}</View>
            <View className="t-number">{clock(checkIn.at)}</View>
          </View>
        ))}
      </View>
      <Pressable className="done__button" onPress={() => open('home')}>
        完成
      </Pressable>
    </View>
  );
}
