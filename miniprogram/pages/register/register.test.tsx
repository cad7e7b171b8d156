import Taro from '@tarojs/taro';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { keptClaim } from '@/services/keptClaim';
import { claimOf, scanMade } from '@/testing/checkIns';
import { LEARNER, Refusal } from '@/testing/fakeServer';
import {
  agree,
  box,
  fillBasics,
  fillContact,
  fillThreePages,
  fillWork,
  openPage,
  serve,
  tap,
  tapId,
  ticks,
  type,
  UNIT,
} from '@/testing/register';
import { openedWith, resetTaro } from '@/testing/taro';

const registrations = (sent: ReturnType<typeof serve>) =>
  sent.filter(({ name }) => name === 'learners.register');

beforeEach(() => {
  resetTaro();
  openedWith({});
});

test('nothing personal is asked before the consent, which is not ticked beforehand', async () => {
  serve(null);
  await openPage();
  expect(document.querySelector('input')).toBeNull();
  await tapId('consent-agree');
  expect(document.querySelector('input')).toBeNull();
  await agree();
  expect(box('name')).toBeTruthy();
});

test('who refuses can sign in for his credits or read again', async () => {
  serve(null);
  await openPage();
  await tapId('consent-refuse');
  await tapId('refused-credits');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/sign-in/index' });
  await tapId('consent-read');
  expect(screen.getByText('注册前请阅读')).toBeTruthy();
});

test('a wrong check digit is said as the field is left; a right number tells sex, birthday and age', async () => {
  serve(null);
  await openPage();
  await agree();
  type('idNo', '110105194912310021');
  expect(screen.getByText('身份证号码的校验位不对，请逐位核对')).toBeTruthy();
  type('idNo', '11010519491231002X');
  expect(document.querySelector('.register__bearer')?.textContent).toMatch(/^女，1949年12月31日出生，\d+岁$/);
});

test('each page is ticked as it becomes complete, and submitting opens with the third', async () => {
  serve(null);
  await openPage();
  await agree();
  expect(ticks()).toEqual([]);
  await fillBasics();
  expect(ticks()).toEqual(['基本资料']);
  await fillContact();
  expect(ticks()).toEqual(['基本资料', '联系信息']);
  expect(document.getElementById('register-submit')).toBeNull();
  await fillWork();
  expect(ticks()).toEqual(['基本资料', '联系信息', '工作信息']);
  expect(document.getElementById('register-submit')).toBeTruthy();
  // Taking a starred field back takes the tick and the button away.
  await tapId('step-basics');
  type('name', '');
  expect(ticks()).toEqual(['联系信息', '工作信息']);
  expect(document.getElementById('register-submit')).toBeNull();
});

test('the bar names what is missing and goes there', async () => {
  serve(null);
  await openPage();
  await agree();
  type('name', '李雷');
  await tapId('step-others');
  expect(screen.getByText(/提交前还差：身份证号码、手机号、单位等4项/)).toBeTruthy();
  await tapId('register-missing');
  expect(box('idNo')).toBeTruthy();
  expect(screen.getByText('请输入身份证号码')).toBeTruthy();
  expect(Taro.pageScrollTo).toHaveBeenCalledWith(expect.objectContaining({ selector: '#field-idNo' }));
});

test("the server's answer leads to its page and field, with a way out", async () => {
  serve(null, {
    register: () => {
      throw new Refusal('IDNO_TAKEN', 'idNo');
    },
  });
  await openPage();
  await fillThreePages();
  await tap('提交单位审核');
  expect(document.querySelector('#field-idNo .field__error')?.textContent).toBe(
    '此证件号码已被使用，请重新输入',
  );
  await tap('忘记密码');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/recovery/index' });
});

test('a good form is sent once, the draft dropped, and home shown', async () => {
  const sent = serve(null);
  await openPage();
  await fillThreePages();
  await act(async () => {
    fireEvent.click(screen.getByText('提交单位审核'));
    fireEvent.click(screen.getByText('提交单位审核'));
  });
  await waitFor(() => expect(Taro.reLaunch).toHaveBeenCalledWith({ url: '/pages/home/index' }));
  expect(registrations(sent)).toHaveLength(1);
  expect(registrations(sent)[0]?.input).toMatchObject({
    phone: '13800138000',
    smsCode: '123456',
    unitId: UNIT.id,
    consent: true,
  });
  expect(Taro.getStorageSync('jijiaotong.registerDraft')).toBe('');
});

test('who was entered by his unit before is welcomed as approved', async () => {
  serve(null, {
    register: () => ({ ...LEARNER, approval: { ...LEARNER.approval, state: 'approved' } }),
  });
  await openPage();
  await fillThreePages();
  await tap('提交单位审核');
  await waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(
      expect.objectContaining({ title: '欢迎，李雷！单位已登记您的信息，审核通过' }),
    ),
  );
});

test('what was typed is there again after the app was closed, codes not', async () => {
  serve(null);
  const first = await openPage();
  await agree();
  await fillBasics();
  await fillContact();
  first.unmount();
  await openPage();
  expect(box('name').value).toBe('李雷');
  // The code of the message is not kept: the page is to be completed again.
  expect(ticks()).toEqual(['基本资料']);
  await tapId('step-contact');
  expect(box('phone').value).toBe('13800138000');
  expect(box('smsCode').value).toBe('');
});

test('a scan that waits is finished by the page that kept it', async () => {
  serve(null);
  keptClaim.keep(claimOf(), scanMade());
  openedWith({}, ['pages/check-in/index', 'pages/register/index']);
  await openPage();
  await fillThreePages();
  await tap('提交单位审核');
  await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled());
});

describe('after a rejection', () => {
  const rejected = {
    ...LEARNER,
    approval: { ...LEARNER.approval, state: 'rejected' as const, reason: '职称有误' },
  };

  test('the reason is told; number and phone stay as they are', async () => {
    const resubmit = jest.fn(() => LEARNER);
    serve(rejected, { resubmit });
    await openPage();
    await screen.findByText(/审核不通过：职称有误/);
    expect(document.querySelector('#field-idNo')?.textContent).toContain('4310**********0011');
    await tap('重新提交单位审核');
    expect(resubmit).toHaveBeenCalledWith(
      expect.objectContaining({ name: '李雷', title: 'nurse', unitId: LEARNER.unit?.id, department: '儿科' }),
    );
  });

  test('what is being corrected survives a closed app as well', async () => {
    serve(rejected);
    const first = await openPage();
    await screen.findByText(/职称有误/);
    type('name', '李蕾');
    first.unmount();
    await openPage();
    await waitFor(() => expect(box('name').value).toBe('李蕾'));
  });
});
