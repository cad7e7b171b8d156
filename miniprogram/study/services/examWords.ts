import type { AttemptResult, ExamView } from '@common/contract/exams';
import { untilWords } from '@common/rules/taskHours';
import type { ExamState } from '@common/terms';
import type { Tone } from '@/components/status-tag/statusTag';
import { clock, ms, shortDay } from '@/services/words';

/** Red only where the person must do something. */
export const EXAM_TONES: Record<ExamState, Tone> = {
  notAttended: 'act',
  ahead: 'waiting',
  open: 'act',
  started: 'act',
  passed: 'done',
  failed: 'plain',
  over: 'plain',
};

type Limits = Pick<ExamView, 'questions' | 'minutes' | 'tries' | 'triesLeft' | 'attempts'>;

/** What an exam is: name and value each. */
export function examFacts(exam: ExamView): [string, string][] {
  const { questions, passScore, minutes, opensAt, closesAt } = exam;
  return [
    ['题目', `${questions}题`],
    ['及格分', `${passScore}分（满分100分）`],
    ['时间', minutes === 0 ? '不限时' : `${minutes}分钟`],
    ['次数', triesWords(exam)],
    ['开放时间', `${shortDay(opensAt)} ${clock(opensAt)} 起，${untilWords(ms(closesAt))}`],
  ];
}

function triesWords({ tries, triesLeft }: Limits): string {
  return tries === 0 || triesLeft === null ? '不限次数' : `共${tries}次，还剩${triesLeft}次`;
}

/** What is asked before a try begins that cannot be taken back; null where nothing is lost by beginning. */
export function beginWords({ questions, minutes, tries, attempts }: Limits): string | null {
  if (minutes === 0 && tries === 0) {
    return null;
  }
  const time = minutes === 0 ? '不限时' : `限时${minutes}分钟，开始后计时不停`;
  const which = tries === 0 ? '' : `这是第${attempts.length + 1}次，共${tries}次。`;
  return `共${questions}题，${time}。${which}`;
}

/** 还可以考2次. */
export const triesLeftWords = (triesLeft: number | null): string =>
  triesLeft === null ? '可以再考，不限次数' : `还可以考${triesLeft}次`;

/** Whether another try may follow. */
export const canRetake = ({ isPassed, triesLeft }: Pick<AttemptResult, 'isPassed' | 'triesLeft'>): boolean =>
  !isPassed && triesLeft !== 0;
