import { decisionsOf } from './decisionsOf';
import type { ReviewEntry, ReviewStep } from './reviewTypes';

const STEPS: ReviewStep[] = [
  { step: 'unit', ownerName: '漯河市中心医院', state: 'done' },
  { step: 'city', ownerName: '漯河市卫生健康委员会', state: 'waiting' },
];
const entry = (move: ReviewEntry['move'], at: number): ReviewEntry => ({
  move,
  at: `2026-11-0${at}T01:00:00.000Z`,
  byName: '',
  administratorName: '',
  reason: '',
  pages: [],
});
const said = (...moves: ReviewEntry[]) => decisionsOf(STEPS, moves).map((one) => one?.move ?? null);

test('each step has what it decided; one that has not been reached has nothing', () => {
  expect(said()).toEqual([null, null]);
  expect(said(entry('submit', 1))).toEqual([null, null]);
  expect(said(entry('pass', 2), entry('submit', 1))).toEqual(['pass', null]);
  expect(said(entry('reject', 3), entry('pass', 2), entry('submit', 1))).toEqual(['pass', 'reject']);
});

test('what was decided before it was handed in again is history', () => {
  expect(said(entry('submit', 4), entry('return', 3), entry('pass', 2), entry('submit', 1))).toEqual([
    null,
    null,
  ]);
  expect(said(entry('pass', 5), entry('submit', 4), entry('return', 3), entry('submit', 1))).toEqual([
    'pass',
    null,
  ]);
});

test('publishing is no step’s decision', () => {
  expect(said(entry('publish', 4), entry('pass', 3), entry('pass', 2), entry('submit', 1))).toEqual([
    'pass',
    'pass',
  ]);
});
