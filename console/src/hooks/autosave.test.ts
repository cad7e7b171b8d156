import { ApiError } from '@common/contract/errors';
import { createAutosave, type SaveState } from './autosave';

interface Call {
  value: string;
  version: number;
  answer: (version: number) => Promise<void>;
  refuse: (code: ApiError['code']) => Promise<void>;
}
/** Lets what has been answered reach its end. */
const turn = async () => {
  for (let at = 0; at < 10; at++) {
    await Promise.resolve();
  }
};

/** An autosave whose writes the test answers. */
function begin() {
  const calls: Call[] = [];
  const states: SaveState[] = [];
  const autosave = createAutosave<string, { version: number }>({
    version: 3,
    delayMs: 500,
    save: (value, version) =>
      new Promise((resolve, reject) =>
        calls.push({
          value,
          version,
          answer: (next) => {
            resolve({ version: next });
            return turn();
          },
          refuse: (code) => {
            reject(new ApiError({ code, message: '没有成功' }));
            return turn();
          },
        }),
      ),
    onState: (state) => states.push(state),
    onSaved: () => undefined,
  });
  return { autosave, calls, states };
}
beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('writes once, a moment after the last change', async () => {
  const { autosave, calls, states } = begin();
  autosave.change('a');
  jest.advanceTimersByTime(400);
  autosave.change('ab');
  jest.advanceTimersByTime(400);
  expect(calls).toHaveLength(0);
  jest.advanceTimersByTime(100);
  expect(calls).toMatchObject([{ value: 'ab', version: 3 }]);
  await calls[0]?.answer(4);
  expect(states.at(-1)).toBe('saved');
  expect(autosave.isDirty()).toBe(false);
});

test('what is typed while a write is under way is written after it, over the new version', async () => {
  const { autosave, calls, states } = begin();
  autosave.change('a');
  jest.advanceTimersByTime(500);
  autosave.change('b');
  jest.advanceTimersByTime(5000);
  expect(calls).toHaveLength(1);
  await calls[0]?.answer(4);
  expect(calls).toMatchObject([
    { value: 'a', version: 3 },
    { value: 'b', version: 4 },
  ]);
  expect(states.at(-1)).toBe('saving');
  await calls[1]?.answer(5);
  expect(states.at(-1)).toBe('saved');
});

test('a flush writes at once and tells whether all is stored', async () => {
  const { autosave, calls } = begin();
  autosave.change('a');
  const done = autosave.flush();
  await calls[0]?.answer(4);
  expect(await done).toBe(true);
  // Nothing is left to write: no timer comes after it.
  jest.advanceTimersByTime(60_000);
  expect(calls).toHaveLength(1);
  expect(await autosave.flush()).toBe(true);
  expect(calls).toHaveLength(1);
});

test('a cut line keeps the value and tries again by itself', async () => {
  const { autosave, calls, states } = begin();
  autosave.change('a');
  const done = autosave.flush();
  await calls[0]?.refuse('NETWORK');
  expect(await done).toBe(false);
  expect(states.at(-1)).toBe('failed');
  expect(autosave.isDirty()).toBe(true);
  jest.advanceTimersByTime(10_000);
  expect(calls[1]).toMatchObject({ value: 'a', version: 3 });
});

test('one saved elsewhere is a conflict that nobody tries to write over, until the own value shall stand', async () => {
  const { autosave, calls, states } = begin();
  autosave.change('mine');
  void autosave.flush();
  await calls[0]?.refuse('REVIEW_MOVED');
  expect(states.at(-1)).toBe('conflict');
  jest.advanceTimersByTime(60_000);
  expect(calls).toHaveLength(1);
  autosave.rebase(9);
  void autosave.flush();
  expect(calls[1]).toMatchObject({ value: 'mine', version: 9 });
});
