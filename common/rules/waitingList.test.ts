import fc from 'fast-check';
import { codesOf, ENROLMENT_STATES } from '../terms';
import {
  ACTIVE_ENROLMENTS,
  type EnrolmentActor,
  type EnrolmentMove,
  enrolmentsBefore,
  freePlaces,
  isEnrolmentOpen,
  nextEnrolmentState,
} from './waitingList';

const STATES = ['none', ...codesOf(ENROLMENT_STATES)] as const;
const ACTORS: EnrolmentActor[] = ['learner', 'system'];
const MOVES: EnrolmentMove[] = ['enrol', 'leave', 'promote'];

test.each([
  ['none', 'learner', 'enrol', 'waiting'],
  ['left', 'learner', 'enrol', 'waiting'],
  ['waiting', 'learner', 'leave', 'left'],
  ['enrolled', 'learner', 'leave', 'left'],
  ['waiting', 'system', 'promote', 'enrolled'],
] as const)('%s: %s can %s, which makes it %s', (state, actor, move, next) => {
  expect(nextEnrolmentState(state, actor, move)).toBe(next);
});

test('these are all the moves there are', () => {
  const possible = STATES.flatMap((state) =>
    ACTORS.flatMap((actor) => MOVES.filter((move) => nextEnrolmentState(state, actor, move) !== null)),
  );
  expect(possible).toHaveLength(5);
});

test('nobody gives himself a place, and nobody is put out', () => {
  expect(MOVES.map((move) => nextEnrolmentState('waiting', 'learner', move))).not.toContain('enrolled');
  expect(enrolmentsBefore('system', 'leave')).toEqual([]);
  expect(enrolmentsBefore('system', 'promote')).toEqual(['waiting']);
  expect(enrolmentsBefore('learner', 'leave')).toEqual(ACTIVE_ENROLMENTS);
  expect(enrolmentsBefore('learner', 'enrol')).toEqual(['left']);
});

test('places are as many as the capacity leaves', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 2000 }), (capacity, taken) => {
      const free = freePlaces(capacity, taken);
      expect(free).toBeGreaterThanOrEqual(0);
      expect(taken + free).toBe(Math.max(capacity, taken));
    }),
  );
  expect(freePlaces(0, 5000)).toBe(Number.POSITIVE_INFINITY);
});

test('it is open until the end of the last period, whatever their order', () => {
  const periods = [
    { from: 500, to: 600 },
    { from: 100, to: 200 },
  ];
  expect([0, 150, 300, 600, 601].map((now) => isEnrolmentOpen(now, periods))).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
  expect(isEnrolmentOpen(0, [])).toBe(false);
});
