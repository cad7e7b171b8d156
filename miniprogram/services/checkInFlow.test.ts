import type { Claim } from '@common/contract/checkIns';
import { ApiError, ERRORS, type ErrorCode } from '@common/contract/errors';
import { claimOf, keptOf, QR, receiptOf, scanMade } from '../testing/checkIns';
import { NEXT_LABELS } from './checkInFailure';
import { type CheckInDeps, runCheckIn } from './checkInFlow';
import type { LateScan } from './lateScan';

const SCAN = scanMade();
const RECEIPT = receiptOf();
const PLACE = { longitude: 113, latitude: 25.8, accuracy: 30 };
const error = (code: ErrorCode | 'NETWORK') =>
  new ApiError({ code, message: code === 'NETWORK' ? '网络不给力' : ERRORS[code][1] });

interface Given extends Partial<CheckInDeps['checkIns']> {
  claim?: Partial<Claim>;
  isRegistered?: boolean;
  place?: typeof PLACE | null;
}

function deps({ claim = {}, isRegistered = true, place = null, ...checkIns }: Given = {}) {
  let clock = 0;
  return {
    checkIns: {
      scan: jest.fn(async () => claimOf(claim)),
      checkIn: jest.fn(async () => RECEIPT),
      ...checkIns,
    },
    isRegistered: jest.fn(async () => isRegistered),
    keep: jest.fn((made: Claim, scan) => ({ ...keptOf(), claim: made, scan })),
    add: jest.fn((kept, more) => ({ ...kept, ...more })),
    drop: jest.fn(),
    place: jest.fn(async () => place),
    late: {
      begin: jest.fn((): LateScan => ({ ...SCAN, owner: null, state: 'waiting' })),
      note: jest.fn(),
      drop: jest.fn(),
      release: jest.fn(),
    },
    now: () => clock,
    pause: jest.fn(async (ms: number) => {
      clock += ms;
    }),
  };
}

test('scan, claim, check in: the phone goes along, and nothing stays kept', async () => {
  const d = deps();
  expect(await runCheckIn({ text: QR, scene: 1011 }, d)).toMatchObject({ step: 'done', receipt: RECEIPT });
  expect(d.late.begin).toHaveBeenCalledWith({ text: QR, scene: 1011 });
  expect(d.checkIns.scan).toHaveBeenCalledWith({ text: QR, deviceId: SCAN.deviceId });
  expect(d.checkIns.checkIn).toHaveBeenCalledWith({ claimId: 'c1', deviceId: SCAN.deviceId });
  expect(d.late.drop).toHaveBeenCalledWith(SCAN.key);
  expect(d.drop).toHaveBeenCalledWith(SCAN.key);
});

test('a kept claim is finished without scanning again', async () => {
  const d = deps();
  expect(await runCheckIn({ kept: keptOf() }, d)).toMatchObject({ step: 'done' });
  expect(d.checkIns.scan).not.toHaveBeenCalled();
});

describe('who is not registered', () => {
  const held = { kind: 'unapproved' as const, words: '注册并审核通过后自动生效' };

  test('is told to register, and the server keeps the scan', async () => {
    const d = deps({ isRegistered: false, checkIn: jest.fn(async () => receiptOf({ held })) });
    expect(await runCheckIn({ text: QR }, d)).toMatchObject({ step: 'unregistered', held });
    expect(d.drop).not.toHaveBeenCalled();
  });

  test('where the authority keeps nothing, the claim waits on the phone', async () => {
    const d = deps({
      isRegistered: false,
      checkIn: jest.fn().mockRejectedValue(error('LEARNER_NOT_APPROVED')),
    });
    expect(await runCheckIn({ text: QR }, d)).toMatchObject({ step: 'unregistered', held: null });
    expect(d.drop).not.toHaveBeenCalled();
  });

  test('chooses between the form and an account where there is a form; only the account is sent for', async () => {
    const d = deps({
      isRegistered: false,
      claim: { hasWalkInForm: true },
      checkIn: jest.fn(async () => receiptOf({ held })),
    });
    const state = await runCheckIn({ text: QR }, d);
    expect(state).toMatchObject({ step: 'unregistered', held: null });
    expect(d.checkIns.checkIn).not.toHaveBeenCalled();
    const kept = keptOf({ hasWalkInForm: true });
    expect(await runCheckIn({ kept, wantsAccount: true }, d)).toMatchObject({ step: 'unregistered', held });
  });

  test('and filled in the form leaves by phone number and survey', async () => {
    const d = deps({ isRegistered: false, claim: { hasWalkInForm: true, direction: 'out' } });
    expect(await runCheckIn({ text: QR }, d)).toMatchObject({ step: 'departure' });
  });
});

describe('the place', () => {
  test('goes along where the phone may tell it', async () => {
    const d = deps({ claim: { isPlaceRequired: true }, place: PLACE });
    expect(await runCheckIn({ text: QR }, d)).toMatchObject({ step: 'done' });
    expect(d.checkIns.checkIn).toHaveBeenCalledWith(expect.objectContaining({ place: PLACE }));
  });

  test('is asked for with its reason, and the claim waits', async () => {
    const d = deps({ claim: { isPlaceRequired: true } });
    expect(await runCheckIn({ text: QR }, d)).toMatchObject({ step: 'place' });
    expect(d.checkIns.checkIn).not.toHaveBeenCalled();
    expect(d.drop).not.toHaveBeenCalled();
  });

  test('a scan from afar is on record and waits', async () => {
    const held = { kind: 'place' as const, words: '距会场约2公里，待活动管理员确认后生效' };
    const d = deps({ place: PLACE, checkIn: jest.fn(async () => receiptOf({ held })) });
    expect(await runCheckIn({ text: QR }, d)).toMatchObject({ step: 'held', held });
  });
});

test('the face is checked before the check-in', async () => {
  const d = deps({ claim: { isFaceRequired: true } });
  expect(await runCheckIn({ text: QR }, d)).toMatchObject({ step: 'face' });
  const kept = { ...keptOf({ isFaceRequired: true }), faceCheckId: 'f1' };
  expect(await runCheckIn({ kept }, d)).toMatchObject({ step: 'done' });
  expect(d.checkIns.checkIn).toHaveBeenCalledWith(expect.objectContaining({ faceCheckId: 'f1' }));
});

describe('a bad network', () => {
  const twice = <T>(answer: T) =>
    jest
      .fn()
      .mockRejectedValueOnce(error('NETWORK'))
      .mockRejectedValueOnce(error('STORE_UNAVAILABLE'))
      .mockResolvedValueOnce(answer);

  test('that comes back within seconds is not noticed', async () => {
    const d = deps({ scan: twice(claimOf()), checkIn: twice(RECEIPT) });
    expect(await runCheckIn({ text: QR }, d)).toMatchObject({ step: 'done' });
    expect(d.late.drop).toHaveBeenCalledWith(SCAN.key);
  });

  test.each(['scan', 'checkIn'] as const)(
    'that stays away from %s leaves the scan kept, to be sent',
    async (name) => {
      const d = deps({ [name]: jest.fn().mockRejectedValue(error('NETWORK')) });
      expect(await runCheckIn({ text: QR }, d)).toMatchObject({ step: 'saved', scan: { key: SCAN.key } });
      expect(d.checkIns[name]).toHaveBeenCalledTimes(3);
      expect(d.late.release).toHaveBeenCalledWith(SCAN.key);
      expect(d.late.drop).not.toHaveBeenCalled();
      // With the claim, so that it is sent as what it became.
      expect(d.late.note).toHaveBeenCalledTimes(name === 'scan' ? 0 : 1);
    },
  );
});

test.each([
  ['QR_EXPIRED', 'rescan'],
  ['QR_UNKNOWN', 'rescan'],
  ['QR_NOT_CAMERA', 'rescan'],
  ['CODE_UNKNOWN', 'retype'],
  ['CODE_HOURS', 'activities'],
  ['ACTIVITY_NOT_APPROVED', 'activities'],
  ['FORBIDDEN', 'signIn'],
  ['TOO_MANY_REQUESTS', 'retry'],
  ['NOT_FOUND', 'home'],
] as const)('a scan that is refused with %s leads to %s', async (code, next) => {
  const d = deps({ scan: jest.fn().mockRejectedValue(error(code)) });
  expect(await runCheckIn({ text: QR }, d)).toMatchObject({ step: 'failed', next });
  expect(d.late.drop).toHaveBeenCalledWith(SCAN.key);
  expect(NEXT_LABELS[next]).toMatch(/^[\u4e00-\u9fa5]+$/);
});

test.each([
  ['LEARNER_NOT_APPROVED', 'status', true],
  ['LEARNER_REJECTED', 'register', true],
  ['CLAIM_EXPIRED', 'rescan', false],
  ['CLAIM_NOT_YOURS', 'rescan', false],
  ['OUTSIDE_HOLDING_PERIOD', 'activities', false],
] as const)('a check-in refused with %s leads to %s, claim kept: %s', async (code, next, isKept) => {
  const d = deps({ checkIn: jest.fn().mockRejectedValue(error(code)) });
  const state = await runCheckIn({ text: QR }, d);
  expect(state).toMatchObject({ step: 'failed', next, ...(isKept ? { kept: { scan: SCAN } } : {}) });
  expect(d.drop).toHaveBeenCalledTimes(isKept ? 0 : 1);
});

test.each([
  ['PLACE_REQUIRED', 'place'],
  ['FACE_REQUIRED', 'face'],
  ['FACE_CHECK_FAILED', 'face'],
] as const)('a check-in refused with %s asks for the %s', async (code, step) => {
  const d = deps({ checkIn: jest.fn().mockRejectedValue(error(code)) });
  expect(await runCheckIn({ text: QR }, d)).toMatchObject({ step });
});

test('what is not ours is said in our words', async () => {
  const d = deps({ checkIn: jest.fn().mockRejectedValue(new TypeError('x is undefined')) });
  expect(await runCheckIn({ text: QR }, d)).toMatchObject({
    step: 'failed',
    message: '签到没有成功，请重试',
  });
});
