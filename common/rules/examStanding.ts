/** Where a learner stands with the exam of an activity (manual 000 §二: without it no credit). */
import type { PaperRules } from '../contract/papers';
import type { AnswersShown, ExamState } from '../terms';
import type { Period } from './periods';
import { formatDateTime } from './shanghaiTime';
import { untilWords } from './taskHours';

/**
 * What is on its way when the time is over still counts: so long a phone may need on a full hospital network (ms). The phone shows
 * the deadline itself and hands in then.
 */
export const SUBMISSION_GRACE_MS = 30_000;

/** Whether an attempt's time is over at `now`, so that only what was saved counts; ms, null where nothing ends it. */
export const isTimeOver = (deadline: number | null, now: number): boolean =>
  deadline !== null && now > deadline + SUBMISSION_GRACE_MS;

/** When an attempt that begins now must be handed in: after its minutes, and with the exam's end at the latest; ms. */
export const deadlineOf = (
  { minutes }: Pick<PaperRules, 'minutes'>,
  now: number,
  closesAt: number,
): number => (minutes === 0 ? closesAt : Math.min(now + minutes * 60_000, closesAt));

/** One attempt: open, or submitted with its score. */
export type ExamTry =
  | { isOpen: true; deadline: number | null }
  | { isOpen: false; score: number; isPassed: boolean };

export interface ExamFacts {
  now: number;
  /** When it may be taken. */
  hours: Period;
  /** The unit has closed it. */
  isClosed: boolean;
  isAttended: boolean;
  rules: Pick<PaperRules, 'tries' | 'passScore'>;
  /** His attempts; at most one of them is open. */
  attempts: readonly ExamTry[];
}

export interface Standing {
  state: ExamState;
  /** What to do, or why not. */
  words: string;
  /** Of 100; null without a submitted attempt. */
  best: number | null;
  /** Null: without limit. */
  triesLeft: number | null;
}

/** What was passed stays passed, and what was begun may be finished, whatever came after. */
export function examStanding(facts: ExamFacts): Standing {
  const { attempts, rules } = facts;
  const submitted = attempts.flatMap((attempt) => (attempt.isOpen ? [] : [attempt]));
  const best = submitted.length > 0 ? Math.max(...submitted.map(({ score }) => score)) : null;
  const triesLeft = rules.tries === 0 ? null : Math.max(0, rules.tries - attempts.length);
  const standing = { best, triesLeft };
  const passed = submitted.filter(({ isPassed }) => isPassed).map(({ score }) => score);
  if (passed.length > 0) {
    return { ...standing, state: 'passed', words: `已合格，${Math.max(...passed)}分` };
  }
  const open = attempts.find((attempt) => attempt.isOpen);
  if (open) {
    const until = open.deadline === null ? '' : `，${untilWords(open.deadline)}`;
    return { ...standing, state: 'started', words: `还没有交卷，请继续考试${until}` };
  }
  return { ...standing, ...withoutAttempt(facts, standing) };
}

function withoutAttempt(
  { now, hours, isClosed, isAttended, rules }: ExamFacts,
  { best, triesLeft }: Pick<Standing, 'best' | 'triesLeft'>,
): Pick<Standing, 'state' | 'words'> {
  if (!isAttended) {
    return { state: 'notAttended', words: '您没有参加该活动的签到，不能考试' };
  }
  if (triesLeft === 0) {
    return { state: 'failed', words: `考试次数已用完，最高${best}分，未达到${rules.passScore}分` };
  }
  if (now > hours.to) {
    const ended = `考试已于${untilWords(hours.to)}`;
    return best === null
      ? { state: 'over', words: `${ended}，您没有参加` }
      : { state: 'failed', words: `${ended}，最高${best}分，未达到${rules.passScore}分` };
  }
  if (isClosed) {
    return { state: 'over', words: '主办单位已关闭考试，如需考试请与主办单位联系' };
  }
  if (now < hours.from) {
    return { state: 'ahead', words: `${formatDateTime(hours.from)} 开始考试` };
  }
  const left = triesLeft === null ? '' : best === null ? `可考${triesLeft}次，` : `还可以考${triesLeft}次，`;
  const last = best === null ? '' : `最高${best}分，未达到${rules.passScore}分，`;
  return { state: 'open', words: `${last}${left}${untilWords(hours.to)}` };
}

/**
 * Why the right answers of a submitted attempt are not shown; empty where they are.
 * @param facts `hasPassed`: in any attempt; `isTaking`: another attempt is open, which may ask the same; `isEnded`: the exam's hours
 * are over.
 */
export function reviewHindrance(
  answersShown: AnswersShown,
  {
    hasPassed,
    isTaking,
    triesLeft,
    isEnded,
  }: { hasPassed: boolean; isTaking: boolean; triesLeft: number | null; isEnded: boolean },
): string {
  if (answersShown === 'never') {
    return '主办单位不公布本次考试的答案';
  }
  if (isTaking) {
    return '您正在考试，交卷后才能查看答案和解析';
  }
  const isOver = hasPassed || triesLeft === 0 || isEnded;
  return answersShown === 'always' || isOver ? '' : '考试合格、次数用完或考试截止后，可以查看答案和解析';
}
