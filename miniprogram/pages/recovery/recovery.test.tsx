import { createHash } from 'node:crypto';
import { makePersonnelNo } from '@common/rules/personnelNo';
import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { session } from '@/services/session';
import { fakeServer, meWith, Refusal, sessionOf } from '@/testing/fakeServer';
import { resetTaro } from '@/testing/taro';
import RecoveryPage from './index';

const captcha = {
  algorithm: 'SHA-256' as const,
  challenge: createHash('sha256').update('salt7').digest('hex'),
  salt: 'salt',
  signature: 's',
  maxNumber: 50,
};
function serve(recoverPassword: () => { ok: true } = () => ({ ok: true })) {
  return fakeServer({
    accounts: {
      signInWithWechat: () => sessionOf(meWith(null)),
      me: () => meWith(null),
      captcha: () => captcha,
      sendRecoveryCode: ({ captcha: solved }) => {
        if (!solved) {
          throw new Refusal('CAPTCHA_REQUIRED');
        }
        return { recoveryId: 'r1', retryAfter: 60 };
      },
      recoverPassword,
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

beforeEach(async () => {
  resetTaro();
  serve();
  await session.start();
});

async function askByPersonnelNo() {
  await tap('医通卡号');
  type('personnelNo', makePersonnelNo(1));
  type('last4', '001x');
  await tap('获取短信验证码');
  await screen.findByText(/验证码已发送到登记的手机/);
}

test('name, idNo and phone: the captcha is solved, and the answer never says whether the person is known', async () => {
  const sent = serve();
  render(<RecoveryPage />);
  type('name', '李雷');
  type('idNo', '11010519491231002x');
  type('phone', '+86 138 0013 8000');
  await tap('获取短信验证码');
  await screen.findByText('如果填写的信息与登记的一致，验证码已发送到登记的手机，10分钟内有效。');
  const asked = sent.filter(({ name }) => name === 'accounts.sendRecoveryCode').at(-1)?.input;
  expect(asked).toMatchObject({
    by: 'idNo',
    name: '李雷',
    idNo: '11010519491231002X',
    phone: '13800138000',
  });
  expect(asked?.captcha).toBeTruthy();
});

test('a number that cannot be is told before anything is sent', async () => {
  const sent = serve();
  render(<RecoveryPage />);
  type('name', '李雷');
  type('idNo', '110105194912310021');
  await tap('获取短信验证码');
  expect(errorAt('idNo')).toBe('身份证号码的校验位不对，请逐位核对');
  expect(errorAt('phone')).toBe('请输入11位手机号');
  expect(sent.filter(({ name }) => name === 'accounts.sendRecoveryCode')).toEqual([]);
});

test('the rules of a password are told as it is typed; then it is saved and one signs in', async () => {
  const sent = serve();
  render(<RecoveryPage />);
  await askByPersonnelNo();
  type('next', 'short1');
  expect(errorAt('next')).toBe('密码需要10至64个字符');
  type('next', `x${makePersonnelNo(1)}y`);
  expect(errorAt('next')).toBe('密码不能包含账号、姓名、编号或手机号');
  type('next', 'Plum-tree-2026');
  expect(screen.getByText('这个密码可以使用')).toBeTruthy();
  type('smsCode', '246810');
  type('again', 'Plum-tree-2027');
  await tap('保存新密码');
  expect(errorAt('again')).toBe('两次输入的新密码不一致');
  type('again', 'Plum-tree-2026');
  await tap('保存新密码');
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/pages/sign-in/index' }));
  expect(sent.at(-1)?.input).toEqual({ recoveryId: 'r1', smsCode: '246810', next: 'Plum-tree-2026' });
});

test('a refusal says the same whatever was wrong', async () => {
  serve(() => {
    throw new Refusal('RECOVERY_INVALID');
  });
  render(<RecoveryPage />);
  await askByPersonnelNo();
  type('smsCode', '000000');
  type('next', 'Plum-tree-2026');
  type('again', 'Plum-tree-2026');
  await tap('保存新密码');
  expect(errorAt('smsCode')).toBe('填写的信息或验证码不正确，请核对后重试');
  expect(Taro.redirectTo).not.toHaveBeenCalled();
});

test('the third way is told', () => {
  render(<RecoveryPage />);
  expect(screen.getByText(/公众号中发送“kj 身份证号码”/)).toBeTruthy();
});
