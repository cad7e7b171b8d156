import { PRIVACY_VERSION } from '@common/privacy';
import Taro from '@tarojs/taro';
import { act, render, screen, waitFor } from '@testing-library/react';
import { session } from '@/services/session';
import { fakeServer, LEARNER, meWith, Refusal, sessionOf } from '@/testing/fakeServer';
import { tap, tapId, type } from '@/testing/register';
import { openedWith, resetTaro } from '@/testing/taro';
import ClosurePage from './closure/index';
import ConsentsPage from './consents/index';
import ReadersPage from './readers/index';

type Answers = Parameters<typeof fakeServer>[0]['personalData'];

async function openPage(page: React.ReactElement, personalData: Answers) {
  const me = meWith(LEARNER);
  const sent = fakeServer({
    accounts: {
      signInWithWechat: () => sessionOf(me),
      me: () => me,
      signOut: () => ({ ok: true }),
    },
    personalData,
  });
  await session.start();
  render(page);
  await act(async () => undefined);
  return sent;
}

beforeEach(() => {
  resetTaro();
  openedWith({});
});

test('closing asks three times: the code, the word, the question', async () => {
  const closeAccount = jest.fn(() => ({ ok: true as const }));
  await openPage(<ClosurePage />, {
    sendClosureCode: () => ({ ok: true, retryAfter: 60, phoneMasked: '138****8000' }),
    closeAccount,
  });
  await tapId('closure-confirm');
  expect(screen.getByText('请输入短信中的6位验证码')).toBeTruthy();
  expect(screen.getByText('请输入“注销”二字')).toBeTruthy();
  await tap('获取验证码');
  type('smsCode', '123456');
  type('typed', '注销');
  (Taro.showModal as unknown as jest.Mock).mockResolvedValueOnce({ confirm: false });
  await tapId('closure-confirm');
  expect(Taro.showModal).toHaveBeenCalledTimes(1);
  expect(closeAccount).not.toHaveBeenCalled();

  await tapId('closure-confirm');
  await waitFor(() => expect(Taro.reLaunch).toHaveBeenCalledWith({ url: '/pages/home/index' }));
  expect(closeAccount).toHaveBeenCalledWith({ smsCode: '123456' });
  expect(session.snapshot()).toMatchObject({ status: 'signedOut', me: null });
});

test('a wrong code closes nothing', async () => {
  await openPage(<ClosurePage />, {
    closeAccount: () => {
      throw new Refusal('SMS_CODE_INVALID', 'smsCode');
    },
  });
  type('smsCode', '123456');
  type('typed', '注销');
  await tapId('closure-confirm');
  expect(screen.getByText(/验证码不正确或已过期/)).toBeTruthy();
  expect(Taro.reLaunch).not.toHaveBeenCalled();
});

test('a changed text is read and agreed to once', async () => {
  const items = [{ version: '2025-01', at: '2025-01-02T00:00:00.000Z' }];
  const agree = jest.fn(({ version }: { version: string }) => {
    items.unshift({ version, at: '2026-11-21T00:00:00.000Z' });
    return { ok: true as const };
  });
  await openPage(<ConsentsPage />, {
    myConsents: () => ({ items: [...items], current: PRIVACY_VERSION }),
    agree,
  });
  await screen.findByText(/说明已更新，请阅读后同意/);
  await tapId('consent-agree');
  expect(agree).toHaveBeenCalledWith({ version: PRIVACY_VERSION });
  await waitFor(() => expect(document.getElementById('consent-agree')).toBeNull());
});

test('a text that this app does not have yet cannot be agreed to', async () => {
  await openPage(<ConsentsPage />, { myConsents: () => ({ items: [], current: '2099-01' }) });
  await screen.findByText(/请关闭后重新打开本程序/);
  expect(document.getElementById('consent-agree')).toBeNull();
});

test('who read it is listed page by page', async () => {
  const all = Array.from({ length: 25 }, (_, n) => ({
    at: `2026-11-${String(25 - n).padStart(2, '0')}T00:00:00.000Z`,
    readerName: `宜章县第二人民医院 · 王芳${n}`,
    what: '查看完整身份证号码与手机号',
  }));
  await openPage(<ReadersPage />, {
    myReaders: ({ page = 1, pageSize = 20 }) => ({
      items: all.slice((Number(page) - 1) * Number(pageSize), Number(page) * Number(pageSize)),
      total: all.length,
      page: Number(page),
      pageSize: Number(pageSize),
    }),
  });
  await screen.findByText(/王芳0 /);
  expect(screen.queryByText(/王芳24 /)).toBeNull();
  await tap('加载更多');
  await screen.findByText(/王芳24 /);
});
