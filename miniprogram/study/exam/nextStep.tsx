import { ApiError } from '@common/contract/errors';
import type { ExamView } from '@common/contract/exams';
import { Button } from '@/components/button/button';
import type { KeptAttempt } from '@/services/examAttempt';
import { exams } from '@/services/exams';
import { ask } from '@/services/feedback';
import { isUnreached } from '@/services/lateScan';
import { open, replaceWith } from '@/services/navigate';
import { api } from '@/services/session';
import { moment } from '@/services/words';
import { beginWords } from '../services/examWords';
import { takeUp } from '../services/takeUp';

interface NextStepProps {
  exam: ExamView;
  kept: KeptAttempt | undefined;
  learnerId: string;
  /** What is on the screen is out of date. */
  onRefused: () => Promise<void>;
}

/** The one thing to do now. */
export function NextStep({ exam, kept, learnerId, onRefused }: NextStepProps) {
  const { activityId, state, openAttemptId } = exam;
  const enter = async () => {
    try {
      const attempt = await api.exams.startExam({ activityId });
      exams.begin(attempt, learnerId);
      await open('examPaper', { attemptId: attempt.id });
    } catch (error) {
      if (kept && isUnreached(error)) {
        await open('examPaper', { attemptId: kept.attemptId });
        return;
      }
      if (error instanceof ApiError && error.code.startsWith('EXAM_')) {
        await onRefused();
      }
      throw error;
    }
  };
  const begin = async () => {
    const words = beginWords(exam);
    if (words === null || (await ask('开始考试', words, '开始考试', '暂不考试'))) {
      await enter();
    }
  };
  // By its id: one that was handed in meanwhile shows its result, and no new try begins unasked.
  const goOn = async (attemptId: string) => {
    try {
      await takeUp(attemptId);
    } catch (error) {
      if (!kept || !isUnreached(error)) {
        throw error;
      }
    }
    await open('examPaper', { attemptId });
  };
  switch (state) {
    case 'open':
      return (
        <Button id="exam-begin" onPress={begin}>
          {exam.attempts.length > 0 ? '再考一次' : '开始考试'}
        </Button>
      );
    case 'started':
      return (
        <Button id="exam-go-on" onPress={() => goOn(openAttemptId ?? '')}>
          继续考试
        </Button>
      );
    case 'passed':
      return (
        <Button id="exam-evaluation" onPress={() => open('evaluation', { activityId })}>
          去做项目评价
        </Button>
      );
    case 'notAttended':
      return <Button onPress={() => open('scan')}>去签到</Button>;
    case 'ahead':
      return <Button disabled>{moment(exam.opensAt)} 开始</Button>;
    default:
      return (
        <Button kind="secondary" onPress={() => replaceWith('records')}>
          查看考勤记录
        </Button>
      );
  }
}
