import type { AttemptResult } from '@common/contract/exams';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { StatusTag } from '@/components/status-tag/statusTag';
import { moment, ms, remaining } from '@/services/words';
import { canRetake, triesLeftWords } from '../services/examWords';

/** The score, large, and what it means. */
export function ScoreCard({ result }: { result: AttemptResult }) {
  const { activityName, score, passScore, isPassed, right, total, isTimedOut, tryNumber } = result;
  const seconds = Math.round((ms(result.submittedAt) - ms(result.startedAt)) / 1000);
  return (
    <Card id="result">
      <View className="score">
        <View className="score__activity">{activityName}</View>
        <View className={`score__number ${isPassed ? 'score__number--passed' : 'score__number--failed'}`}>
          {score}
          <View className="score__unit">分</View>
        </View>
        <StatusTag tone={isPassed ? 'done' : 'act'}>{isPassed ? '合格' : '未合格'}</StatusTag>
        <View className="score__facts">
          答对 {right} 题，共 {total} 题 · 及格分 {passScore} 分
        </View>
        <View className="t-small">
          第{tryNumber}次 · 用时 {remaining(seconds)} · {moment(result.submittedAt)} 交卷
        </View>
      </View>
      {isTimedOut ? (
        <Line>
          <Notice tone="waiting">考试时间已到，按时间内保存的答案计分</Notice>
        </Line>
      ) : null}
      {isPassed ? null : (
        <Line>
          <Notice tone={canRetake(result) ? 'info' : 'act'} id="result-tries">
            {canRetake(result)
              ? triesLeftWords(result.triesLeft)
              : '考试次数已用完。有疑问请联系活动主办单位'}
          </Notice>
        </Line>
      )}
    </Card>
  );
}

function Line({ children }: { children: JSX.Element }) {
  return <View className="gap-m">{children}</View>;
}
