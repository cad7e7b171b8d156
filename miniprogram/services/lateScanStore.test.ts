import { ApiError, ERRORS, type ErrorCode } from '@common/contract/errors';
import { DEVICE, QR, receiptOf } from '../testing/checkIns';
import { LateScanStore } from './lateScanStore';

const NOW = Date.parse('2026-11-21T01:00:00.000Z');
const HELD = { kind: 'late' as const, words: '待活动管理员确认后生效' };
const LATE = receiptOf({ held: HELD });
const error = (code: ErrorCode | 'NETWORK') =>
  new ApiError({ code, message: code === 'NETWORK' ? '网络不给力' : ERRORS[code][1] });

/** A phone: its storage survives the store, as when the mini-program is closed and opened again. */
function phone() {
  const kept = new Map<string, unknown>();
  const who = { here: 'learner-1' as string | null };
  let names = 0;
  const world = {
    checkIns: { checkIn: jest.fn(async () => receiptOf()), scanLate: jest.fn(async () => LATE) },
    storage: {
      get: <T>(key: string) => kept.get(key) as T | undefined,
      set: (key: string, value: unknown) => void kept.set(key, JSON.parse(JSON.stringify(value))),
    },
    owner: () => who.here,
    sender: async () => who.here,
    now: jest.fn(() => NOW),
    randomName: () => {
      names += 1;
      return `name${names}`.padEnd(24, '0');
    },
    deviceId: () => DEVICE,
    later: jest.fn(),
  };
  const opened = () => new LateScanStore(world);
  return { world, who, opened, store: opened() };
}

/** Scanned without a network. */
function scanned(store: LateScanStore, text = QR) {
  const scan = store.begin({ text });
  store.release(scan.key);
  return scan;
}

test('it survives a closed mini-program from the first moment, and is sent with both clocks and its key', async () => {
  const { store, opened, world } = phone();
  const { key } = store.begin({ text: QR, scene: 1011 });
  world.now.mockReturnValue(NOW + 600_000);
  const later = opened();
  await later.send();
  expect(world.checkIns.scanLate).toHaveBeenCalledWith({
    key,
    text: QR,
    scene: 1011,
    deviceId: DEVICE,
    scannedAt: '2026-11-21T01:00:00.000Z',
    sentAt: '2026-11-21T01:10:00.000Z',
  });
  expect(later.snapshot().items).toMatchObject([{ state: 'held', words: HELD.words }]);
});

test('each goes once, however often it is asked for', async () => {
  const { store, world } = phone();
  scanned(store);
  await Promise.all([store.send(), store.send()]);
  await store.send();
  expect(world.checkIns.scanLate).toHaveBeenCalledTimes(1);
});

test('a network that comes back during a failing run is not overheard', async () => {
  const { store, world } = phone();
  scanned(store);
  world.checkIns.scanLate.mockRejectedValueOnce(error('NETWORK'));
  const failing = store.send();
  await Promise.all([store.wake(), failing]);
  expect(store.snapshot().items).toMatchObject([{ state: 'held' }]);
});

test('what its page is still busy with is not sent beside it', async () => {
  const { store, world } = phone();
  const { key } = store.begin({ text: QR });
  await store.send();
  expect(world.checkIns.scanLate).not.toHaveBeenCalled();
  store.release(key);
  await store.send();
  expect(world.checkIns.scanLate).toHaveBeenCalledTimes(1);
});

test('the same code again is the same scan', () => {
  const { store } = phone();
  const first = scanned(store);
  expect(store.begin({ text: QR }).key).toBe(first.key);
  expect(store.begin({ code: 'ABCD1234' }).key).not.toBe(first.key);
});

describe('with a claim', () => {
  test('it is sent as what it became, and stands', async () => {
    const { store, world } = phone();
    const { key } = scanned(store);
    store.note(key, { claimId: 'c1', name: '签到 心电图判读' });
    await store.send();
    expect(world.checkIns.checkIn).toHaveBeenCalledWith({ claimId: 'c1', deviceId: DEVICE });
    expect(world.checkIns.scanLate).not.toHaveBeenCalled();
    expect(store.snapshot().items).toMatchObject([{ state: 'recorded' }]);
  });

  test.each(['CLAIM_EXPIRED', 'PLACE_REQUIRED'] as const)(
    'that is over (%s) it goes the late way',
    async (code) => {
      const { store, world } = phone();
      world.checkIns.checkIn.mockRejectedValue(error(code));
      store.note(scanned(store).key, { claimId: 'c1' });
      await store.send();
      expect(store.snapshot().items).toMatchObject([{ state: 'held' }]);
    },
  );
});

test.each(['NETWORK', 'STORE_UNAVAILABLE', 'NOT_SIGNED_IN', 'TOO_MANY_REQUESTS'] as const)(
  'after %s it waits and is tried again by itself',
  async (code) => {
    const { store, world } = phone();
    world.checkIns.scanLate.mockRejectedValueOnce(error(code));
    scanned(store);
    await store.send();
    expect(store.snapshot()).toMatchObject({ items: [{ state: 'waiting' }], isSending: false });
    const [again] = world.later.mock.calls.at(-1) as [() => void];
    again();
    await store.send();
    expect(store.snapshot().items).toMatchObject([{ state: 'held' }]);
  },
);

test('where no session could be had it waits and is tried again by itself', async () => {
  const { store, world } = phone();
  jest.spyOn(world, 'sender').mockResolvedValueOnce(undefined as never);
  scanned(store);
  const [first] = world.later.mock.calls.at(-1) as [() => void];
  first();
  await store.send();
  expect(world.checkIns.scanLate).not.toHaveBeenCalled();
  expect(world.later).toHaveBeenCalledTimes(2);
  const [again] = world.later.mock.calls.at(-1) as [() => void];
  again();
  await store.send();
  expect(store.snapshot().items).toMatchObject([{ state: 'held' }]);
});

test('a refusal stays with its reason and what to do, until the person has seen it', async () => {
  const { store, world } = phone();
  world.checkIns.scanLate.mockRejectedValueOnce(error('OUTSIDE_HOLDING_PERIOD'));
  const { key } = scanned(store);
  await store.send();
  const [item] = store.snapshot().items;
  expect(item).toMatchObject({ state: 'refused', canRetry: false });
  expect(item?.words).toContain('不能签到');
  expect(item?.words).toContain('请联系活动管理员补录');
  store.drop(key);
  expect(store.snapshot().items).toEqual([]);
});

test('refused for the approval, it may be sent again', async () => {
  const { store, world } = phone();
  world.checkIns.scanLate.mockRejectedValueOnce(error('LEARNER_NOT_APPROVED'));
  const { key } = scanned(store);
  await store.send();
  expect(store.snapshot().items).toMatchObject([{ state: 'refused', canRetry: true }]);
  await store.retry(key);
  expect(store.snapshot().items).toMatchObject([{ state: 'held' }]);
});

describe('another person on this phone', () => {
  test("does not send somebody else's scan; the owner does when he is back", async () => {
    const { store, who, world } = phone();
    scanned(store);
    who.here = 'learner-2';
    await store.send();
    expect(world.checkIns.scanLate).not.toHaveBeenCalled();
    who.here = 'learner-1';
    await store.send();
    expect(world.checkIns.scanLate).toHaveBeenCalledTimes(1);
  });

  test('who scans the same code makes a scan of his own', () => {
    const { store, who } = phone();
    const first = scanned(store);
    who.here = 'learner-2';
    expect(store.begin({ text: QR }).key).not.toBe(first.key);
  });

  test('leaves nobody for the scans that had no owner: they say so', async () => {
    const { store, who, world } = phone();
    who.here = null;
    scanned(store);
    store.disown();
    who.here = 'learner-2';
    await store.send();
    expect(world.checkIns.scanLate).not.toHaveBeenCalled();
    expect(store.snapshot().items[0]?.words).toContain('请本人重新扫描');
  });
});

test('who registers in the meantime sends what he scanned before', async () => {
  const { store, who, world } = phone();
  who.here = null;
  scanned(store);
  who.here = 'learner-1';
  await store.send();
  expect(world.checkIns.scanLate).toHaveBeenCalledTimes(1);
});
