import { claimOf, scanMade } from '../testing/checkIns';
import { resetTaro } from '../testing/taro';
import { keptClaim } from './keptClaim';
import { decodeOnce } from './launch';
import { registerDraft } from './registerDraft';
import { EMPTY_FORM } from './registerForm';

beforeEach(() => {
  resetTaro();
  jest.useFakeTimers({ now: Date.parse('2026-11-21T09:00:00Z') });
});
afterEach(() => jest.useRealTimers());

// A phone an hour behind the server.
const claim = claimOf({ claimId: 'c' }, Date.parse('2026-11-21T10:00:00.000Z'));

test('a claim lives its three minutes whatever the clock of the phone says', () => {
  keptClaim.keep(claim, scanMade());
  jest.advanceTimersByTime(179_000);
  expect(keptClaim.get()?.claim.claimId).toBe('c');
  jest.advanceTimersByTime(2_000);
  expect(keptClaim.get()).toBeUndefined();
});

test('a claim is dropped only with its own scan', () => {
  keptClaim.keep(claim, scanMade());
  keptClaim.drop('another');
  expect(keptClaim.get()).toBeDefined();
  keptClaim.drop(scanMade().key);
  expect(keptClaim.get()).toBeUndefined();
});

test('a draft is kept for a day, without codes', () => {
  registerDraft.keep({ ...EMPTY_FORM, name: '李雷', agreed: '2026-11', smsCode: '123456', phoneCode: 'p' });
  expect(registerDraft.get()).toEqual({ ...EMPTY_FORM, name: '李雷', agreed: '2026-11' });
  jest.advanceTimersByTime(25 * 3_600_000);
  expect(registerDraft.get()).toBeUndefined();
});

test('what a registered learner corrects is only his', () => {
  registerDraft.keep({ ...EMPTY_FORM, name: '李雷' }, 'learner-1');
  expect(registerDraft.get()).toBeUndefined();
  expect(registerDraft.get('learner-2')).toBeUndefined();
  expect(registerDraft.get('learner-1')?.name).toBe('李雷');
});

test.each([
  ['https%3A%2F%2Fh%2Fq%2FT', 'https://h/q/T'],
  ['https://h/q/a%20b', 'https://h/q/a%20b'],
  ['ABCD1234', 'ABCD1234'],
  ['%E0%A4%A', '%E0%A4%A'],
])('%s is decoded once in all', (value, meant) => {
  expect(decodeOnce(value)).toBe(meant);
});
