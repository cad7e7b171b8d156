import { daysOf, distanceWords, isFull, seatWords } from './activityWords';

test.each([
  [0, 5000, '名额不限', false],
  [200, 188, '余 12 个名额', false],
  [200, 200, '已满，可候补', true],
  // The capacity was lowered afterwards.
  [100, 120, '已满，可候补', true],
])('%d places with %d taken: %s', (capacity, enrolled, words, full) => {
  expect(seatWords({ capacity, enrolled })).toBe(words);
  expect(isFull({ capacity, enrolled })).toBe(full);
});

test.each([
  [0, '约 50 米'],
  [349, '约 350 米'],
  [999, '约 1000 米'],
  [1000, '约 1 公里'],
  [3249, '约 3.2 公里'],
  [130_400, '约 130 公里'],
])('%d metres: %s', (metres, words) => {
  expect(distanceWords(metres)).toBe(words);
});

test('the sessions of a day stand on one line; one over midnight has both its ends', () => {
  const days = daysOf([
    { from: '2026-11-21T00:00:00.000Z', to: '2026-11-21T04:00:00.000Z' },
    { from: '2026-11-21T06:00:00.000Z', to: '2026-11-21T10:00:00.000Z' },
    { from: '2026-11-22T14:00:00.000Z', to: '2026-11-22T18:00:00.000Z' },
  ]);
  expect(days).toEqual([
    { name: '11月21日 周六', times: ['08:00–12:00', '14:00–18:00'] },
    { name: '11月22日 至 11月23日', times: ['22:00 至 02:00'] },
  ]);
});
