import fc from 'fast-check';
import {
  BEAT_MS,
  beginClass,
  MOST_PER_BEAT_MS,
  type OnlineClassEvent,
  type OnlineClassState,
  PROMPT_MS,
  promptPoints,
  stepClass,
} from './onlineClass';

const REQUIRED = 600_000;
const MINE = 'phone-of-mine';
const OTHER = 'another-phone';

const beat = (at: number, more: Partial<Extract<OnlineClassEvent, { type: 'beat' }>> = {}) =>
  ({ type: 'beat', at, key: MINE, isPlaying: true, promptKey: `q${at}`, ...more }) as const;
const run = (state: OnlineClassState, ...events: OnlineClassEvent[]) =>
  events.reduce((now, event) => stepClass(now, event, REQUIRED).state, state);

/** Any events in any order of kinds; times never go back, as on one server. */
const events = fc
  .array(
    fc.record({
      wait: fc.integer({ min: 0, max: 200_000 }),
      type: fc.constantFrom('open', 'beat', 'beat', 'beat', 'answer'),
      key: fc.constantFrom(MINE, MINE, OTHER),
      isPlaying: fc.boolean(),
      isRight: fc.boolean(),
    }),
    { maxLength: 80 },
  )
  .map((steps) => {
    let at = 0;
    return steps.map(({ wait, ...step }) => {
      at += wait;
      return { ...step, at };
    });
  });
const points = fc
  .array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { maxLength: 5 })
  .map((draws) => promptPoints(REQUIRED, draws));

/** The event that a drawn step stands for; an answer knows the open question or does not. */
const eventOf = (
  step: { at: number; type: string; key: string; isPlaying: boolean; isRight: boolean },
  state: OnlineClassState,
) => {
  const { at, key, isPlaying, isRight } = step;
  if (step.type === 'answer') {
    return { type: 'answer', at, promptKey: isRight && state.prompt ? state.prompt.key : 'wrong' } as const;
  }
  return step.type === 'open' ? ({ type: 'open', at, key } as const) : beat(at, { key, isPlaying });
};

test('whatever a phone sends: never more than the real time, never beyond what is required, and only beats of the phone in hand add to it', () => {
  fc.assert(
    fc.property(events, points, (steps, promptsAt) => {
      let state = beginClass(0, MINE, promptsAt);
      for (const step of steps) {
        const event = eventOf(step, state);
        const { state: next } = stepClass(state, event, REQUIRED);
        expect(next.watchedMs).toBeGreaterThanOrEqual(0);
        expect(next.watchedMs).toBeLessThanOrEqual(Math.min(event.at, REQUIRED));
        expect(next.watchedMs - state.watchedMs).toBeLessThanOrEqual(
          event.type === 'beat' && event.key === state.key && event.isPlaying
            ? Math.min(event.at - state.heardAt, MOST_PER_BEAT_MS)
            : 0,
        );
        expect(next.answered + next.promptsAt.length).toBe(promptsAt.length);
        expect(state.isDone && !next.isDone).toBe(false);
        expect(next.isDone && next.promptsAt.length > 0).toBe(false);
        state = next;
      }
    }),
  );
});

test('a beat that comes twice counts once, and one that comes late counts one and a half intervals', () => {
  const once = run(beginClass(0, MINE, []), beat(BEAT_MS));
  expect(once.watchedMs).toBe(BEAT_MS);
  expect(run(once, beat(BEAT_MS), beat(BEAT_MS))).toEqual(once);
  expect(run(once, beat(BEAT_MS + 600_000)).watchedMs).toBe(BEAT_MS + MOST_PER_BEAT_MS);
  // Answered by another server whose clock is behind.
  expect(run(once, beat(BEAT_MS - 5_000)).watchedMs).toBe(BEAT_MS);
});

test('a standing picture and a closed page count nothing', () => {
  const begun = beginClass(0, MINE, []);
  expect(run(begun, beat(BEAT_MS, { isPlaying: false })).watchedMs).toBe(0);
  const reopened = run(begun, beat(BEAT_MS), { type: 'open', at: 900_000, key: MINE });
  expect(reopened.watchedMs).toBe(BEAT_MS);
  expect(run(reopened, beat(900_000 + BEAT_MS)).watchedMs).toBe(2 * BEAT_MS);
});

test('a second phone is refused while the first one is heard, then takes over and shuts the first one out', () => {
  const first = run(beginClass(0, MINE, []), beat(BEAT_MS));
  const open = (at: number) => stepClass(first, { type: 'open', at, key: OTHER }, REQUIRED);
  expect(open(BEAT_MS + MOST_PER_BEAT_MS - 1).refusal).toBe('elsewhere');
  const { state, refusal } = open(BEAT_MS + MOST_PER_BEAT_MS);
  expect(refusal).toBeNull();
  expect(stepClass(state, beat(BEAT_MS + MOST_PER_BEAT_MS + 1_000), REQUIRED)).toEqual({
    state,
    refusal: 'elsewhere',
  });
});

describe('a question', () => {
  const asked = run(beginClass(0, MINE, [20_000]), beat(BEAT_MS));
  const promptKey = `q${BEAT_MS}`;

  test('answered in its time leaves what was watched meanwhile', () => {
    expect(asked.prompt).toEqual({ key: promptKey, until: BEAT_MS + PROMPT_MS, watchedMs: BEAT_MS });
    const answered = run(asked, beat(2 * BEAT_MS), { type: 'answer', at: BEAT_MS + PROMPT_MS, promptKey });
    expect(answered).toMatchObject({ prompt: null, promptsAt: [], answered: 1, watchedMs: 2 * BEAT_MS });
  });

  test('answered a millisecond late is over, and what ran since it was asked is gone', () => {
    const late = { type: 'answer', at: BEAT_MS + PROMPT_MS + 1, promptKey } as const;
    const { state, refusal } = stepClass(run(asked, beat(2 * BEAT_MS)), late, REQUIRED);
    expect(refusal).toBe('promptOver');
    expect(state).toMatchObject({ prompt: null, promptsAt: [20_000], answered: 0, watchedMs: BEAT_MS });
  });

  test('is not answered by a guess', () => {
    expect(stepClass(asked, { type: 'answer', at: BEAT_MS + 1, promptKey: 'q1' }, REQUIRED).refusal).toBe(
      'promptOver',
    );
  });

  test('that is never answered holds the class where it was asked, however long it plays', () => {
    let state = asked;
    for (let at = 2 * BEAT_MS; at < 100 * BEAT_MS; at += BEAT_MS) {
      state = run(state, beat(at));
    }
    expect(run(state, { type: 'open', at: 200 * BEAT_MS, key: MINE })).toMatchObject({
      watchedMs: BEAT_MS,
      answered: 0,
      isDone: false,
    });
  });

  test('beyond a required time that was made shorter is asked at its end', () => {
    const state = stepClass(beginClass(0, MINE, [500_000]), beat(BEAT_MS), BEAT_MS).state;
    expect(state).toMatchObject({ watchedMs: BEAT_MS, isDone: false, prompt: { key: promptKey } });
    const answer = { type: 'answer', at: BEAT_MS + 1, promptKey } as const;
    expect(stepClass(state, answer, BEAT_MS).state.isDone).toBe(true);
  });
});

test('who watches and answers is done after the required time, wherever the questions fall', () => {
  fc.assert(
    fc.property(points, (promptsAt) => {
      let state = beginClass(0, MINE, promptsAt);
      for (let at = BEAT_MS; at <= REQUIRED; at += BEAT_MS) {
        state = run(state, beat(at));
        if (state.prompt) {
          state = run(state, { type: 'answer', at, promptKey: state.prompt.key });
        }
      }
      expect(state).toMatchObject({ isDone: true, watchedMs: REQUIRED, answered: promptsAt.length });
    }),
  );
});

test('the points lie in order within the required time, one in each part', () => {
  fc.assert(
    fc.property(points, (promptsAt) => {
      const part = REQUIRED / promptsAt.length;
      expect(promptsAt.every((point, n) => point >= n * part && point < (n + 1) * part)).toBe(true);
    }),
  );
});
