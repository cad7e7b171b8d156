import { codesOf, TRANSFER_STATES } from '../terms';
import {
  isTransferOpen,
  nextTransferState,
  statesBefore,
  TRANSFER_WAITS,
  type TransferActor,
  type TransferMove,
  transferMoves,
} from './transfers';

const STATES = ['none', ...codesOf(TRANSFER_STATES)] as const;
const ACTORS: TransferActor[] = ['learner', 'from', 'to'];
const MOVES: TransferMove[] = ['request', 'release', 'admit', 'cancel'];

test.each([
  ['none', 'learner', 'request', 'requested'],
  ['none', 'from', 'release', 'released'],
  ['requested', 'from', 'release', 'released'],
  ['requested', 'from', 'cancel', 'cancelled'],
  ['requested', 'to', 'cancel', 'cancelled'],
  ['requested', 'learner', 'cancel', 'cancelled'],
  ['released', 'from', 'cancel', 'cancelled'],
  ['released', 'to', 'admit', 'admitted'],
  ['released', 'to', 'cancel', 'cancelled'],
] as const)('%s: %s can %s, which makes it %s', (state, actor, move, next) => {
  expect(nextTransferState(state, actor, move)).toBe(next);
  expect(transferMoves(state, actor)).toContain(move);
});

test('these are all the moves there are', () => {
  const possible = STATES.flatMap((state) =>
    ACTORS.flatMap((actor) => MOVES.filter((move) => nextTransferState(state, actor, move) !== null)),
  );
  expect(possible).toHaveLength(9);
});

test('nobody is admitted whom his unit has not released', () => {
  expect(ACTORS.flatMap((actor) => statesBefore(actor, 'admit'))).toEqual(['released']);
  expect(ACTORS.flatMap((actor) => statesBefore(actor, 'release'))).toEqual(['requested']);
});

test('a learner cannot take back what his unit has released', () => {
  expect(transferMoves('released', 'learner')).toEqual([]);
});

test('what is finished stays so', () => {
  expect(codesOf(TRANSFER_STATES).filter(isTransferOpen)).toEqual(['requested', 'released']);
  expect(ACTORS.flatMap((actor) => transferMoves('admitted', actor))).toEqual([]);
  expect(ACTORS.flatMap((actor) => transferMoves('cancelled', actor))).toEqual([]);
});

test('a unit has to do only with what it can do something about', () => {
  for (const side of ['from', 'to'] as const) {
    expect(TRANSFER_WAITS[side].every((state) => transferMoves(state, side).length > 0)).toBe(true);
  }
});
