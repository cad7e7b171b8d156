import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { keptClaim } from '@/services/keptClaim';
import { session } from '@/services/session';
import { fakeServer, LEARNER, meWith, Refusal, sessionOf } from '@/testing/fakeServer';
import { openedWith, resetTaro } from '@/testing/taro';
import RegisterPage from './index';

const UNIT = {
  id: LEARNER.unit.id,
  code: '1',
  name: LEARNER.unit.name,
  matchedName: '岩泉镇中心卫生院',
  regionName: '湖南省 郴州市 宜章县',
};

function serve(learner: typeof LEARNER | null, part: Parameters<typeof fakeServer>[0]['learners']) {
  let me = meWith(learner);
  return fakeServer({
    accounts: {
      signInWithWechat: () => sessionOf(me),
      me: () => me,
      sendSmsCode: () => ({ ok: true, retryAfter: 60 }),
    },
    regionsUnits: { listRegions: () => ({ items: [] }), searchUnits: () => ({ items: [UNIT] }) },
    learners: {
      register: () => {
        me = meWith(LEARNER);
        return LEARNER;
      },
      ...part,
    },
  });
}

async function openPage() {
  await session.start();
  render(<RegisterPage />);
  await screen.findByText('身份信息');
}
const box = (field: string) => document.querySelector(`#field-${field} input`) as HTMLInputElement;
const type = (field: string, value: string) => {
  fireEvent.change(box(field), { target: { value } });
  fireEvent.blur(box(field));
};
const tap = (words: string) => act(async () => void fireEvent.click(screen.getByText(words)));

async function fill() {
  type('name', '李雷');
  type('idNo', '110101199003071153');
  await tap('改用短信验证');
  type('phone', '13800138000');
  await tap('获取验证码');
  type('smsCode', '123456');
  await tap('选择现在工作的单位');
  fireEvent.change(document.querySelector('#unit-q') as HTMLInputElement, { target: { value: '岩泉' } });
  const unit = await screen.findByText(/岩泉镇中心卫生院（/);
  await act(async () => void fireEvent.click(unit));
  await tap('选择现有职称');
  await tap('护士');
  await act(async () => void fireEvent.click(document.querySelector('#consent') as Element));
}

beforeEach(() => {
  resetTaro();
  openedWith({});
});

test('a wrong check digit is said under its field as it is left', async () => {
  serve(null, {});
  await openPage();
  type('idNo', '110105194912310021');
  expect(screen.getByText('身份证号码的校验位不对，请逐位核对')).toBeTruthy();
  type('idNo', '11010519491231002X');
  expect(document.querySelector('.register__bearer')?.textContent).toBe('1949年12月31日出生，女');
});

test('an incomplete form is not sent and scrolls to the first fault', async () => {
  const sent = serve(null, {});
  await openPage();
  type('name', '李雷');
  await tap('提交单位审核');
  expect(screen.getByText('请输入身份证号码')).toBeTruthy();
  expect(screen.getByText('请选择单位')).toBeTruthy();
  expect(Taro.pageScrollTo).toHaveBeenCalledWith(expect.objectContaining({ selector: '#field-idNo' }));
  expect(sent.some(({ name }) => name === 'learners.register')).toBe(false);
});

test('a number that is taken says so at its field, with a way out', async () => {
  serve(null, {
    register: () => {
      throw new Refusal('IDNO_TAKEN', 'idNo');
    },
  });
  await openPage();
  await fill();
  await tap('提交单位审核');
  expect(document.querySelector('#field-idNo .field__error')?.textContent).toBe(
    '此证件号码已被使用，请重新输入',
  );
  expect(screen.getByText(/请在公众号中发送“kj 身份证号码”/)).toBeTruthy();
});

test('a good form is sent once, the draft dropped, and home shown', async () => {
  const sent = serve(null, {});
  await openPage();
  await fill();
  await act(async () => {
    fireEvent.click(screen.getByText('提交单位审核'));
    fireEvent.click(screen.getByText('提交单位审核'));
  });
  await waitFor(() => expect(Taro.reLaunch).toHaveBeenCalledWith({ url: '/pages/home/index' }));
  const registrations = sent.filter(({ name }) => name === 'learners.register');
  expect(registrations).toHaveLength(1);
  expect(registrations[0]?.input).toMatchObject({ phone: '13800138000', smsCode: '123456', unitId: UNIT.id });
  expect(Taro.getStorageSync('jijiaotong.registerDraft')).toBe('');
});

test('what was typed is there again after the page was closed', async () => {
  serve(null, {});
  await openPage();
  type('name', '韩梅梅');
  document.body.innerHTML = '';
  render(<RegisterPage />);
  expect(box('name').value).toBe('韩梅梅');
});

test('a scan that waits is finished by the page that kept it', async () => {
  serve(null, {});
  keptClaim.keep({
    claimId: 'c',
    activityName: '班',
    courseName: '课',
    direction: 'in',
    scannedAt: '2026-11-21T00:00:00.000Z',
    expiresAt: '2026-11-21T00:03:00.000Z',
  });
  openedWith({}, ['pages/check-in/index', 'pages/register/index']);
  await openPage();
  await fill();
  await tap('提交单位审核');
  await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled());
});

test('after a rejection the same form corrects: number and phone stay as they are', async () => {
  const rejected = {
    ...LEARNER,
    approval: { ...LEARNER.approval, state: 'rejected' as const, reason: '职称有误' },
  };
  const resubmit = jest.fn(() => LEARNER);
  serve(rejected, { resubmit });
  await openPage();
  expect(screen.getByText(/审核不通过：职称有误/)).toBeTruthy();
  expect(document.querySelector('#field-idNo')?.textContent).toContain('4310**********0011');
  await tap('重新提交单位审核');
  expect(resubmit).toHaveBeenCalledWith({
    name: '李雷',
    title: 'nurse',
    unitId: LEARNER.unit.id,
    department: '儿科',
  });
});
