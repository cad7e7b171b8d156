import type { Claim, Receipt } from '@common/contract/checkIns';
import { ApiError, ERRORS, type ErrorCode } from '@common/contract/errors';
import { type CheckInDeps, NEXT_LABELS, runCheckIn } from './checkInFlow';

const claim: Claim = {
  claimId: 'c1',
  activityName: '培训班',
  courseName: '心电图判读',
  direction: 'in',
  scannedAt: '2026-11-21T00:00:00.000Z',
  expiresAt: '2026-11-21T00:03:00.000Z',
};
const receipt = { learnerName: '李雷', repeated: false } as Receipt;
const kept = { claim, until: Number.MAX_SAFE_INTEGER };
const error = (code: ErrorCode | 'NETWORK') =>
  new ApiError({ code, message: code === 'NETWORK' ? '网络不给力' : ERRORS[code][1] });

function deps(part: Partial<CheckInDeps['checkIns']> = {}, isRegistered = true) {
  return {
    checkIns: { scan: jest.fn(async () => claim), checkIn: jest.fn(async () => receipt), ...part },
    isRegistered: jest.fn(async () => isRegistered),
    keep: jest.fn(() => kept),
    drop: jest.fn(),
  };
}

test('scan, claim, check in', async () => {
  const d = deps();
  await expect(runCheckIn({ text: 'qr', scene: 1011 }, d)).resolves.toEqual({ step: 'done', receipt });
  expect(d.checkIns.scan).toHaveBeenCalledWith({ text: 'qr', scene: 1011 });
  expect(d.checkIns.checkIn).toHaveBeenCalledWith({ claimId: 'c1' });
  expect(d.drop).toHaveBeenCalled();
});

test('who is not registered keeps the claim', async () => {
  const d = deps({}, false);
  await expect(runCheckIn({ text: 'qr' }, d)).resolves.toEqual({ step: 'unregistered', kept });
  expect(d.checkIns.checkIn).not.toHaveBeenCalled();
  expect(d.drop).not.toHaveBeenCalled();
});

test('a kept claim is finished without scanning again', async () => {
  const d = deps();
  await expect(runCheckIn({ kept }, d)).resolves.toMatchObject({ step: 'done' });
  expect(d.checkIns.scan).not.toHaveBeenCalled();
});

test.each([
  ['QR_EXPIRED', 'rescan'],
  ['QR_UNKNOWN', 'rescan'],
  ['QR_NOT_CAMERA', 'rescan'],
  ['CODE_UNKNOWN', 'retype'],
  ['ACTIVITY_NOT_APPROVED', 'activities'],
  ['FORBIDDEN', 'signIn'],
  ['TOO_MANY_REQUESTS', 'retry'],
  ['NETWORK', 'retry'],
  ['NOT_FOUND', 'home'],
] as const)('a scan that is refused with %s leads to %s', async (code, next) => {
  const d = deps({ scan: jest.fn().mockRejectedValue(error(code)) });
  const state = await runCheckIn({ text: 'qr' }, d);
  expect(state).toMatchObject({ step: 'failed', next });
  expect(NEXT_LABELS[next]).toMatch(/^[\u4e00-\u9fa5]+$/);
});

test.each([
  ['NETWORK', 'retry', true],
  ['LEARNER_NOT_APPROVED', 'status', true],
  ['LEARNER_REJECTED', 'register', true],
  ['CLAIM_EXPIRED', 'rescan', false],
  ['CLAIM_NOT_YOURS', 'rescan', false],
  ['OUTSIDE_HOLDING_PERIOD', 'activities', false],
] as const)('a check-in refused with %s leads to %s, claim kept: %s', async (code, next, isKept) => {
  const d = deps({ checkIn: jest.fn().mockRejectedValue(error(code)) });
  const state = await runCheckIn({ text: 'qr' }, d);
  expect(state).toMatchObject({ step: 'failed', next, ...(isKept ? { kept } : {}) });
  expect(d.drop).toHaveBeenCalledTimes(isKept ? 0 : 1);
});

test('what is not ours is said in our words', async () => {
  const d = deps({ checkIn: jest.fn().mockRejectedValue(new TypeError('x is undefined')) });
  await expect(runCheckIn({ text: 'qr' }, d)).resolves.toMatchObject({
    message: '签到没有成功，请重试',
    kept,
  });
});
