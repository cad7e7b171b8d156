import { learnerOf } from '../../../testing/rows';
import { decisionMessage } from './decisionMessage';

const LEARNERS = [
  learnerOf({ id: 'a', name: '韩雪' }),
  learnerOf({ id: 'b', name: '欧阳明' }),
  learnerOf({ id: 'c', name: '许雅琴' }),
];
const answer = (...changed: boolean[]) => ({
  changed: changed.filter(Boolean).length,
  results: changed.map((one, index) => ({ learnerId: LEARNERS[index]?.id ?? '', changed: one })),
});

test('one person is told by name', () => {
  expect(decisionMessage(answer(true), LEARNERS.slice(0, 1), true)).toEqual({
    text: '韩雪：审核通过',
    isPartial: false,
  });
  expect(decisionMessage(answer(true), LEARNERS.slice(0, 1), false).text).toBe('韩雪：审核不通过');
});

test('several are counted', () => {
  expect(decisionMessage(answer(true, true, true), LEARNERS, true)).toEqual({
    text: '3人已审核通过',
    isPartial: false,
  });
});

test('those whom a colleague had decided before are told apart', () => {
  expect(decisionMessage(answer(true, false, true), LEARNERS, false)).toEqual({
    text: '2人已审核不通过；另有1人此前已被审核，结果没有改变',
    isPartial: true,
  });
});

test('when all had been decided before, nothing is said to have been done', () => {
  expect(decisionMessage(answer(false, false, false), LEARNERS, true)).toEqual({
    text: '这3人此前已被审核，结果没有改变',
    isPartial: true,
  });
  expect(decisionMessage(answer(false), LEARNERS.slice(0, 1), true).text).toBe(
    '韩雪此前已被审核，结果没有改变',
  );
});
