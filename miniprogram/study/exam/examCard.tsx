import type { ExamView } from '@common/contract/exams';
import { EXAM_STATES } from '@common/terms';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { StatusTag } from '@/components/status-tag/statusTag';
import { EXAM_TONES, examFacts } from '../services/examWords';

/** The activity, the state in words, and what the exam is. */
export function ExamCard({ exam }: { exam: ExamView }) {
  const { activityName, unitName, state, words, isRequired, best } = exam;
  // Nothing is lost without one that is not required.
  const tone = state === 'open' && !isRequired ? 'plain' : EXAM_TONES[state];
  return (
    <>
      <Card id="exam">
        <View className="exam__head">
          <View className="exam__name">{activityName}</View>
          <StatusTag tone={tone}>{EXAM_STATES[state]}</StatusTag>
        </View>
        <View className="t-small">{unitName}</View>
        <View className="exam__words">{words}</View>
        {best === null ? null : <View className="exam__best">最好成绩 {best} 分</View>}
      </Card>
      <Card title="考试说明" id="exam-facts">
        {examFacts(exam).map(([name, value]) => (
          <View key={name} className="exam__fact">
            <View className="exam__fact-name">{name}</View>
            <View className="exam__value">{value}</View>
          </View>
        ))}
        {isRequired && state !== 'passed' ? (
          <View className="gap-m">
            <Notice tone="info">考试合格才能授分</Notice>
          </View>
        ) : null}
      </Card>
    </>
  );
}
