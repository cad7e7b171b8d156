/** 签到登记表: opened from a scan, filled in, handed in once, and the way to an account. */
import { PRIVACY_VERSION } from '@common/privacy';
import { ageOn } from '@common/rules/age';
import { dayOf } from '@common/rules/shanghaiTime';
import Taro from '@tarojs/taro';
import { act, render, screen } from '@testing-library/react';
import { registerDraft } from '@/services/registerDraft';
import { session } from '@/services/session';
import { receiptOf } from '@/testing/checkIns';
import { fakeServer, LEARNER, meWith, Refusal, sessionOf } from '@/testing/fakeServer';
import { box, tap, tapId, type } from '@/testing/register';
import { openedWith, resetTaro } from '@/testing/taro';
import WalkInPage from './index';

const receipt = receiptOf({
  today: [],
  due: [{ label: '撤离', done: 0, of: 1 }],
  held: { kind: 'unapproved', words: '签到已登记。注册并由单位审核通过后，自动计入考勤并可获得学分' },
});
const scan = {
  activityName: '培训班',
  courseName: '心电图判读',
  venue: '报告厅',
  scannedAt: '2026-11-21T00:05:09.000Z',
  remainingMs: 1_800_000,
  isPlaceRequired: false,
};

type Answers = NonNullable<Parameters<typeof fakeServer>[0]['walkIns']>;
async function openPage(answers: Answers = {}, me = meWith(null)) {
  const sent = fakeServer({
    accounts: { signInWithWechat: () => sessionOf(me), me: () => me },
    walkIns: { myWalkIn: () => ({ form: null, scan }), submitWalkIn: () => receipt, ...answers },
  });
  await session.start();
  await act(async () => void render(<WalkInPage />));
  return () => sent.filter(({ name }) => name === 'walkIns.submitWalkIn').map(({ input }) => input);
}
const submit = () => tapId('walk-in-submit');

async function fillIn() {
  type('idNo', '110101199003071153');
  type('name', '李雷');
  type('phone', '138 0013 8000');
  type('unitName', '宜章县第二人民医院');
  type('department', '儿科');
  type('unitPlace', '湖南省宜章县');
  await tap('是');
  await tap('选择职称');
  await tap('护士');
}

beforeEach(() => {
  resetTaro();
  openedWith({ claim: 'c1' });
});

test('a whole idNo fills in sex and age; the form goes up once, with the consent', async () => {
  const submitted = await openPage();
  await fillIn();
  expect(box('age').value).toBe(String(ageOn('1990-03-07', dayOf(Date.now()))));
  expect(screen.getByText('男').getAttribute('aria-checked')).toBe('true');
  await submit();
  expect(submitted()).toHaveLength(0);
  await tapId('consent');
  await submit();
  expect(submitted()).toEqual([
    expect.objectContaining({
      claimId: 'c1',
      idNo: '110101199003071153',
      sex: 'male',
      phone: '13800138000',
      isGrassroots: true,
      title: 'nurse',
      consent: true,
      privacyVersion: PRIVACY_VERSION,
      deviceId: expect.stringMatching(/^[\w-]{16,64}$/),
    }),
  ]);
  expect(screen.getByText('登记成功，已签到')).toBeTruthy();
  expect(screen.getByText(/注册并由单位审核通过后/)).toBeTruthy();
});

test('who has no account goes on to a registration that begins with the form', async () => {
  await openPage();
  await fillIn();
  await tapId('consent');
  await submit();
  expect(registerDraft.get()).toMatchObject({ name: '李雷', idNo: '110101199003071153', title: 'nurse' });
  await tapId('walk-in-register');
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/pages/register/index' });
});

test('the check-in of a registered learner is simply done', async () => {
  await openPage({ submitWalkIn: () => ({ ...receipt, held: null }) });
  await fillIn();
  await tapId('consent');
  await submit();
  expect(document.querySelector('#walk-in-held')).toBeNull();
  expect(document.querySelector('#walk-in-register')).toBeNull();
  expect(registerDraft.get()).toBeUndefined();
});

test('what is missing is said at its field, and nothing is sent', async () => {
  const submitted = await openPage();
  await tapId('consent');
  await submit();
  for (const words of ['请填写身份证号码', '请选择性别', '请填写单位所在地', '请选择是否来自基层']) {
    expect(screen.getByText(words)).toBeTruthy();
  }
  expect(submitted()).toHaveLength(0);
});

test('what was written last time is there again', async () => {
  const form = {
    ...{ idNo: '110101199003071153', name: '李雷', sex: 'male' as const, age: 36, phone: '13800138000' },
    ...{ unitName: '宜章县第二人民医院', department: '儿科', unitPlace: '宜章', isGrassroots: true },
    ...{ title: 'nurse' as const, post: '' },
  };
  const submitted = await openPage({ myWalkIn: () => ({ form, scan }) });
  await tapId('consent');
  await submit();
  expect(submitted()).toHaveLength(1);
});

test('another name for this number: said at the name', async () => {
  await openPage({
    submitWalkIn: () => {
      throw new Refusal('WALK_IN_DIFFERS', 'name');
    },
  });
  await fillIn();
  await tapId('consent');
  await submit();
  expect(document.querySelector('#field-name')?.textContent).toContain('姓名不一致，请核对');
});

test('where the place is wanted it is asked for, and a refusal has its way out', async () => {
  const submitted = await openPage({
    myWalkIn: () => ({ form: null, scan: { ...scan, isPlaceRequired: true } }),
  });
  await fillIn();
  await tapId('consent');
  (Taro.getLocation as unknown as jest.Mock).mockRejectedValueOnce({ errMsg: 'getLocation:fail auth deny' });
  await submit();
  expect(document.querySelector('#walk-in-place')).toBeTruthy();
  expect(submitted()).toHaveLength(0);
  (Taro.getLocation as unknown as jest.Mock).mockResolvedValueOnce({
    longitude: 114,
    latitude: 33.5,
    accuracy: 30,
  });
  await submit();
  expect(submitted()[0]).toMatchObject({ place: { longitude: 114, latitude: 33.5, accuracy: 30 } });
});

test.each([
  ['an address without a scan', {}, {}],
  [
    'a scan that is over',
    { claim: 'c1' },
    {
      myWalkIn: () => {
        throw new Refusal('CLAIM_EXPIRED');
      },
    },
  ],
])('%s leads back to the camera', async (_what, params, answers) => {
  openedWith(params as Record<string, string>);
  await openPage(answers);
  (Taro.scanCode as unknown as jest.Mock).mockResolvedValue({ result: 'https://a.cn/q/AAAAAAAAAAAAAAAA' });
  await tapId('scan-again');
  expect(Taro.redirectTo).toHaveBeenCalledWith({
    url: expect.stringMatching(/^\/pages\/check-in\/index\?text=/),
  });
});

test('on the WeChat of a learner it says what will be made of it', async () => {
  await openPage({}, meWith(LEARNER));
  expect(screen.getByText(/替他人登记会记入考勤疑点/)).toBeTruthy();
});
