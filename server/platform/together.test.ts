import { inTurns, together } from './together';

test('those who ask in one turn share a query, each key once; the next turn asks anew', async () => {
  const asked: string[][] = [];
  const look = together(async (keys) => {
    asked.push(keys);
    return new Map(keys.filter((key) => key !== 'none').map((key) => [key, key.toUpperCase()]));
  });
  expect(await Promise.all(['a', 'b', 'a', 'none'].map(look))).toEqual(['A', 'B', 'A', undefined]);
  expect(await look('a')).toBe('A');
  expect(asked).toEqual([['a', 'b', 'none'], ['a']]);
});

test('a failure is everybody’s who asked in that turn and nobody’s later', async () => {
  let isAway = true;
  const look = together(async (keys) => {
    if (isAway) {
      throw new Error('away');
    }
    return new Map(keys.map((key) => [key, key]));
  });
  const answers = await Promise.allSettled([look('a'), look('b')]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  isAway = false;
  expect(await look('a')).toBe('a');
});

test('in turns: one query at a time, and who asks meanwhile shares the next, also after one that failed', async () => {
  const asked: string[][] = [];
  const ends: ((error?: Error) => void)[] = [];
  const look = inTurns(async (keys) => {
    asked.push(keys);
    await new Promise<void>((resolve, reject) => ends.push((error) => (error ? reject(error) : resolve())));
    return new Map(keys.map((key) => [key, key.toUpperCase()]));
  });
  const turn = async () => new Promise((resolve) => setTimeout(resolve, 5));
  const first = look('a').catch(() => 'failed');
  await turn();
  const second = [look('b')];
  await turn();
  second.push(look('c'), look('b'));
  expect(asked).toEqual([['a']]);
  ends[0]?.(new Error('away'));
  expect(await first).toBe('failed');
  await turn();
  ends[1]?.();
  expect(await Promise.all(second)).toEqual(['B', 'C', 'B']);
  expect(asked).toEqual([['a'], ['b', 'c']]);
});
