/** The learner's way through the built mini-program: registered, signed in, credited. Needs dist/weapp. */
import { FakeApi, refuse } from './fakeApi';
import { ACTIVITY, ATTENDED, CREDITS } from './fixtures';
import { Weapp } from './weapp';

/** The random name of a phone. */
const PHONE = expect.stringMatching(/^[\w-]{24}$/) as string;
const QR = 'https://jijiaotong.example.com/q/AAAAAAAAAAAAAAAA';

function learnerApi(): FakeApi {
  const api = new FakeApi();
  api.register('approved');
  api.activities = [ACTIVITY, ATTENDED];
  api.credits = CREDITS;
  return api;
}

test('somebody new is signed in silently and shown one big step', async () => {
  const app = new Weapp('pages/home/index');
  await app.says('先注册，再签到');
  expect(app.api.last('accounts.signInWithWechat')).toEqual({
    channel: 'miniprogram',
    code: 'wx-login-code',
  });
  await app.tap(app.byId('go-register'));
  expect(app.route).toBe('pages/register/index');
});

test('home shows the ring, the class of today and whose turn it is', async () => {
  const app = new Weapp('pages/home/index', { api: learnerApi() });
  await app.says('去签到');
  expect(app.text).toContain('13.5');
  expect(app.text).toContain('应达 25');
  expect(app.byClass('ring')[0]?.attr.ariaLabel).toBe('已获13.5学分，年度应达25学分');
  expect(app.text).toContain(ACTIVITY.name);
  expect(app.text).toContain('等待 宜章县中医医院 授分');
  expect(app.text).toContain('等待 郴州市卫生健康委员会 审核学分');
});

test.each([
  ['pending', '等待 宜章县第二人民医院 审核'],
  ['rejected', '姓名与身份证不符'],
] as const)('home says that the registration is %s', async (state, words) => {
  const api = new FakeApi();
  api.register(state, state === 'rejected' ? '姓名与身份证不符' : null);
  const app = new Weapp('pages/home/index', { api });
  await app.says(words);
});

/** Opens the form: the consent comes first. */
async function openForm(app: Weapp): Promise<void> {
  await app.says('注册前请阅读');
  await app.tap(app.byId('consent'));
  await app.until(() => app.byClass('consent__box--on').length === 1, 'the tick');
  await app.tap(app.byId('consent-agree'));
  await app.says('前三页填完即可提交单位审核');
}

async function fillFirstTwoPages(app: Weapp): Promise<void> {
  await app.type('name', '李雷');
  await app.type('idNo', '110101199003071153');
  await app.tap(app.byId('register-next'));
  await app.fire(app.byId('phone-wechat'), 'getphonenumber', { code: 'phone-code' });
  await app.tap(app.byId('step-work'));
}

async function chooseUnitAndTitle(app: Weapp): Promise<void> {
  await app.tap(app.byText('选择现在工作的单位'));
  await app.fire(app.byId('unit-q'), 'input', { value: '岩泉' });
  await app.says('岩泉镇中心卫生院（现名/又名：宜章县第二人民医院）');
  await app.tap(app.byText('岩泉镇中心卫生院（现名/又名：宜章县第二人民医院）'));
  expect(app.text).toContain('宜章县第二人民医院');
  await app.tap(app.byText('选择现有职称'));
  await app.tap(app.byText('主管护师'));
}

test('registration: a wrong check digit is caught, then WeChat gives the phone number and the unit is found by its old name', async () => {
  const app = new Weapp('pages/register/index');
  await openForm(app);
  await app.type('name', '李雷');
  await app.type('idNo', '110105194912310021');
  expect(app.text).toContain('身份证号码的校验位不对');
  expect(app.text).toContain('提交前还差：身份证号码、手机号、单位等4项');
  await app.type('idNo', '110101199003071153');
  expect(app.text).toContain('男，1990年3月7日出生');
  expect(app.byId('step-basics').attr.ariaLabel).toBe('基本资料：已完成');
  await app.tap(app.byId('register-next'));
  await app.fire(app.byId('phone-wechat'), 'getphonenumber', { code: 'phone-code' });
  expect(app.text).toContain('已获取微信绑定的手机号');
  await app.tap(app.byId('register-next'));
  await chooseUnitAndTitle(app);
  await app.tap(app.byId('register-submit'));
  await app.until(() => app.route === 'pages/home/index', 'home');
  await app.says('等待 宜章县第二人民医院 审核');
  expect(app.api.last('learners.register')).toMatchObject({
    name: '李雷',
    idNo: '110101199003071153',
    title: 'supervisorNurse',
    phoneCode: 'phone-code',
    consent: true,
  });
});

test('registration: a photo is seen at once and saved', async () => {
  const app = new Weapp('pages/register/index');
  await openForm(app);
  await app.tap(app.byId('field-photoId-choose'));
  await app.says('预览，尚未保存');
  await app.tap(app.byId('photo-save'));
  await app.says('照片已保存');
  expect(app.calls.find(({ api }) => api === 'uploadFile')?.options).toMatchObject({
    filePath: 'wxfile://tmp/1.jpg',
    name: 'file',
  });
});

test('registration: a unit that is not there is asked for, and home says who has it', async () => {
  const app = new Weapp('pages/register/index');
  await openForm(app);
  await fillFirstTwoPages(app);
  await app.tap(app.byText('选择现在工作的单位'));
  await app.tap(app.byId('unit-missing'));
  await app.type('request-name', '宜章县新城医院');
  for (const region of ['湖南省', '郴州市', '宜章县']) {
    await app.says(region);
    await app.tap(app.byText(region));
  }
  await app.tap(app.byId('unit-request-done'));
  await app.tap(app.byText('选择现有职称'));
  await app.tap(app.byText('主管护师'));
  await app.tap(app.byId('register-submit'));
  await app.until(() => app.route === 'pages/home/index', 'home');
  await app.says('等待 宜章县卫生健康局 新增单位“宜章县新城医院”');
  expect(app.text).toContain('未提交');
});

test('a registration half typed survives a closed mini-program, and home says which pages are done', async () => {
  const storage = new Map<string, unknown>();
  const first = new Weapp('pages/register/index', { storage });
  await openForm(first);
  await first.type('name', '韩梅梅');
  await first.type('idNo', '11010519491231002X');
  await first.says('女，1949年12月31日出生');
  const home = new Weapp('pages/home/index', { storage });
  await home.says('未提交');
  expect(home.byId('step-basics').attr.ariaLabel).toBe('基本资料：已完成');
  expect(home.byId('step-contact').attr.ariaLabel).toBe('联系信息：未完成');
  await home.tap(home.byId('go-register'));
  await home.says('前三页填完即可提交单位审核');
  expect(home.box('name').attr.value).toBe('韩梅梅');
});

test('my profile and the export of my data', async () => {
  const app = new Weapp('pages/mine/index', { api: learnerApi() });
  await app.says('我的资料');
  await app.tap(app.byId('go-profile'));
  await app.says('湘南学院');
  expect(app.text).toContain('大学本科 · 临床医学 · 2008年09月–2013年06月');
  const personal = new Weapp('profile/personal-data/index', { api: learnerApi() });
  await personal.says('导出我的数据');
  await personal.tap(personal.byId('export'));
  await personal.until(() => personal.calls.some(({ api }) => api === 'openDocument'), 'the document');
});

test('a typed code ends in the green tick', async () => {
  const app = new Weapp('pages/scan/index', { api: learnerApi() });
  await app.says(ACTIVITY.name);
  await app.type('code', 'abcd1234');
  expect(app.box('code').attr.value).toBe('ABCD 1234');
  await app.tap(app.byId('code-submit'));
  await app.says('签到成功');
  expect(app.api.last('checkIns.scan')).toEqual({ code: 'ABCD1234', deviceId: PHONE });
  expect(app.text).toContain('李雷');
  expect(app.text).toContain('心电图判读');
  expect(app.calls.map(({ api }) => api)).toContain('vibrateLong');
});

test('the scan button opens the camera only, and a double tap scans once', async () => {
  const app = new Weapp('pages/scan/index', { api: learnerApi(), wx: { scanCode: () => ({ result: QR }) } });
  await app.says('扫码签到');
  const button = app.byId('scan-button');
  await Promise.all([app.tap(button), app.tap(button)]);
  await app.says('签到成功');
  const scans = app.calls.filter(({ api }) => api === 'scanCode');
  expect(scans).toHaveLength(1);
  expect(scans[0]?.options).toMatchObject({ onlyFromCamera: true });
  expect(app.api.last('checkIns.scan')).toEqual({ text: QR, deviceId: PHONE });
});

test('leaving the camera leaves everything as it was', async () => {
  const app = new Weapp('pages/scan/index', {
    api: learnerApi(),
    wx: { scanCode: () => new Error('cancel') },
  });
  await app.says('扫码签到');
  await app.tap(app.byId('scan-button'));
  expect(app.route).toBe('pages/scan/index');
  expect(app.toast).toBe('');
});

test("opened by WeChat's scanner: q is decoded once, the scene goes along", async () => {
  const app = new Weapp(`pages/check-in/index?q=${encodeURIComponent(QR)}&scancode_time=1`, {
    api: learnerApi(),
    scene: 1011,
  });
  await app.says('签到成功');
  expect(app.api.last('checkIns.scan')).toEqual({ text: QR, scene: 1011, deviceId: PHONE });
});

test('scanned before registering: the claim is kept and finished on coming back', async () => {
  const app = new Weapp(`pages/check-in/index?q=${encodeURIComponent(QR)}`, { scene: 1011 });
  await app.says('扫码成功，请先注册');
  await app.tap(app.byId('check-in-register'));
  await openForm(app);
  await fillFirstTwoPages(app);
  await chooseUnitAndTitle(app);
  await app.tap(app.byId('register-submit'));
  await app.until(() => app.route === 'pages/check-in/index', 'the check-in');
  await app.says('已记录，等待审核');
  expect(app.text).toContain('单位审核通过后自动生效');
  expect(app.api.last('checkIns.checkIn')).toEqual({ claimId: 'claim1', deviceId: PHONE });
  expect(app.api.count('checkIns.scan')).toBe(1);
});

test('an expired QR says why and scans again', async () => {
  const api = learnerApi();
  api.overrides = {
    checkIns: {
      scan: ({ text }) =>
        text === 'old'
          ? refuse('QR_EXPIRED')
          : {
              claimId: 'c',
              activityName: 'a',
              courseName: 'b',
              direction: 'in',
              scannedAt: new Date().toISOString(),
              expiresAt: new Date(Date.now() + 1e5).toISOString(),
              isPlaceRequired: false,
              isFaceRequired: false,
              hasWalkInForm: false,
            },
      checkIn: () => refuse('OUTSIDE_HOLDING_PERIOD'),
    },
  };
  const app = new Weapp('pages/check-in/index?text=old', { api, wx: { scanCode: () => ({ result: QR }) } });
  await app.says('二维码已更新');
  await app.tap(app.byText('重新扫码'));
  await app.says('当前不在活动举办周期内');
  expect(app.text).toContain('查看今天的活动');
});

test('credits: the year, the classes, what waits and with whom', async () => {
  const app = new Weapp('pages/credits/index', { api: learnerApi() });
  await app.says('学分记录');
  expect(app.text).toContain('待审核 2.5');
  expect(app.text).toContain('8.5 I类学分');
  expect(app.text).toContain('2026-07-05-021 (国)');
  expect(app.text).toContain('18 学时');
  expect(app.text).toContain(ATTENDED.name);
  expect(app.text).toContain('等待 郴州市卫生健康委员会 审核');
  const lastYear = `${CREDITS.year - 1}年`;
  await app.tap(app.byText(lastYear));
  await app.until(() => app.api.last('credits.myCredits')?.year === String(CREDITS.year - 1), 'last year');
});

test('an expired session is renewed once for all calls, without a word', async () => {
  const api = learnerApi();
  api.expired.add('old');
  const app = new Weapp('pages/home/index', { api, storage: new Map([['jijiaotong.token', 'old']]) });
  await app.says('去签到');
  expect(api.count('accounts.signInWithWechat')).toBe(1);
});

test('a server that is down leaves a retry', async () => {
  const api = learnerApi();
  api.overrides = { credits: { myCredits: () => refuse('STORE_UNAVAILABLE') } };
  const app = new Weapp('pages/credits/index', { api });
  await app.says('没有加载成功');
  api.overrides = {};
  await app.tap(app.byText('重试'));
  await app.says('学分记录');
});

test('large text is chosen once and kept', async () => {
  const storage = new Map<string, unknown>();
  const app = new Weapp('pages/mine/index', { api: learnerApi(), storage });
  await app.says('大字号');
  await app.tap(app.byId('text-size'));
  await app.tap(app.byText('特大'));
  expect(app.byClass('text-extra')).toHaveLength(1);
  expect(storage.get('jijiaotong.textSize')).toBe('extra');
});
