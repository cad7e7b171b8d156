import { codesOf, PROJECT_LEVELS, REVIEW_MOVES, REVIEW_STATES, type ReviewMove } from '../terms';
import { isEditable, nextReviewState, REVIEW_CHAINS, type ReviewRole, reviewMoves } from './review';

const STATES = codesOf(REVIEW_STATES);
const ROLES: ReviewRole[] = ['applicant', 'reviewer', 'publisher'];
const MOVES = codesOf(REVIEW_MOVES);

/** Every move that is allowed, as people would say it. All others are refused. */
const ALLOWED: Record<string, string> = {
  'draft applicant submit': 'waiting',
  'draft applicant remove': 'removed',
  'returned applicant submit': 'waiting',
  'returned applicant remove': 'removed',
  'waiting applicant withdraw': 'draft',
  'waiting reviewer pass': 'approved',
  'waiting reviewer return': 'returned',
  'waiting reviewer reject': 'rejected',
  'approved publisher publish': 'published',
};

test('each move is possible in its states for its role only', () => {
  for (const state of STATES) {
    for (const role of ROLES) {
      for (const move of MOVES) {
        const last = { step: 1, steps: 2 };
        expect([state, role, move, nextReviewState(state, role, move, last)]).toEqual([
          state,
          role,
          move,
          ALLOWED[`${state} ${role} ${move}`] ?? null,
        ]);
      }
    }
  }
});

test('passing before the last step hands it on', () => {
  const pass = (step: number, steps: number) =>
    nextReviewState('waiting', 'reviewer', 'pass', { step, steps });
  expect([pass(0, 3), pass(1, 3), pass(2, 3), pass(0, 1)]).toEqual([
    'waiting',
    'waiting',
    'approved',
    'approved',
  ]);
});

test('what is offered is what is possible', () => {
  for (const state of STATES) {
    for (const role of ROLES) {
      const possible = (move: ReviewMove) =>
        nextReviewState(state, role, move, { step: 0, steps: 2 }) !== null;
      expect(reviewMoves(state, role).sort()).toEqual(MOVES.filter(possible).sort());
    }
  }
});

test('only what nobody reviews can be written', () => {
  expect(STATES.filter(isEditable)).toEqual(['draft', 'returned']);
});

test('every level has a chain that begins at the unit and ends at an authority', () => {
  for (const level of codesOf(PROJECT_LEVELS)) {
    const [first, ...rest] = REVIEW_CHAINS[level];
    expect(first).toBe('unit');
    expect(rest.length).toBeGreaterThan(0);
  }
});
