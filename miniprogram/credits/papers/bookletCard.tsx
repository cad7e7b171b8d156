import { type CreditTotals, formatCredits } from '@common/rules/credits';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { openBooklet } from '../services/papers';

/** 学分登记手册 of the chosen year. */
export function BookletCard({ year, totals }: { year: number; totals: CreditTotals }) {
  return (
    <Card title="学分登记手册" id="booklet">
      <View className="t-soft">
        {year}年度已审核 {formatCredits(totals.reviewed)} 学分
      </View>
      <View className="gap-m">
        <Button id="open-booklet" kind="secondary" onPress={() => openBooklet(year)}>
          查看{year}年学分登记手册
        </Button>
      </View>
    </Card>
  );
}
