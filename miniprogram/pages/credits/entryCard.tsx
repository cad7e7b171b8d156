import type { CreditRow } from '@common/contract/credits';
import { formatCredits, formatHours } from '@common/rules/credits';
import { CREDIT_CLASSES, PROJECT_LEVELS } from '@common/terms';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { type Stage, Stepper } from '@/components/stepper/stepper';

/**
 * An entry of the ledger was attended and granted, only the review can be outstanding. Of what came between, an optional stage
 * that was left out stood in nobody's way.
 */
function stagesOf(entry: CreditRow, done: readonly Stage[]): Stage[] {
  const between = done.filter(({ name, state }) => state === 'done' && !ALWAYS.includes(name));
  return [
    { name: '签到', state: 'done', waitingFor: null },
    ...between,
    { name: '授分', state: 'done', waitingFor: null },
    { name: '审核', state: entry.reviewed ? 'done' : 'waiting', waitingFor: entry.waitingFor },
  ];
}
const ALWAYS = ['签到', '授分', '审核'];

interface EntryCardProps {
  entry: CreditRow;
  /** Of its activity, as far as they are known. */
  stages: readonly Stage[];
}

/** One credit: for what, how much, and how far it has come. */
export function EntryCard({ entry, stages }: EntryCardProps) {
  return (
    <Card className="entry">
      <View className="row row--top">
        <View className="grow">
          <View className="entry__name">{entry.activityName}</View>
          <View className="entry__meta">{entry.projectNumber}</View>
          <View className="entry__meta">
            {entry.activityDate} · {entry.unitName}
          </View>
        </View>
        <View className={`entry__credits ${entry.reviewed ? '' : 'entry__credits--waiting'}`}>
          <View className="entry__number">{formatCredits(entry.credits)}</View>
          <View className="entry__unit">学分</View>
        </View>
      </View>
      <View className="row entry__marks">
        <View className="entry__mark">{CREDIT_CLASSES[entry.creditClass]}</View>
        <View className="entry__mark">{PROJECT_LEVELS[entry.level]}</View>
        <View className="entry__mark">{formatHours(entry.minutes)} 学时</View>
      </View>
      <Stepper stages={stagesOf(entry, stages)} />
    </Card>
  );
}
