import type { Me } from '@common/contract/accounts';
import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { session } from '@/services/session';
import { administratorMe, namelessMe } from '@/testing/administrators';
import { fakeServer, Refusal, sessionOf } from '@/testing/fakeServer';
import { resetTaro } from '@/testing/taro';
import AdministratorPage from './index';

const WANG = { id: 'a'.repeat(24), name: '王芳', phoneMasked: '138****8001' };
const ZHAO = { id: 'c'.repeat(24), name: '赵敏', phoneMasked: '139****9002' };
const CONFIG = {
  publicUrl: '',
  officialAccountName: '继教通',
  wechatAuthorizeUrl: null,
  serverTime: '2026-11-21T00:00:00.000Z',
};

function serve(items: (typeof WANG)[], { simulated = false, choose = (): Me => administratorMe() } = {}) {
  return fakeServer({
    accounts: {
      signInWithWechat: () => sessionOf(namelessMe()),
      me: namelessMe,
      config: () => ({ ...CONFIG, simulated }),
    },
    administrators: {
      administratorChoices: () => ({ items }),
      sendAdministratorCode: ({ administratorId }) => ({
        ok: true,
        retryAfter: 60,
        phoneMasked: administratorId === ZHAO.id ? ZHAO.phoneMasked : '137****7003',
      }),
      chooseAdministrator: choose,
    },
  });
}
async function tap(words: string) {
  const target = await screen.findByText(words);
  await act(async () => void fireEvent.click(target));
}
function type(name: string, value: string) {
  fireEvent.change(document.querySelector(`#field-${name} input`) as Element, { target: { value } });
}
const errorAt = (name: string) => document.querySelector(`#field-${name} .field__error`)?.textContent;

beforeEach(() => {
  resetTaro();
});

test('a name of the list, its code, and on to the administration', async () => {
  const sent = serve([WANG, ZHAO]);
  await session.start();
  render(<AdministratorPage />);
  await tap('赵敏');
  expect(screen.queryByText('姓名')).toBeNull();
  await tap('获取验证码');
  expect(screen.getByText('验证码已发送到 139****9002，10分钟内有效')).toBeTruthy();
  expect(screen.getByText('60 秒后重发')).toBeTruthy();
  type('smsCode', '246810');
  await tap('确认并进入');
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/admin/home/index' }));
  expect(sent.find(({ name }) => name === 'administrators.chooseAdministrator')?.input).toEqual({
    administratorId: ZHAO.id,
    smsCode: '246810',
  });
  expect(session.snapshot().me?.administrator?.name).toBe('王芳');
});

test('the first sign-in adds a name and a phone; what is missing shows at its field', async () => {
  const sent = serve([]);
  await session.start();
  render(<AdministratorPage />);
  await screen.findByText('登记第一位管理员');
  type('phone', '1380013');
  await tap('获取验证码');
  expect([errorAt('name'), errorAt('phone')]).toEqual(['请输入姓名', '请输入11位手机号']);
  type('name', ' 王芳 ');
  type('phone', '138 0013 8001');
  await tap('确认并进入');
  expect(errorAt('smsCode')).toBe('请先获取验证码');
  await tap('获取验证码');
  expect(sent.at(-1)?.input).toEqual({ name: '王芳', phone: '13800138001' });
});

test('a wrong code and a known phone are told at their fields', async () => {
  const refusals = [new Refusal('SMS_CODE_INVALID'), new Refusal('ADMINISTRATOR_EXISTS')];
  serve([], {
    choose: () => {
      throw refusals.shift();
    },
  });
  await session.start();
  render(<AdministratorPage />);
  await screen.findByText('登记第一位管理员');
  type('name', '王芳');
  type('phone', '13800138001');
  await tap('获取验证码');
  type('smsCode', '000000');
  await tap('确认并进入');
  expect(errorAt('smsCode')).toBe('短信验证码不正确或已过期，请重新获取');
  await tap('确认并进入');
  expect(errorAt('phone')).toBe('该手机号已登记为本账号的管理员，请直接选择姓名');
});

test('a code is good for one phone: another name asks for another', async () => {
  serve([WANG, ZHAO]);
  await session.start();
  render(<AdministratorPage />);
  await tap('赵敏');
  await tap('获取验证码');
  type('smsCode', '246810');
  await tap('王芳');
  expect((document.querySelector('#field-smsCode input') as HTMLInputElement).value).toBe('');
  expect(screen.getByText('获取验证码')).toBeTruthy();
});

test('the demo tells where its SMS is read; the real thing does not', async () => {
  serve([WANG], { simulated: true });
  await session.start();
  const { unmount } = render(<AdministratorPage />);
  await tap('王芳');
  expect(await screen.findByText(/演示环境不发送真实短信/)).toBeTruthy();
  unmount();
  serve([WANG]);
  render(<AdministratorPage />);
  await tap('王芳');
  await tap('获取验证码');
  expect(screen.queryByText(/演示环境/)).toBeNull();
});

test('a kept session without a name lands here at launch, and so does any call that asks for it', async () => {
  serve([WANG]);
  await session.start();
  await act(async () => void (await session.start()));
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/pages/administrator/index' });
  (Taro.redirectTo as unknown as jest.Mock).mockClear();
  fakeServer({
    overview: {
      unitOverview: () => {
        throw new Refusal('ADMINISTRATOR_REQUIRED');
      },
    },
  });
  await expect(session.api.overview.unitOverview({})).rejects.toMatchObject({
    code: 'ADMINISTRATOR_REQUIRED',
  });
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/pages/administrator/index' });
});
