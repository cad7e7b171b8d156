import { act, renderHook } from '@testing-library/react';
import { type PageAnswer, usePages } from './usePages';

interface Row {
  id: string;
}
/** Questions that wait for their answers, by list and page. */
let waiting: Map<string, (answer: PageAnswer<Row>) => void>;

const rows = (list: string, from: number, to: number): Row[] =>
  Array.from({ length: to - from }, (_, n) => ({ id: `${list}${from + n}` }));
const answer = (list: string, page: number, total = 30) =>
  act(async () =>
    waiting.get(`${list} ${page}`)?.({
      items: rows(list, (page - 1) * 20, Math.min(page * 20, total)),
      total,
    }),
  );
const draw = () =>
  renderHook(
    ({ list }) =>
      usePages<Row>((page) => new Promise((resolve) => waiting.set(`${list} ${page}`, resolve)), list),
    { initialProps: { list: 'a' } },
  );

beforeEach(() => {
  waiting = new Map();
});

test('the rows of other filters are gone at once, and a late answer to them is dropped', async () => {
  const { result, rerender } = draw();
  await answer('a', 1);
  expect(result.current.items).toHaveLength(20);
  rerender({ list: 'b' });
  expect([result.current.items, result.current.hasMore]).toEqual([undefined, false]);
  await answer('b', 1, 1);
  await answer('a', 1);
  expect(result.current.items).toEqual([{ id: 'b0' }]);
});

test('a next page that comes after the filters have changed, or after a new first page, is not added', async () => {
  const { result, rerender } = draw();
  await answer('a', 1);
  let more = result.current.more();
  rerender({ list: 'b' });
  await answer('b', 1);
  await answer('a', 2);
  await more;
  expect(result.current.items).toEqual(rows('b', 0, 20));

  more = result.current.more();
  void result.current.reload();
  await answer('b', 1);
  await answer('b', 2);
  await more;
  expect(result.current.items).toEqual(rows('b', 0, 20));
  more = result.current.more();
  await answer('b', 2);
  await more;
  expect([result.current.items, result.current.hasMore]).toEqual([rows('b', 0, 30), false]);
});
