import { briefly } from './briefly';

let now = 0;
const clock = { now: () => now };
beforeEach(() => {
  now = 0;
});

test('shares one look-up among all who ask within its life', async () => {
  let times = 0;
  const find = async (key: string) => {
    times += 1;
    return `${key}${times}`;
  };
  const get = briefly(clock, 1_000, find);
  expect(await Promise.all([get('a'), get('a'), get('b')])).toEqual(['a1', 'a1', 'b2']);
  now = 999;
  expect(await get('a')).toBe('a1');
  now = 1_000;
  expect(await get('a')).toBe('a3');
});

test('does not remember a failure', async () => {
  const find = jest.fn().mockRejectedValueOnce(new Error('away')).mockResolvedValueOnce('back');
  const get = briefly(clock, 1_000, find);
  await expect(get('a')).rejects.toThrow('away');
  expect(await get('a')).toBe('back');
});

test('forgets the oldest, so that it stays small', async () => {
  const find = jest.fn(async (key: string) => key);
  const get = briefly(clock, 1_000, find);
  for (let i = 0; i <= 2_000; i += 1) {
    await get(String(i));
  }
  await get('2000');
  expect(find).toHaveBeenCalledTimes(2_001);
  await get('0');
  expect(find).toHaveBeenCalledTimes(2_002);
});
