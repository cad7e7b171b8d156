/** 公众号绑定: the states, the proof, the confirmation that WeChat gives, 解绑. */
import Taro from '@tarojs/taro';
import { act, render, screen } from '@testing-library/react';
import { session } from '@/services/session';
import { fakeServer, LEARNER, meWith, Refusal, sessionOf } from '@/testing/fakeServer';
import { tap, tapId, type } from '@/testing/register';
import { hide, resetTaro, showAgain } from '@/testing/taro';
import type { Account } from './accountCard';
import OfficialAccountPage from './index';
import { endOf } from './useBinding';

const MAIN: Account = { account: 'main', name: '继教通', isBound: false, isFollowing: false, boundAt: null };
const BOUND = { isBound: true, isFollowing: true, boundAt: '2026-11-20T00:00:00.000Z' };
let accounts: Account[];
let state: { state: 'waiting' | 'bound' | 'refused' | 'expired'; words: string };
/** Another WeChat is bound: this code proves the learner. */
let proof: string | null;
let qrText: string | null;

async function openPage() {
  const sent = fakeServer({
    accounts: { signInWithWechat: () => sessionOf(meWith(LEARNER)), me: () => meWith(LEARNER) },
    bindings: {
      myBindings: () => ({ items: accounts }),
      startBinding: ({ smsCode }) => {
        if (proof && smsCode !== proof) {
          throw smsCode ? new Refusal('SMS_CODE_INVALID', 'smsCode') : new Refusal('BINDING_NEEDS_PROOF');
        }
        return { code: 'ABCD2345', qrText, expiresAt: new Date(Date.now() + 600_000).toISOString() };
      },
      sendBindingCode: () => ({ retryAfter: 60, phoneMasked: '138****8001' }),
      bindingState: () => state,
      releaseBinding: () => {
        accounts = [MAIN];
        return { ok: true };
      },
    },
  });
  await session.start();
  await act(async () => void render(<OfficialAccountPage />));
  return (name: string) => sent.filter((each) => each.name === `bindings.${name}`).map(({ input }) => input);
}
const tagOf = (account: string) => document.querySelector(`#account-${account} .tag`)?.textContent;
const pass = (ms: number) => act(async () => jest.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  jest.useFakeTimers();
  resetTaro();
  accounts = [MAIN];
  state = { state: 'waiting', words: '' };
  proof = null;
  qrText = 'http://weixin.qq.com/q/02abcdefghijklmnop';
});
afterEach(() => jest.useRealTimers());

test('several accounts, each with its state and what it wants', async () => {
  accounts = [
    { ...MAIN, ...BOUND },
    { ...MAIN, ...BOUND, account: 'luohe', name: '漯继医委', isFollowing: false },
    { ...MAIN, account: 'henan', name: '河南继教' },
  ];
  await openPage();
  expect(['main', 'luohe', 'henan'].map(tagOf)).toEqual(['已绑定', '未关注', '未绑定']);
  expect(screen.getByText(/在微信中搜索“漯继医委”，关注后即可/)).toBeTruthy();
  expect([!!document.getElementById('bind-main'), !!document.getElementById('bind-henan')]).toEqual([
    false,
    true,
  ]);
});

test('the QR and the code; asked again while the page is looked at, until WeChat has confirmed', async () => {
  const asked = await openPage();
  await tapId('bind-main');
  expect(document.getElementById('binding-code')?.textContent).toBe('绑定 ABCD2345');
  expect((document.getElementById('binding-qr') as HTMLImageElement).src).toMatch(/binding-ABCD2345\.png$/);
  expect(document.getElementById('binding-waiting')?.textContent).toContain('10 分 00 秒内有效');
  await tapId('binding-copy');
  expect(Taro.setClipboardData).toHaveBeenCalledWith({ data: '绑定 ABCD2345' });
  await pass(3000);
  const before = asked('bindingState').length;
  await act(async () => hide());
  await pass(30_000);
  expect(asked('bindingState')).toHaveLength(before);
  state = { state: 'bound', words: '' };
  accounts = [{ ...MAIN, ...BOUND }];
  await act(async () => showAgain());
  await pass(0);
  expect(tagOf('main')).toBe('已绑定');
  expect(document.getElementById('binding-code')).toBeNull();
  expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: '绑定成功' }));
  const after = asked('bindingState').length;
  await pass(30_000);
  expect(asked('bindingState')).toHaveLength(after);
});

test('another WeChat only with the code of an SMS', async () => {
  accounts = [{ ...MAIN, ...BOUND }];
  proof = '123456';
  const asked = await openPage();
  await tapId('change-main');
  expect(screen.getByText(/原来的微信不再收到消息/)).toBeTruthy();
  await tapId('proof-go');
  expect(screen.getByText('请输入短信中的6位验证码')).toBeTruthy();
  await tapId('proof-send');
  expect(document.getElementById('proof-send')?.textContent).toBe('60 秒后重发');
  type('smsCode', '000000');
  await tapId('proof-go');
  expect(screen.getByText(/验证码不正确或已过期/)).toBeTruthy();
  type('smsCode', '123456');
  await tapId('proof-go');
  expect(document.getElementById('binding-code')).toBeTruthy();
  expect(asked('startBinding').map(({ smsCode }) => smsCode)).toEqual([undefined, '000000', '123456']);
});

test('refused: why, and the way to begin again; without a QR the code is enough', async () => {
  qrText = null;
  state = { state: 'refused', words: '这个微信已绑定其他学员，请换用您自己的微信' };
  const asked = await openPage();
  await tapId('bind-main');
  await pass(0);
  expect(screen.getByText('这个微信已绑定其他学员，请换用您自己的微信')).toBeTruthy();
  state = { state: 'waiting', words: '' };
  await tapId('binding-again');
  await pass(3000);
  expect(asked('startBinding')).toHaveLength(2);
  expect(document.getElementById('binding-qr')).toBeNull();
  expect(document.getElementById('binding-code')).toBeTruthy();
});

test('解绑 asks first and says what stays', async () => {
  accounts = [{ ...MAIN, ...BOUND }];
  const asked = await openPage();
  (Taro.showModal as unknown as jest.Mock).mockResolvedValueOnce({ confirm: false });
  await tap('解绑');
  const question = (Taro.showModal as unknown as jest.Mock).mock.calls[0]?.[0].content;
  expect([question.includes('扫码签到不受影响'), asked('releaseBinding').length]).toEqual([true, 0]);
  await tap('解绑');
  expect([tagOf('main'), asked('releaseBinding')]).toEqual(['未绑定', [{ account: 'main' }]]);
});

test.each([
  ['a right clock', '2026-11-21T00:10:00.000Z', 600_000],
  ['a late one', '2026-11-21T00:09:00.000Z', 540_000],
  ['one that is hours ahead', '2026-11-20T22:10:00.000Z', 600_000],
  ['one that is hours behind', '2026-11-21T02:10:00.000Z', 600_000],
])('the countdown by %s', (_clock, expiresAt, left) => {
  const now = Date.parse('2026-11-21T00:00:00.000Z');
  expect(endOf(expiresAt, now) - now).toBe(left);
});
