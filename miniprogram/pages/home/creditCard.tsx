import type { CreditSummary } from '@common/contract/credits';
import { formatCredits } from '@common/rules/credits';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Pressable } from '@/components/pressable/pressable';
import { Ring } from '@/components/ring/ring';
import { open } from '@/services/navigate';

/** This year's credits as a ring against the requirement: green is reviewed, amber still waits. */
export function CreditCard({ credits }: { credits: CreditSummary }) {
  const { totals, required, year } = credits;
  const share = (value: number) => (required > 0 ? value / required : 0);
  const missing = Math.max(0, required - totals.total);
  return (
    <Pressable className="card credit-card" onPress={() => open('credits')} label={`${year}年学分，查看明细`}>
      <Ring
        size={128}
        label={`已获${formatCredits(totals.total)}学分，年度应达${formatCredits(required)}学分`}
        parts={[
          { share: share(totals.reviewed), color: theme.color.done },
          { share: share(totals.pending), color: theme.color.waitingMark },
        ]}
      >
        <View className="credit-card__total">{formatCredits(totals.total)}</View>
        <View className="credit-card__required">应达 {formatCredits(required)}</View>
      </Ring>
      <View className="credit-card__facts">
        <View className="credit-card__year">{year} 年度学分</View>
        <Fact tone="done" name="已审核" value={totals.reviewed} />
        <Fact tone="waiting" name="待审核" value={totals.pending} />
        {missing > 0 ? (
          <Fact tone="plain" name="还差" value={missing} />
        ) : (
          <View className="credit-card__reached">已达到年度要求</View>
        )}
      </View>
    </Pressable>
  );
}

function Fact({ tone, name, value }: { tone: string; name: string; value: number }) {
  return (
    <View className="credit-card__fact">
      <View className={`credit-card__dot credit-card__dot--${tone}`} />
      <View className="grow">{name}</View>
      <View className="credit-card__value">{formatCredits(value)}</View>
    </View>
  );
}
