import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openTestRedis, type SimulatedWechat, startSimulatedWechat } from '../../testing/simulatedWechat';
import { testStores } from '../../testing/stores';
import { callFromProcess } from '../../testing/wechatProcess';
import { createMetrics } from '../metrics';
import { isBadCode, WECHAT_URLS, type Wechat, WechatError, wordsOf } from '.';
import { createWechat } from './wechat';

const TOKEN_PATH = '/cgi-bin/stable_token';
let world: SimulatedWechat;
let wechat: Wechat;

beforeEach(async () => {
  world = await startSimulatedWechat();
  wechat = world.openWechat(1000);
});
afterEach(() => world.stop());

const person = (id = '1') => {
  const found = world.simulator.personas.find((persona) => persona.id === id);
  if (!found) {
    throw new Error(`no person ${id}`);
  }
  return found;
};
async function loginCode(app: 'miniprogram' | 'officialAccount', persona = '1'): Promise<string> {
  const { code } = await world.post('/simulator/login-code', { persona, app });
  return String(code);
}
const fault = (input: object) => world.post('/simulator/faults', input);
const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );
const greet = (to = '1') => wechat.account('main').sendText(person(to).openids.officialAccount, '您好');

describe('signing in', () => {
  it('gives one person two openids and one unionid', async () => {
    const { openids, unionid } = person();
    expect(await wechat.miniprogramLogin(await loginCode('miniprogram'))).toEqual({
      openid: openids.miniprogram,
      unionid,
    });
    // snsapi_base answers without the unionid: it is asked for.
    expect(await wechat.officialAccountLogin(await loginCode('officialAccount'))).toEqual({
      openid: openids.officialAccount,
      unionid,
    });
  });

  it.each([
    ['made up', async () => 'nonsense', 40029],
    [
      'used',
      async () => {
        const code = await loginCode('miniprogram');
        await wechat.miniprogramLogin(code);
        return code;
      },
      40163,
    ],
    ['of the other app', () => loginCode('officialAccount'), 40029],
  ])('refuses a code that is %s', async (_, makeCode, errcode) => {
    const error = await errorOf(wechat.miniprogramLogin(await makeCode()));
    expect(error).toMatchObject({ name: 'WechatError', errcode, retryable: false });
    expect(isBadCode(error)).toBe(true);
  });

  it('signs in without a unionid when the account may not ask for it', async () => {
    const code = await loginCode('officialAccount');
    await fault({ kind: 'errcode', errcode: 48001, path: '/cgi-bin/user/info' });
    expect((await wechat.officialAccountLogin(code)).unionid).toBeNull();
  });

  it('exchanges a phone code once', async () => {
    const { code } = await world.post('/simulator/phone-code', { persona: '3' });
    expect(await wechat.phoneNumber(String(code))).toBe(person('3').phone);
    expect(isBadCode(await errorOf(wechat.phoneNumber(String(code))))).toBe(true);
  });
});

describe('sending', () => {
  it('reaches the person by text, template and subscribe message', async () => {
    const { openids } = person('2');
    await greet('2');
    const template = {
      openid: openids.officialAccount,
      templateId: 'T1',
      url: 'https://example.org/credits',
      data: { thing1: { value: '学分已授予' } },
      clientMsgId: 'credit-1',
    };
    await wechat.account('main').sendTemplate(template);
    await wechat.account('main').sendTemplate(template);
    await wechat.sendSubscribeMessage({
      openid: openids.miniprogram,
      templateId: 'S1',
      page: 'pages/credits/index',
      data: { thing1: { value: '学分已授予' } },
    });
    expect(world.simulator.inbox('2').map(({ kind }) => kind)).toEqual(['text', 'template', 'subscribe']);
  });

  it('tells what WeChat refused', async () => {
    const message = {
      openid: person().openids.miniprogram,
      templateId: 'S1',
      data: { thing1: { value: '' } },
    };
    expect(await errorOf(wechat.sendSubscribeMessage(message))).toMatchObject({
      errcode: 47003,
      retryable: false,
    });
    expect(await errorOf(wechat.account('main').sendText('nobody', '您好'))).toMatchObject({
      errcode: 40003,
    });
  });

  it('creates the menu', async () => {
    await wechat.account('main').createMenu({ button: [{ type: 'click', name: '学分', key: '学分' }] });
    const account = await fetch(`${world.simulator.url}/simulator/account`);
    expect(await account.json()).toMatchObject({ menu: { button: [{ key: '学分' }] } });
  });
});

describe('the access token', () => {
  it('is fetched once by twenty calls of two processes', async () => {
    const other = world.openWechat();
    const { openids } = person();
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        (i % 2 ? wechat : other).account('main').sendText(openids.officialAccount, `${i}`),
      ),
    );
    expect(world.simulator.calls(TOKEN_PATH)).toBe(1);
    expect(world.simulator.inbox('1')).toHaveLength(20);
  });

  it('is fetched once by twenty calls of two real processes', async () => {
    const { miniprogram, officialAccount } = world.accounts;
    const { redisUrl } = testStores();
    const [openid] = [person().openids.officialAccount];
    const settings = { apiUrl: world.simulator.url, miniprogram, officialAccount, redisUrl, openid };
    await Promise.all([1, 2].map(async () => callFromProcess(settings, 10)));
    expect(world.simulator.calls(TOKEN_PATH)).toBe(1);
    expect(world.simulator.inbox('1')).toHaveLength(20);
  });

  it('is its own for each official account', async () => {
    const other = {
      key: 'city',
      name: '漯继医委',
      appId: `${world.accounts.officialAccount.appId}c`,
      secret: 'c',
      token: 'tok',
      aesKey: null,
    };
    const two = await startSimulatedWechat({ otherAccounts: [other] });
    try {
      const client = two.openWechat();
      const [first] = two.simulator.personas;
      const openids = first?.openids ?? { officialAccount: '', 'officialAccount:city': '' };
      await client.account('main').sendText(openids.officialAccount, '省');
      await client.account('city').sendText(openids['officialAccount:city'] ?? '', '市');
      expect(two.simulator.calls(TOKEN_PATH)).toBe(2);
      expect(two.simulator.inbox('1').map(({ account, text }) => [account, text])).toEqual([
        ['main', '省'],
        ['city', '市'],
      ]);
      // The other account does not know the person by that openid.
      expect(await errorOf(client.account('city').sendText(openids.officialAccount, '市'))).toMatchObject({
        kind: 'badOpenid',
      });
    } finally {
      await two.stop();
    }
  });

  it('waits for a slow answer, and for no longer than it may', async () => {
    await fault({ kind: 'delay', ms: 300, path: TOKEN_PATH });
    await greet();
    const hurried = world.openWechat(100);
    await fault({ kind: 'delay', ms: 300, path: '/cgi-bin/message' });
    const { openids } = person();
    expect(await errorOf(hurried.account('main').sendText(openids.officialAccount, '您好'))).toMatchObject({
      kind: 'noAnswer',
      retryable: true,
    });
  });

  it.each([
    [45009, 'quota', true],
    [40125, 'notAllowed', false],
  ])(
    'not to be had (%i), the call fails with it and the next one tries again',
    async (errcode, kind, retryable) => {
      await fault({ kind: 'errcode', errcode, path: TOKEN_PATH });
      expect(await errorOf(greet())).toMatchObject({ errcode, kind, retryable });
      await greet();
      expect(world.simulator.inbox('1')).toHaveLength(1);
    },
  );

  it('is its own for each app', async () => {
    await greet();
    const { code } = await world.post('/simulator/phone-code', { persona: '1' });
    await wechat.phoneNumber(String(code));
    expect(world.simulator.calls(TOKEN_PATH)).toBe(2);
  });

  it.each([40001, 40014, 42001])('is replaced once after %i, and the call repeated', async (errcode) => {
    await greet();
    await fault({ kind: 'errcode', errcode, path: '/cgi-bin/message' });
    await greet();
    // Plain stable_token answers the refused one again, so it is forced.
    expect(world.simulator.calls(TOKEN_PATH)).toBe(3);
    expect(world.simulator.inbox('1')).toHaveLength(2);
  });

  it('is replaced once when both processes are refused at the same time', async () => {
    const other = world.openWechat();
    await greet();
    await fault({ kind: 'errcode', errcode: 40001, path: '/cgi-bin/message', times: 2 });
    await Promise.all([greet(), other.account('main').sendText(person().openids.officialAccount, '您好')]);
    expect(world.simulator.calls(TOKEN_PATH)).toBe(3);
  });

  it('gives up when the new one is refused as well', async () => {
    await greet();
    await fault({ kind: 'errcode', errcode: 40001, path: '/cgi-bin/message', times: 10 });
    expect(await errorOf(greet())).toMatchObject({ errcode: 40001, retryable: true });
    expect(world.simulator.calls('/cgi-bin/message/custom/send')).toBe(3);
  });
});

describe('WeChat in trouble', () => {
  it('is asked again once when busy', async () => {
    const code = await loginCode('miniprogram');
    await fault({ kind: 'errcode', errcode: -1 });
    expect((await wechat.miniprogramLogin(code)).openid).toBe(person().openids.miniprogram);
  });

  it.each([
    ['busy for long', { kind: 'errcode', errcode: -1, times: 2 }, -1],
    ['HTTP 502', { kind: 'status' }, null],
    ['a page instead of JSON', { kind: 'html' }, null],
    ['no answer', { kind: 'hang' }, null],
  ])('gives a clear error, to be tried again: %s', async (_, trouble, errcode) => {
    await fault(trouble);
    const error = await errorOf(wechat.miniprogramLogin(await loginCode('miniprogram')));
    expect(error).toMatchObject({ name: 'WechatError', errcode, retryable: true });
  });

  it('down altogether, gives a clear error', async () => {
    const code = await loginCode('miniprogram');
    await world.simulator.stop();
    expect(await errorOf(wechat.miniprogramLogin(code))).toMatchObject({ errcode: null, retryable: true });
  });

  it.each([{ kind: 'status' }, { kind: 'hang' }, { kind: 'errcode', errcode: 40013 }, { kind: 'html' }])(
    'never puts a token or secret into the error: $kind',
    async (trouble) => {
      await greet();
      for (const path of ['/cgi-bin/message', '/sns']) {
        await fault({ ...trouble, path });
      }
      for (const call of [() => greet(), () => wechat.miniprogramLogin('code-1')]) {
        const error = await errorOf(call());
        expect(error).toBeInstanceOf(WechatError);
        const words = `${String(error)} ${(error as Error).stack} ${JSON.stringify(error)}`;
        expect(words).not.toMatch(/secret|access_token=|99_|js_code|code-1/);
      }
    },
  );
});

describe('errors are typed and counted', () => {
  it.each([
    [45015, 'outOfWindow', false, '超过48小时'],
    [45047, 'outOfWindow', false, '条数已达上限'],
    [43004, 'refusedByUser', false, '未关注'],
    [40037, 'badTemplate', false, '模板未通过或不存在'],
    [47003, 'badField', false, '字段'],
    [45011, 'rateLimited', true, '频率限制'],
    [48001, 'notAllowed', false, '没有这个接口的权限'],
    [61023, 'other', false, '微信返回错误 61023'],
  ])('%i is %s', async (errcode, kind, retryable, said) => {
    await fault({ kind: 'errcode', errcode, path: '/cgi-bin/message' });
    expect(await errorOf(greet())).toMatchObject({ errcode, kind, retryable });
    expect(wordsOf(errcode)).toContain(said);
  });

  it('by path and errcode, a repeated call twice, for as many days as are asked', async () => {
    const redis = openTestRedis();
    await redis.del(...['2027-01-15', '2027-01-16'].map((day) => `wechat:errors:${day}`));
    let now = Date.parse('2027-01-15T23:00:00+08:00');
    const metrics = createMetrics();
    const { miniprogram, officialAccount } = world.accounts;
    const counting = createWechat(
      {
        apiUrl: world.simulator.url,
        openUrl: '',
        miniprogram,
        officialAccounts: [{ key: 'main', ...officialAccount }],
      },
      redis,
      { fetchTimeoutMs: 1000, clock: { now: () => now }, metrics },
    );
    const send = async () =>
      errorOf(counting.account('main').sendText(person().openids.officialAccount, '您好'));
    const path = '/cgi-bin/message/custom/send';
    await fault({ kind: 'errcode', errcode: -1, path, times: 2 });
    await send();
    await fault({ kind: 'errcode', errcode: 45009, path });
    await send();
    // An answer without the message's id.
    const template = '/cgi-bin/message/template/send';
    await fault({ kind: 'errcode', errcode: 0, path: template });
    const message = { openid: person().openids.officialAccount, templateId: 'T', data: {}, clientMsgId: 'c' };
    await errorOf(counting.account('main').sendTemplate(message));
    expect(await counting.errors(1)).toContainEqual(
      expect.objectContaining({ path: template, errcode: null, count: 1 }),
    );
    now += 2 * 3_600_000;
    await fault({ kind: 'status', path });
    await send();
    const counts = await counting.errors(2);
    expect(counts[0]).toEqual({ path, errcode: -1, words: '微信系统繁忙', count: 2 });
    expect(
      counts
        .slice(1)
        .map(({ errcode, count }) => `${errcode} ${count}`)
        .sort(),
    ).toEqual(['45009 1', 'null 1', 'null 1']);
    expect(await counting.errors(1)).toMatchObject([{ errcode: null, count: 1 }]);
    const text = await metrics.registry.metrics();
    expect(text).toContain(`jjt_wechat_errors_total{path="${path}",errcode="-1"} 2`);
    expect(text).toContain(`jjt_wechat_errors_total{path="${path}",errcode="none"} 1`);
    redis.disconnect();
  });
});

describe('the account’s own things', () => {
  it('has no menu, then the one that was made', async () => {
    const account = wechat.account('main');
    expect(await account.menu()).toBeNull();
    await account.createMenu({ button: [{ type: 'click', name: '学分', key: '学分' }] });
    expect(await account.menu()).toMatchObject({ button: [{ name: '学分', key: '学分' }] });
    const long = { type: 'click', name: '六个汉字的名称', key: '学分' };
    expect(await errorOf(account.createMenu({ button: [long] }))).toMatchObject({ kind: 'badMenu' });
  });

  it('makes a QR that is scanned for its scene', async () => {
    const text = await wechat.account('main').temporaryQr('bind-abc', 60);
    const { qrs } = (await (await fetch(`${world.simulator.url}/simulator/qrs`)).json()) as { qrs: object[] };
    expect(qrs).toMatchObject([{ url: text, scene: 'bind-abc', account: 'main' }]);
  });
});

describe('another server’s answer', () => {
  let server: Server;
  let quoting: Wechat;
  let answer: object;

  beforeEach(async () => {
    server = createServer((request, response) => {
      const isToken = request.url?.startsWith(TOKEN_PATH);
      response.setHeader('content-type', 'application/json; encoding=utf-8');
      response.end(JSON.stringify(isToken ? { access_token: 'T', expires_in: 7200 } : answer));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    quoting = world.openWechat(1000, apiUrl);
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('may have escaped quotes', async () => {
    answer = { openid: 'o1', remark: 'the "old" one', unionid: 'u1' };
    expect(await quoting.account('main').unionidOf('o1')).toBe('u1');
  });
  it('keeps its errcode with them', async () => {
    answer = { errcode: 40003, errmsg: 'invalid "openid"' };
    expect(await errorOf(quoting.account('main').unionidOf('o1'))).toMatchObject({
      errcode: 40003,
      retryable: false,
    });
  });
  it('with a phone number of another app is refused', async () => {
    const phone = { phoneNumber: '13800138001', purePhoneNumber: '13800138001', countryCode: '86' };
    answer = { phone_info: { ...phone, watermark: { appid: 'wxforeign' } } };
    expect(await errorOf(quoting.phoneNumber('code'))).toMatchObject({
      name: 'WechatError',
      retryable: false,
    });
  });
  it('that lacks what we need is refused', async () => {
    answer = { nickname: 'x' };
    expect(await errorOf(quoting.miniprogramLogin('code'))).toMatchObject({ errcode: null });
  });
});

describe('an account that is not configured', () => {
  const none = { ...WECHAT_URLS, miniprogram: null, officialAccounts: [] };

  it('says so', async () => {
    // Nothing of Redis is touched.
    const bare = createWechat(none, undefined as never);
    expect(bare.authorizeUrl()).toBeNull();
    for (const call of [
      async () => bare.miniprogramLogin('c'),
      async () => bare.officialAccountLogin('c'),
      async () => bare.account('main').sendText('o', 't'),
    ]) {
      expect(await errorOf(call())).toMatchObject({ kind: 'notConfigured', errcode: null, retryable: false });
    }
  });
});
