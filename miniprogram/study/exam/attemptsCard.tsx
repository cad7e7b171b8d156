import type { ExamView } from '@common/contract/exams';
import { Card } from '@/components/card/card';
import { ListRow } from '@/components/list-row/listRow';
import { StatusTag } from '@/components/status-tag/statusTag';
import { open } from '@/services/navigate';
import { moment } from '@/services/words';

/** The tries that were handed in, the last one first; each opens its result. */
export function AttemptsCard({ exam: { attempts } }: { exam: ExamView }) {
  if (attempts.length === 0) {
    return null;
  }
  return (
    <Card title="考试成绩" id="exam-attempts">
      {[...attempts]
        .sort((a, b) => b.tryNumber - a.tryNumber)
        .map(({ id, tryNumber, score, isPassed, submittedAt }) => (
          <ListRow
            key={id}
            id={`attempt-${id}`}
            title={`第${tryNumber}次 ${score}分`}
            detail={`${moment(submittedAt)} 交卷`}
            value={<StatusTag tone={isPassed ? 'done' : 'plain'}>{isPassed ? '合格' : '未合格'}</StatusTag>}
            onPress={() => open('examResult', { attemptId: id })}
          />
        ))}
    </Card>
  );
}
