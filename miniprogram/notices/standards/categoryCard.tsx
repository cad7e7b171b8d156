import type { StandardRow } from '@common/contract/standards';
import { formatCreditRange } from '@common/rules/credits';
import { CREDIT_CLASSES, STANDARD_CATEGORIES, type StandardCategory } from '@common/terms';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';

/** What a category is worth: each item with its class, its credits, and what is to be shown for it. */
export function CategoryCard({ category, rows }: { category: StandardCategory; rows: StandardRow[] }) {
  return (
    <Card title={STANDARD_CATEGORIES[category]} id={`category-${category}`}>
      {rows.map((row, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never move, and two may be alike
        <View key={n} className="standard">
          <View className="standard__main">
            <View className="grow">{row.item}</View>
            <View className="standard__credits">
              <View className="standard__number">{formatCreditRange(row)} 分</View>
              {row.per ? <View className="t-small">{row.per}</View> : null}
            </View>
          </View>
          <View className="t-small">
            {[CREDIT_CLASSES[row.creditClass], row.note].filter(Boolean).join(' · ')}
          </View>
        </View>
      ))}
    </Card>
  );
}
