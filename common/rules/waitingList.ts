/** 报名: who may do what with an enrolment, and who gets a place. Who came first is placed first. */
import type { EnrolmentState } from '../terms';
import type { Period } from './periods';

/** `promote` is 递补: a place for the first who waits. */
export type EnrolmentMove = 'enrol' | 'leave' | 'promote';
/** `system` is whatever makes a place free: another who leaves, a larger hall. */
export type EnrolmentActor = 'learner' | 'system';
/** `none`: he never enrolled in this activity. */
type Before = EnrolmentState | 'none';

/** Everybody waits first, be it for the blink of an eye, so that nobody overtakes. What is not here is refused. */
const TABLE: Partial<
  Record<Before, Partial<Record<EnrolmentActor, Partial<Record<EnrolmentMove, EnrolmentState>>>>>
> = {
  none: { learner: { enrol: 'waiting' } },
  left: { learner: { enrol: 'waiting' } },
  waiting: { learner: { leave: 'left' }, system: { promote: 'enrolled' } },
  enrolled: { learner: { leave: 'left' } },
};

/** What a move makes of an enrolment; null where it is refused. */
export function nextEnrolmentState(
  state: Before,
  actor: EnrolmentActor,
  move: EnrolmentMove,
): EnrolmentState | null {
  return TABLE[state]?.[actor]?.[move] ?? null;
}

/** The states in which an actor can make a move: what a conditional write asks for. */
export function enrolmentsBefore(actor: EnrolmentActor, move: EnrolmentMove): EnrolmentState[] {
  const states: readonly EnrolmentState[] = ['enrolled', 'waiting', 'left'];
  return states.filter((state) => nextEnrolmentState(state, actor, move) !== null);
}

/** Enrolments that count: with a place or waiting for one. */
export const ACTIVE_ENROLMENTS: readonly EnrolmentState[] = ['enrolled', 'waiting'];

/**
 * How many more may come in.
 * @param capacity 0: without limit.
 * @param taken May be above the capacity, where that was lowered: nobody is sent away.
 */
export function freePlaces(capacity: number, taken: number): number {
  return capacity === 0 ? Number.POSITIVE_INFINITY : Math.max(0, capacity - taken);
}

/** Whether one may still enrol or leave: until the last period is over. Times in milliseconds. */
export function isEnrolmentOpen(now: number, periods: readonly Period[]): boolean {
  return periods.some(({ to }) => now <= to);
}
