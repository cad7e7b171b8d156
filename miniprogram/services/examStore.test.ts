import { ApiError, ERRORS, type ErrorCode } from '@common/contract/errors';
import { ATTEMPT_ID, ACTIVITY_ID as activityId, attemptOf, Q1, Q2, resultOf } from '../testing/exams';
import { savingOf } from './examAttempt';
import { ExamStore } from './examStore';

const NOW = Date.parse('2026-11-21T01:00:00.000Z');
const serverTime = '2026-11-21T01:00:00.000Z';
const error = (code: ErrorCode | 'NETWORK') =>
  new ApiError({ code, message: code === 'NETWORK' ? '网络不给力' : ERRORS[code][1] });

/** A phone: its storage survives the store, as when the mini-program is closed and opened again. Nothing runs later by itself. */
function phone() {
  const kept = new Map<string, unknown>();
  const waiting: (() => void)[] = [];
  const who = { here: 'learner-1' as string | undefined };
  const world = {
    exams: {
      saveAnswers: jest.fn(async ({ revision }: { revision: number }) => ({ revision, serverTime })),
      submitExam: jest.fn(async () => resultOf()),
    },
    storage: {
      get: <T>(key: string) => kept.get(key) as T | undefined,
      set: (key: string, value: unknown) => void kept.set(key, JSON.parse(JSON.stringify(value))),
      remove: (key: string) => void kept.delete(key),
    },
    sender: async () => who.here,
    now: jest.fn(() => NOW),
    later: jest.fn((run: () => void) => void waiting.push(run)),
  };
  const opened = () => new ExamStore(world);
  const store = opened();
  /** The pause after an answer, or before another try, is over. */
  const goOn = async (of = store) => {
    for (const run of waiting.splice(0)) {
      run();
    }
    await of.send();
  };
  return { world, who, kept, opened, store, goOn };
}
const started = (part = {}) => {
  const all = phone();
  all.store.begin(attemptOf(part), 'learner-1');
  return all;
};
const savingNow = (store: ExamStore) => {
  const item = store.kept(ATTEMPT_ID);
  return item && savingOf(item, store.snapshot().trouble);
};

test('answers that are given quickly go together, the newest of each', async () => {
  const { store, world, goOn } = started();
  store.answer(ATTEMPT_ID, Q1, [1]);
  store.answer(ATTEMPT_ID, Q1, [0]);
  store.answer(ATTEMPT_ID, Q2, [0, 1]);
  expect(savingNow(store)).toBe('saving');
  await goOn();
  expect(world.exams.saveAnswers).toHaveBeenCalledTimes(1);
  expect(world.exams.saveAnswers).toHaveBeenCalledWith(
    expect.objectContaining({
      attemptId: ATTEMPT_ID,
      answers: [
        { question: Q1, chosen: [0] },
        { question: Q2, chosen: [0, 1] },
      ],
    }),
  );
  expect(savingNow(store)).toBe('saved');
});

test('one request at a time: what is answered meanwhile follows it, with a greater revision', async () => {
  const { store, world, goOn } = started();
  let arrive: () => void = () => undefined;
  world.exams.saveAnswers.mockImplementationOnce(async ({ revision }) => {
    await new Promise<void>((resolve) => {
      arrive = resolve;
    });
    return { revision, serverTime };
  });
  store.answer(ATTEMPT_ID, Q1, [1]);
  const sending = goOn();
  await Promise.resolve();
  store.answer(ATTEMPT_ID, Q1, [0]);
  void store.send();
  expect(world.exams.saveAnswers).toHaveBeenCalledTimes(1);
  arrive();
  await sending;
  const [first, second] = world.exams.saveAnswers.mock.calls.map(([sent]) => sent);
  expect(second).toMatchObject({ answers: [{ question: Q1, chosen: [0] }] });
  expect(second?.revision).toBeGreaterThan(first?.revision ?? 0);
  expect(world.exams.saveAnswers).toHaveBeenCalledTimes(2);
});

test('without a network the answers stay, and are tried again by itself', async () => {
  const { store, world, goOn } = started();
  world.exams.saveAnswers.mockRejectedValueOnce(error('NETWORK'));
  store.answer(ATTEMPT_ID, Q1, [0]);
  await goOn();
  expect(savingNow(store)).toBe('offline');
  await goOn();
  expect(savingNow(store)).toBe('saved');
});

test('pauses between the tries grow, and a network that returns ends them', async () => {
  const { store, world, goOn } = started();
  world.exams.saveAnswers.mockRejectedValue(error('NETWORK'));
  store.answer(ATTEMPT_ID, Q1, [0]);
  for (let n = 0; n < 7; n += 1) {
    await goOn();
  }
  const pauses = (world.later.mock.calls as unknown as [() => void, number][]).map(([, ms]) => ms).slice(1);
  expect(pauses).toEqual([2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  world.exams.saveAnswers.mockImplementation(async ({ revision }) => ({ revision, serverTime }));
  await store.wake();
  expect(savingNow(store)).toBe('saved');
});

test('closed without a network: the questions, the answers and the marks are there again, and are sent', async () => {
  const { store, opened, world } = started();
  store.answer(ATTEMPT_ID, Q1, [0]);
  store.mark(ATTEMPT_ID, Q2);
  store.turnTo(ATTEMPT_ID, 1);
  const later = opened();
  expect(later.paperOf(ATTEMPT_ID)?.questions).toHaveLength(2);
  expect(later.isTakenUp(ATTEMPT_ID)).toBe(false);
  expect(later.kept(ATTEMPT_ID)).toMatchObject({
    answers: [{ question: Q1, chosen: [0] }],
    marked: [Q2],
    at: 1,
  });
  await later.send();
  expect(world.exams.saveAnswers).toHaveBeenCalledTimes(1);
});

describe('taken up again, the newer answers count:', () => {
  test("this phone's, which are sent", async () => {
    const { store, world } = started();
    store.answer(ATTEMPT_ID, Q1, [0]);
    store.begin(attemptOf({ revision: 7, answers: [{ question: Q1, chosen: [1] }] }), 'learner-1');
    await store.send();
    expect(world.exams.saveAnswers).toHaveBeenLastCalledWith(
      expect.objectContaining({ answers: [{ question: Q1, chosen: [0] }] }),
    );
  });

  test("the server's, given later on another phone; 交卷 of the older ones is forgotten", async () => {
    const { store, world } = started();
    world.exams.submitExam.mockRejectedValue(error('NETWORK'));
    store.answer(ATTEMPT_ID, Q1, [0]);
    await store.submit(ATTEMPT_ID);
    const answers = [{ question: Q1, chosen: [1] }];
    store.begin(attemptOf({ revision: NOW + 60_000, answers }), 'learner-1');
    expect(store.kept(ATTEMPT_ID)).toMatchObject({ answers, toSubmit: false });
  });

  test('by the server’s clock, whatever the phones say', () => {
    const { store, world } = started();
    world.now.mockReturnValue(NOW + 9 * 3_600_000);
    store.begin(attemptOf({ serverTime: '2026-11-21T01:00:10.000Z' }), 'learner-1');
    store.answer(ATTEMPT_ID, Q1, [0]);
    expect(store.kept(ATTEMPT_ID)?.revision).toBe(NOW + 10_000);
  });
});

test('saved, but another phone was later: it is overtaken, and nothing goes round in circles', async () => {
  const { store, world, goOn } = started();
  world.exams.saveAnswers.mockResolvedValueOnce({ revision: NOW + 60_000, serverTime });
  store.answer(ATTEMPT_ID, Q1, [0]);
  await goOn();
  expect(store.kept(ATTEMPT_ID)?.isOvertaken).toBe(true);
  await store.send();
  expect(world.exams.saveAnswers).toHaveBeenCalledTimes(1);
});

describe('交卷', () => {
  test('takes the last answers with it, and leaves nothing on the phone', async () => {
    const { store, world, kept } = started();
    store.answer(ATTEMPT_ID, Q1, [0]);
    await store.submit(ATTEMPT_ID);
    expect(world.exams.saveAnswers).not.toHaveBeenCalled();
    expect(world.exams.submitExam).toHaveBeenCalledWith(
      expect.objectContaining({ answers: [{ question: Q1, chosen: [0] }] }),
    );
    expect(store.snapshot().finished[ATTEMPT_ID]).toEqual(resultOf());
    expect([...kept.keys()]).toEqual(['exams']);
    expect(kept.get('exams')).toEqual([]);
  });

  test('with nothing answered is sent as well', async () => {
    const { store, world } = started();
    await store.submit(ATTEMPT_ID);
    expect(world.exams.submitExam).toHaveBeenCalledWith(
      expect.objectContaining({ revision: 1, answers: [] }),
    );
  });

  test('twice is once', async () => {
    const { store, world } = started();
    await Promise.all([store.submit(ATTEMPT_ID), store.submit(ATTEMPT_ID)]);
    expect(world.exams.submitExam).toHaveBeenCalledTimes(1);
  });

  test('without a network is kept through a closed mini-program and sent when there is one', async () => {
    const { store, opened, world } = started();
    world.exams.submitExam.mockRejectedValueOnce(error('NETWORK'));
    await store.submit(ATTEMPT_ID);
    expect(savingNow(store)).toBe('offline');
    const later = opened();
    expect(later.kept(ATTEMPT_ID)?.toSubmit).toBe(true);
    await later.wake();
    expect(later.snapshot().finished).toHaveProperty(ATTEMPT_ID);
    expect(later.kept(ATTEMPT_ID)).toBeUndefined();
  });
});

test.each(['EXAM_SUBMITTED', 'EXAM_TIME_OVER'] as const)(
  'the server has handed it in (%s): only its result is left',
  async (code) => {
    const { store, world, goOn } = started();
    world.exams.saveAnswers.mockRejectedValueOnce(error(code));
    store.answer(ATTEMPT_ID, Q1, [0]);
    await goOn();
    expect(store.snapshot().finished).toEqual({ [ATTEMPT_ID]: null });
    expect(store.kept(ATTEMPT_ID)).toBeUndefined();
  },
);

test('what the server refuses is not sent again and again; taken up anew it goes on', async () => {
  const { store, world, goOn } = started();
  world.exams.saveAnswers.mockRejectedValueOnce(error('NOT_DRAWN'));
  store.answer(ATTEMPT_ID, Q1, [0]);
  await goOn();
  expect(savingNow(store)).toBe('refused');
  await store.wake();
  expect(world.exams.saveAnswers).toHaveBeenCalledTimes(1);
  store.begin(attemptOf(), 'learner-1');
  expect(store.kept(ATTEMPT_ID)?.answers).toEqual([]);
  expect(savingNow(store)).toBe('saved');
});

test('another person on this phone sends nothing of it; the owner does when he is back', async () => {
  const { store, who, world, goOn } = started();
  who.here = 'learner-2';
  store.answer(ATTEMPT_ID, Q1, [0]);
  await goOn();
  expect(world.exams.saveAnswers).not.toHaveBeenCalled();
  who.here = undefined;
  await goOn();
  expect(savingNow(store)).toBe('unreached');
  who.here = 'learner-1';
  await goOn();
  expect(savingNow(store)).toBe('saved');
});

test('of an activity only the open try is kept; a closed account leaves nothing', () => {
  const { store, kept } = started();
  const second = { ...attemptOf(), id: 'f'.repeat(24) };
  store.begin(second, 'learner-1');
  expect(store.snapshot().items.map(({ attemptId }) => attemptId)).toEqual([second.id]);
  store.keepOnly('another activity', null);
  expect(store.kept(second.id)).toBeDefined();
  store.keepOnly(activityId, second.id);
  expect(store.kept(second.id)).toBeDefined();
  store.dropOf('learner-1');
  expect(store.snapshot().items).toEqual([]);
  expect([...kept.keys()]).toEqual(['exams']);
});
