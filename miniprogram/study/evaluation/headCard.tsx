import type { EvaluationView } from '@common/contract/evaluations';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { StatusTag } from '@/components/status-tag/statusTag';

/** What is evaluated, whose it is and until when. */
export function HeadCard({ evaluation }: { evaluation: EvaluationView }) {
  const { activityName, unitName, words, isRequired } = evaluation;
  return (
    <Card id="evaluation-head">
      <View className="t-head">{activityName}</View>
      <View className="t-soft">{unitName}</View>
      <View className="evaluation__until">
        <StatusTag tone={isRequired ? 'act' : 'plain'}>{isRequired ? '必须评价' : '待评价'}</StatusTag>
        <View className="grow t-soft">{words}</View>
      </View>
    </Card>
  );
}
