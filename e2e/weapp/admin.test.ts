/** The unit administrator's way through the built mini-program. Needs dist/weapp. */
import { createHash } from 'node:crypto';
import { FakeApi, refuse } from './fakeApi';
import { applicant, PROFILE } from './fixtures';
import { Weapp } from './weapp';

const WANG = { id: '7'.repeat(24), name: '王芳', phoneMasked: '139****0001' };
const CAPTCHA = {
  algorithm: 'SHA-256' as const,
  challenge: createHash('sha256').update('salt321').digest('hex'),
  salt: 'salt',
  signature: 'signed',
  maxNumber: 1000,
};

function adminApi(waiting: number): FakeApi {
  const api = new FakeApi();
  api.administer();
  api.pending = Array.from({ length: waiting }, (_, n) => applicant(n, { sameNameInUnit: n === 0 }));
  return api;
}

/** Somebody gave the unit's password; who it is has not been said. */
function namelessApi(): FakeApi {
  const api = adminApi(1);
  const { me } = api;
  const session = { token: 't9', expiresAt: '2030-01-01T00:00:00.000Z' };
  api.me = { ...me, roles: ['wechat'], unit: null, administrator: null, accountName: null };
  api.overrides = {
    accounts: {
      captcha: () => CAPTCHA,
      signInWithPassword: ({ password, captcha }) => {
        if (password !== 'right-password1') {
          refuse('WRONG_CREDENTIALS');
        }
        if (!captcha) {
          refuse('CAPTCHA_REQUIRED');
        }
        api.me = { ...me, administrator: null, needsAdministrator: true };
        return { ...session, me: api.me };
      },
    },
    administrators: {
      administratorChoices: () => ({ items: [WANG] }),
      sendAdministratorCode: () => ({ ok: true, retryAfter: 60, phoneMasked: WANG.phoneMasked }),
      chooseAdministrator: ({ smsCode }) => {
        if (smsCode !== '246810') {
          refuse('SMS_CODE_INVALID');
        }
        api.me = me;
        return me;
      },
    },
  };
  return api;
}

test('an administrator signs in: password, captcha, name, code', async () => {
  const api = namelessApi();
  const app = new Weapp('pages/sign-in/index', { api });
  await app.says('登录继教通');
  await app.type('account', '431022');
  await app.type('password', 'wrong');
  await app.tap(app.byId('sign-in-submit'));
  await app.says('账号或密码不正确');
  await app.type('password', 'right-password1');
  await app.tap(app.byId('sign-in-submit'));
  await app.until(() => app.route === 'pages/administrator/index', "the administrator's step");
  const solved = Buffer.from(String(api.last('accounts.signInWithPassword')?.captcha), 'base64');
  expect(JSON.parse(solved.toString())).toMatchObject({ number: 321, signature: 'signed' });
  await app.says('您是哪位管理员？');
  await app.tap(app.byId(`who-${WANG.id}`));
  await app.tap(app.byId('code-send'));
  await app.says('验证码已发送到 139****0001');
  await app.type('smsCode', '000000');
  await app.tap(app.byId('administrator-confirm'));
  await app.says('短信验证码不正确或已过期');
  await app.type('smsCode', '246810');
  await app.tap(app.byId('administrator-confirm'));
  await app.until(() => app.route === 'admin/home/index', 'the administration');
  await app.says('管理员 王芳');
});

test('a whole page is approved in two taps, and the rest is still there', async () => {
  const app = new Weapp('admin/pending/index', { api: adminApi(53) });
  await app.says('未审核 53 人');
  expect(app.text).toContain('本单位有同名人员，请核对');
  await app.tap(app.byId('select-all'));
  await app.tap(app.byText('通过 50 人'));
  await app.says('未审核 3 人');
  expect(app.toast).toBe('已通过 50 人');
  expect(app.api.last('learners.decide')).toMatchObject({ decision: 'approve' });
});

test('more are loaded on asking', async () => {
  const app = new Weapp('admin/pending/index', { api: adminApi(53) });
  await app.says('加载更多');
  await app.tap(app.byId('more'));
  await app.until(() => app.byClass('applicant').length === 53, '53 people');
});

test('one is looked at with all that he filled in, and approved from there', async () => {
  const api = adminApi(2);
  api.overrides = {
    learners: {
      learnerDetail: ({ learnerId }) => ({
        ...PROFILE,
        id: learnerId,
        sameName: [],
        isDepartmentKnown: false,
        corrections: [],
      }),
    },
  };
  const app = new Weapp('admin/pending/index', { api });
  await app.says('学员1');
  await app.tap(app.byText('学员1'));
  await app.says('湘南学院 · 临床医学');
  expect(app.text).toContain('“心内科”还不是本单位建立的科室');
  await app.tap(app.byId('sheet-approve'));
  await app.says('未审核 1 人');
});

test('a rejection asks for a reason', async () => {
  const app = new Weapp('admin/pending/index', { api: adminApi(2) });
  await app.says('学员1');
  const [first] = app.byClass('applicant__tick');
  if (!first) {
    throw new Error('There is nobody to tick');
  }
  await app.tap(first);
  await app.tap(app.byId('reject'));
  await app.tap(app.byId('reason-confirm'));
  expect(app.text).toContain('请选择或填写原因');
  await app.tap(app.byText('职称有误'));
  await app.tap(app.byId('reason-confirm'));
  await app.says('未审核 1 人');
  expect(app.api.last('learners.decide')).toMatchObject({ decision: 'reject', reason: '职称有误' });
});

test('whom the old unit has not released cannot be admitted, and is told so', async () => {
  const api = adminApi(0);
  api.overrides = {
    transfers: {
      listTransfers: ({ page, pageSize }) => ({ items: [], total: 0, page, pageSize }),
      findToAdmit: () => refuse('NOT_RELEASED'),
    },
  };
  const app = new Weapp('admin/transfers/index', { api });
  await app.says('没有待处理的调动');
  await app.tap(app.byId('go-admit'));
  await app.type('idNo', '11010519491231002X');
  await app.tap(app.byId('find'));
  await app.says('须原单位先办理调出，现单位才能调入');
});

test('the board says who is here and who is missing, who came and who was turned away', async () => {
  const app = new Weapp('admin/home/index', { api: adminApi(2) });
  await app.says('现场签到情况');
  await app.tap(app.byText('现场签到情况'));
  await app.says('实时更新');
  expect(app.text).toContain('126 人');
  expect(app.text).toContain('王晓丽');
  expect(app.text).toContain('2 次扫码待确认');
  expect(app.text).toContain('基层心电图诊断与急救技术培训班');
  await app.tap(app.byText('科室'));
  await app.says('6 / 7');
  await app.tap(app.byText('签到'));
  await app.says('单位尚未审核通过 3 次');
  await app.tap(app.byText('点名'));
  await app.says('还没有点过名');
});
