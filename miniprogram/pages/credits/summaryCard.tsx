import type { CreditSummary } from '@common/contract/credits';
import { formatCredits, formatHours } from '@common/rules/credits';
import { CREDIT_CLASSES, PROJECT_LEVELS } from '@common/terms';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Stat } from '@/components/stat/stat';

/** The year in numbers: total against the requirement, what waits, each class and each 学分级别. */
export function SummaryCard({ summary }: { summary: CreditSummary }) {
  const { totals, required, byLevel } = summary;
  const width = (value: number) => `${required > 0 ? Math.min(100, (value / required) * 100) : 0}%`;
  const missing = Math.max(0, required - totals.total);
  return (
    <Card className="summary" id="credit-summary">
      <View className="row row--between summary__top">
        <View>
          <View className="summary__total">
            {formatCredits(totals.total)}
            <View className="summary__of">/ {formatCredits(required)} 学分</View>
          </View>
          <View className="t-small">
            {missing > 0 ? `年度应达学分还差 ${formatCredits(missing)}` : '已达到年度应达学分'}
          </View>
        </View>
        <View className="summary__hours">
          <View className="summary__hour">{formatHours(totals.minutes)}</View>
          <View className="t-small">学时</View>
        </View>
      </View>
      <View className="summary__bar">
        <View className="summary__part summary__part--done" style={{ width: width(totals.reviewed) }} />
        <View className="summary__part summary__part--waiting" style={{ width: width(totals.pending) }} />
      </View>
      <View className="row summary__legend">
        <View className="summary__key">
          <View className="summary__dot summary__dot--done" />
          已审核 {formatCredits(totals.reviewed)}
        </View>
        <View className="summary__key summary__key--waiting">
          <View className="summary__dot summary__dot--waiting" />
          待审核 {formatCredits(totals.pending)}
        </View>
      </View>
      <View className="row summary__classes">
        <Stat value={formatCredits(totals.classI)} label={CREDIT_CLASSES.classI} />
        <Stat value={formatCredits(totals.classII)} label={CREDIT_CLASSES.classII} />
        <Stat value={formatCredits(totals.other)} label={CREDIT_CLASSES.other} />
      </View>
      {byLevel.length > 0 ? (
        <View className="summary__levels">
          {byLevel.map(({ level, credits, minutes }) => (
            <View key={level} className="summary__level">
              <View className="grow">{PROJECT_LEVELS[level]}</View>
              <View>
                {formatCredits(credits)} 学分 · {formatHours(minutes)} 学时
              </View>
            </View>
          ))}
        </View>
      ) : null}
    </Card>
  );
}
