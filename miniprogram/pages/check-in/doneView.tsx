import type { Claim, Receipt } from '@common/contract/checkIns';
import { formatDay, formatTime } from '@common/rules/shanghaiTime';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { open, replaceWith } from '@/services/navigate';
import { askSubscribe, prepareSubscribe } from '@/services/subscribe';
import { directionName, ms } from '@/services/words';
import { ReceiptCard } from './receiptCard';

/** The whole screen in green: seen across a hall by whoever stands at the door. */
export function DoneView({ receipt, claim }: { receipt: Receipt; claim: Claim }) {
  const word = directionName(receipt.direction);
  // Where walk-ins fill in the 调查问卷 on leaving, everybody is asked (manual 002 §2.1).
  const hasSurvey = receipt.direction === 'out' && claim.hasWalkInForm;
  // Once a day at most: a reminder of the exam, the evaluation and the credit is allowed where they are forgotten.
  const mayAsk = receipt.direction === 'in' && !receipt.repeated && receipt.today.length === 1;
  useEffect(() => {
    if (mayAsk) {
      void prepareSubscribe();
    }
  }, [mayAsk]);
  const leave = async () => {
    if (mayAsk) {
      await askSubscribe();
    }
    await open('home');
  };
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
      <ReceiptCard receipt={receipt} />
      {hasSurvey ? (
        <Pressable
          id="check-in-survey"
          className="done__button"
          onPress={() => replaceWith('departure', { claim: claim.claimId })}
        >
          填写调查问卷
        </Pressable>
      ) : null}
      <Pressable className={hasSurvey ? 'done__button done__button--quiet' : 'done__button'} onPress={leave}>
        完成
      </Pressable>
    </View>
  );
}
