import { learnerOf, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import { chooseAll } from './chooseAll';
import { DEFAULTS } from './learnerFilters';

const idOf = (index: number) => String(index).padStart(24, '0');

/** A list whose pages hold these people, each seen at its own time. */
const lists = (pages: { ids: number[]; asOf: string }[], total: number) =>
  signedIn(unitMe, ({ path }) => {
    const page = Number(new URL(path, 'http://a').searchParams.get('page'));
    const { ids, asOf } = pages[page - 1] ?? { ids: [], asOf: 'z' };
    return {
      body: { items: ids.map((id) => learnerOf({ id: idOf(id) })), total, page, pageSize: 200, asOf },
    };
  });

test('goes through all pages with what the filters say, and tells how far it is', async () => {
  const first = Array.from({ length: 200 }, (_, index) => index);
  const sent = await lists(
    [
      { ids: first, asOf: 'b' },
      { ids: [200, 201], asOf: 'c' },
    ],
    202,
  );
  const seen: number[][] = [];
  const { rows } = await chooseAll({ ...DEFAULTS, q: '王', page: 7 }, (...now) => seen.push(now));
  expect(rows.map(({ id }) => id)).toEqual([...first, 200, 201].map(idOf));
  expect(seen).toEqual([
    [200, 202],
    [202, 202],
  ]);
  expect(sent.every(({ path }) => path.includes('q=%E7%8E%8B') && path.includes('state=pending'))).toBe(true);
});

test('the time is the earliest, and who moved to the next page meanwhile is there once', async () => {
  await lists(
    [
      { ids: [1, 2], asOf: 'b' },
      { ids: [2, 3], asOf: 'a' },
    ],
    201,
  );
  const { rows, asOf } = await chooseAll(DEFAULTS, () => undefined);
  expect(rows.map(({ id }) => id)).toEqual([1, 2, 3].map(idOf));
  expect(asOf).toBe('a');
});

test('a list that shrinks on the way comes to an end', async () => {
  const sent = await lists([{ ids: [1], asOf: 'a' }], 900);
  expect((await chooseAll(DEFAULTS, () => undefined)).rows).toHaveLength(1);
  expect(sent).toHaveLength(2);
});
