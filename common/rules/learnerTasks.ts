/**
 * What an attended activity still wants of its learner: 撤离 where the authority demands it (manual 002 §2.1), 参加考试 and
 * 项目评价, without which there is no credit where it demands those (manual 000 §四.3).
 */
import type { CheckInRules } from '../contract/checkInRules';
import type { CompletionRules } from '../contract/completionRules';
import type { LearnerTask } from '../contract/tasks';
import type { Direction, ExamState, TaskState } from '../terms';
import { type HourRules, openHours } from './checkInHours';
import { currentPeriod, type Period } from './periods';
import { formatDateTime } from './shanghaiTime';
import { evaluationHours, untilWords, whereIn } from './taskHours';

/** One swipe of his; `at` in ms. */
export interface TaskSwipe {
  direction: Direction;
  at: number;
}

/** How he stands with the exam; both times in ms. */
export interface ExamFact {
  state: ExamState;
  words: string;
  opensAt: number;
  closesAt: number;
}

export interface TaskFacts {
  now: number;
  periods: readonly Period[];
  /** His, of the activity; at least one. */
  swipes: readonly TaskSwipe[];
  checkIn: HourRules & Pick<CheckInRules, 'isDepartureRequired'>;
  completion: CompletionRules;
  /** Null: none is published, nor ever was. */
  exam: ExamFact | null;
  isEvaluated: boolean;
}

/** In the order in which they come. Times are ISO 8601. */
export function learnerTasks(facts: TaskFacts): LearnerTask[] {
  return [...departureTask(facts), ...examTask(facts), ...evaluationTask(facts)];
}

/** Which holding period a departure is still to be scanned in, or was not; `hours` (ms) are those of the scan. */
export function departureStanding({
  now,
  periods,
  swipes,
  checkIn,
}: Pick<TaskFacts, 'now' | 'periods' | 'swipes' | 'checkIn'>): { state: TaskState; hours: Period | null } {
  const signIn = openHours('in', periods, checkIn);
  const leaving = openHours('out', periods, checkIn);
  const isWithin = (direction: Direction, hours: readonly (Period | undefined)[]) =>
    swipes.some(
      (swipe) =>
        swipe.direction === direction &&
        hours.some((each) => each !== undefined && each.from <= swipe.at && swipe.at <= each.to),
    );
  // Only a period that he came to is one that he leaves.
  const open = periods.flatMap((period, i) => {
    const hours = leaving[i];
    return hours && isWithin('in', [signIn[i], period]) && !isWithin('out', [hours, period]) ? [hours] : [];
  });
  const current = currentPeriod(now, open);
  if (current) {
    return { state: 'open', hours: current };
  }
  const coming = open.find(({ from }) => now < from);
  return coming
    ? { state: 'ahead', hours: coming }
    : { state: open.length > 0 ? 'missed' : 'done', hours: null };
}

function departureTask(facts: TaskFacts): LearnerTask[] {
  if (!facts.checkIn.isDepartureRequired || !facts.swipes.some(({ direction }) => direction === 'in')) {
    return [];
  }
  const { state, hours } = departureStanding(facts);
  const words = {
    ahead: hours ? `${formatDateTime(hours.from)} 起扫撤离码` : '',
    open: hours ? `离开前请扫撤离码，${untilWords(hours.to)}` : '',
    done: '已撤离',
    missed: '没有撤离记录，如有疑问请联系举办单位',
  }[state];
  return [task('departure', state, true, words, hours)];
}

const EXAM_TASKS: Record<ExamState, TaskState> = {
  notAttended: 'ahead',
  ahead: 'ahead',
  open: 'open',
  started: 'open',
  passed: 'done',
  failed: 'missed',
  over: 'missed',
};

function examTask({ exam, completion: { isExamRequired } }: TaskFacts): LearnerTask[] {
  if (exam) {
    const hours = { from: exam.opensAt, to: exam.closesAt };
    return [task('exam', EXAM_TASKS[exam.state], isExamRequired, exam.words, hours)];
  }
  // Demanded, and the unit has not made it: nobody can be credited before.
  return isExamRequired ? [task('exam', 'ahead', true, '等待举办单位启用考试', null)] : [];
}

function evaluationTask({ now, periods, swipes, completion, isEvaluated }: TaskFacts): LearnerTask[] {
  const departures = swipes.flatMap(({ direction, at }) => (direction === 'out' ? [at] : []));
  const hours = evaluationHours(periods, departures);
  if (!hours) {
    return [];
  }
  const state = isEvaluated ? 'done' : whereIn(hours, now);
  const words = {
    ahead: `${formatDateTime(hours.from)} 起可以评价`,
    open: untilWords(hours.to),
    done: '已评价',
    over: `评价已于${untilWords(hours.to)}`,
  }[state];
  return [
    task('evaluation', state === 'over' ? 'missed' : state, completion.isEvaluationRequired, words, hours),
  ];
}

const task = (
  kind: LearnerTask['kind'],
  state: TaskState,
  isRequired: boolean,
  words: string,
  hours: Period | null,
): LearnerTask => ({
  kind,
  state,
  isRequired,
  words,
  opensAt: hours && new Date(hours.from).toISOString(),
  until: hours && new Date(hours.to).toISOString(),
});
