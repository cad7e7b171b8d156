import { type CreditTotals, formatCredits, formatHours } from '@common/rules/credits';
import { CREDIT_CLASSES } from '@common/terms';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Stat } from '@/components/stat/stat';

/** 总分, 总学时, I类学分, II类学分, 其他 of all that was found (manual 004). Revoked ones count nowhere. */
export function TotalsLine({ count, totals }: { count: number; totals: CreditTotals }) {
  return (
    <Card id="credit-totals">
      <View className="credit-search__count">共{count}条记录</View>
      <View className="row">
        <Stat value={formatCredits(totals.total)} label="总分" />
        <Stat value={formatHours(totals.minutes)} label="总学时" />
      </View>
      <View className="row gap-m">
        <Stat value={formatCredits(totals.classI)} label={CREDIT_CLASSES.classI} />
        <Stat value={formatCredits(totals.classII)} label={CREDIT_CLASSES.classII} />
        <Stat value={formatCredits(totals.other)} label="其他" />
      </View>
    </Card>
  );
}
