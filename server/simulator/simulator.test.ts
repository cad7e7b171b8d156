import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type SimulatedWechat,
  silentLog,
  startSimulatedWechat,
  testAccounts,
} from '../testing/simulatedWechat';
import { createPersonas } from './personas';
import { startSimulator } from './startSimulator';

const accounts = testAccounts();
const { appId, secret } = accounts.officialAccount;
let world: SimulatedWechat;
let now: number;

beforeEach(async () => {
  now = 1_800_000_000_000;
  world = await startSimulatedWechat({ ...accounts, now: () => now, answerTimeoutMs: 150 });
});
afterEach(() => world.stop());

const get = async (path: string) => {
  const answer = await fetch(`${world.simulator.url}${path}`, { redirect: 'manual' });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
const json = async (path: string) => JSON.parse((await get(path)).text);

it('does not start in production', async () => {
  const env = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await expect(startSimulator({ port: 0, appUrl: '', log: silentLog, ...accounts })).rejects.toThrow(
      '生产环境',
    );
  } finally {
    process.env.NODE_ENV = env;
  }
});

it('listens on loopback only', () => {
  expect(world.simulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

it('knows the same twelve people after a restart, by different openids in each app', async () => {
  const again = await startSimulatedWechat(accounts);
  expect(again.simulator.personas).toEqual(world.simulator.personas);
  await again.stop();
  const ids = world.simulator.personas.flatMap(({ unionid, openids }) => [
    unionid,
    ...Object.values(openids),
  ]);
  expect(new Set(ids).size).toBe(36);
  expect(ids.every((id) => /^o[\w-]{27}$/.test(id))).toBe(true);
});

it('knows any other number as a person too, without having met him', () => {
  const personas = createPersonas({ miniprogram: 'wxm', officialAccount: 'wxo' });
  const visitor = personas.find('40213');
  expect(visitor).toMatchObject({ name: '访客40213', phone: '13800178213' });
  expect(personas.byPhone('13800178213')).toEqual(visitor);
  expect(personas.byOpenid('miniprogram', visitor?.openids.miniprogram ?? '')).toEqual(visitor);
  expect(personas.byOpenid('officialAccount', visitor?.openids.miniprogram ?? '')).toBeUndefined();
  for (const id of ['0', '01', '100000', '-1', '1e3', 'x', '']) {
    expect(personas.find(id)).toBeUndefined();
  }
  expect(personas.byPhone('13900000000')).toBeUndefined();
});

describe('access tokens', () => {
  const stable = (more: object = {}) =>
    world.post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: appId, secret, ...more });

  it('stable: the same with the seconds left, until forced', async () => {
    const first = await stable();
    now += 100_000;
    expect(await stable()).toEqual({ access_token: first.access_token, expires_in: 7100 });
    const forced = await stable({ force_refresh: true });
    expect(forced).toMatchObject({ expires_in: 7200 });
    expect(forced.access_token).not.toBe(first.access_token);
    expect(await world.post(`/cgi-bin/menu/create?access_token=${first.access_token}`, {})).toMatchObject({
      errcode: 40001,
    });
  });

  it('plain: a new one each time, apart from the stable one', async () => {
    const kept = await stable();
    const [one, two] = [
      await json(`/cgi-bin/token?grant_type=client_credential&appid=${appId}&secret=${secret}`),
      await json(`/cgi-bin/token?grant_type=client_credential&appid=${appId}&secret=${secret}`),
    ];
    expect(one.access_token).not.toBe(two.access_token);
    expect(await stable()).toEqual(kept);
  });

  it.each([
    ['wrong app', { appid: 'wx0' }, 40013],
    ['wrong secret', { secret: 'x' }, 40125],
  ])('%s', async (_, more, errcode) => {
    expect(await stable(more)).toMatchObject({ errcode });
  });
});

describe('page authorisation', () => {
  const path = (redirect: string, more = '') =>
    `/connect/oauth2/authorize?appid=${appId}&redirect_uri=${encodeURIComponent(redirect)}&response_type=code&scope=snsapi_base&state=s1${more}`;

  it('returns at once with code and state; a new visitor is the first person', async () => {
    const answer = await get(path('http://localhost:8080/h5/?a=1', ''));
    const back = new URL(answer.headers.get('location') ?? '');
    expect([back.host, back.searchParams.get('a'), back.searchParams.get('state')]).toEqual([
      'localhost:8080',
      '1',
      's1',
    ]);
    const wechat = world.openWechat();
    const identity = await wechat.officialAccountLogin(back.searchParams.get('code') ?? '');
    expect(identity.unionid).toBe(world.simulator.personas[0]?.unionid);
  });

  it('keeps the person that was chosen in a cookie', async () => {
    const answer = await get(path('http://localhost/', '&persona=5'));
    expect(answer.headers.get('set-cookie')).toContain('=5;');
  });

  it('sends codes only to this machine or our server', async () => {
    expect((await get(path('https://evil.example/'))).status).toBe(400);
    world.simulator.setAppUrl('https://jjt.example');
    expect((await get(path('https://jjt.example/h5'))).status).toBe(302);
    expect((await get(path('javascript:alert(1)'))).status).toBe(400);
  });

  it('has a page to choose the person', async () => {
    expect((await get('/personas')).text).toContain('陈慧敏');
  });
});

it('takes text messages for its people and for any phone', async () => {
  await world.post('/sms', { phone: world.simulator.personas[1]?.phone, text: '验证码123456' });
  await world.post('/sms', { phone: '13900000000', text: '您好' });
  expect(world.simulator.inbox('2')).toMatchObject([{ kind: 'sms', text: '验证码123456' }]);
  expect(await json('/simulator/sms?phone=13900000000')).toMatchObject({ messages: [{ text: '您好' }] });
  const strangers = await json('/simulator/sms/strangers');
  expect(strangers).toMatchObject({ messages: [{ phone: '13900000000', text: '您好' }] });
  const { number } = (strangers as { messages: { number: number }[] }).messages[0] ?? { number: 0 };
  expect(await json(`/simulator/sms/strangers?after=${number}`)).toEqual({ messages: [] });
});

describe('what may be sent to whom', () => {
  const persona = '3';
  const openid = () => world.simulator.personas[2]?.openids.officialAccount ?? '';
  let token: string;
  beforeEach(async () => {
    const answer = await world.post('/cgi-bin/stable_token', { appid: appId, secret });
    token = String(answer.access_token);
  });
  const customer = async () =>
    world.post(`/cgi-bin/message/custom/send?access_token=${token}`, {
      touser: openid(),
      msgtype: 'text',
      text: { content: '您好' },
    });
  const template = async (data: object, template_id = 'T') =>
    world.post(`/cgi-bin/message/template/send?access_token=${token}`, {
      touser: openid(),
      template_id,
      data,
    });
  const say = async (message: object) => world.post('/simulator/messages', { persona, ...message });
  const errcodes = async (calls: (() => Promise<Record<string, unknown>>)[]) => {
    const codes = [];
    for (const call of calls) {
      codes.push((await call()).errcode);
    }
    return codes;
  };

  it('customer messages: five within 48 hours of a message, three within a minute of a tap, none to a stranger', async () => {
    await world.post('/simulator/rules', { hasWindow: true });
    expect(await errcodes([customer])).toEqual([45015]);
    await say({ text: '学分' });
    expect(await errcodes(Array(6).fill(customer))).toEqual([0, 0, 0, 0, 0, 45047]);
    await say({ event: 'CLICK', eventKey: '学分' });
    expect(await errcodes(Array(4).fill(customer))).toEqual([0, 0, 0, 45047]);
    now += 48 * 3_600_000 + 1;
    const renewed = await world.post('/cgi-bin/stable_token', { appid: appId, secret });
    token = String(renewed.access_token);
    expect(await errcodes([customer])).toEqual([45015]);
    await say({ text: '学分' });
    await say({ event: 'unsubscribe' });
    expect(await errcodes([customer])).toEqual([45015]);
  });

  it('template messages: the approved ones with their fields, to who follows', async () => {
    await world.post('/simulator/rules', { templates: { T: ['thing1'] } });
    const good = { thing1: { value: '学分审核通过' } };
    expect(
      await errcodes([
        async () => template(good),
        async () => template(good, 'unknown'),
        async () => template({ thing2: { value: '学分' } }),
        async () => template({ thing1: { value: '长'.repeat(21) } }),
        async () => template({ thing1: { value: ' ' } }),
      ]),
    ).toEqual([0, 40037, 47003, 47003, 47003]);
    await world.post('/simulator/contacts', { persona, isFollowing: false });
    expect(await errcodes([async () => template(good)])).toEqual([43004]);
  });

  it('subscribe messages: one for each yes, where a yes is needed', async () => {
    const mini = await world.post('/cgi-bin/stable_token', {
      appid: accounts.miniprogram.appId,
      secret: accounts.miniprogram.secret,
    });
    const send = async () =>
      world.post(`/cgi-bin/message/subscribe/send?access_token=${mini.access_token}`, {
        touser: world.simulator.personas[2]?.openids.miniprogram,
        template_id: 'S',
        data: { thing1: { value: '考试' } },
      });
    expect(await errcodes([send])).toEqual([0]);
    await world.post('/simulator/rules', { requiresAccept: true });
    await world.post('/simulator/accepts', { persona, templateId: 'S', times: 2 });
    expect(await errcodes([send, send, send])).toEqual([0, 0, 43101]);
  });
});

it('lists the troubles that are ordered and not used up', async () => {
  await world.post('/simulator/faults', { kind: 'errcode', errcode: 45009, path: '/cgi-bin/menu', times: 2 });
  await get('/cgi-bin/menu/get');
  expect(await json('/simulator/faults')).toMatchObject({ faults: [{ errcode: 45009, times: 1 }] });
  await fetch(`${world.simulator.url}/simulator/faults`, { method: 'DELETE' });
  expect(await json('/simulator/faults')).toEqual({ faults: [] });
});

describe('delivering to our server', () => {
  let server: Server;
  let bodies: string[];
  async function listen(answer: RequestListener): Promise<void> {
    bodies = [];
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        bodies.push(body);
        answer(request, response);
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    world.simulator.setAppUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });
  const say = (text: string, mode = 'plain') => world.post('/simulator/messages', { persona: 1, text, mode });

  it('delivers again with the same MsgId, three times at most', async () => {
    await listen(() => undefined);
    expect(await say('帮助')).toEqual({ status: 0, reply: null, tries: 3 });
    expect(new Set(bodies).size).toBe(1);
    expect(bodies).toHaveLength(3);
    expect(world.simulator.inbox('1').map(({ kind }) => kind)).toEqual(['sent', 'trouble']);
  });

  const REPLY = '<xml><MsgType>text</MsgType><Content>答复</Content></xml>';

  it('delivers the same message several times at once, and again where answers are lost', async () => {
    await listen((_, response) => response.end(REPLY));
    const once = { persona: 1, text: '学分', mode: 'plain' };
    expect(await world.post('/simulator/messages', { ...once, copies: 3 })).toEqual({
      status: 200,
      reply: '答复',
      tries: 1,
      replies: ['答复', '答复', '答复'],
    });
    expect([bodies.length, new Set(bodies).size]).toEqual([3, 1]);
    expect(world.simulator.inbox('1').map(({ kind }) => kind)).toEqual(['sent', 'reply']);
    expect(await world.post('/simulator/messages', { ...once, lost: 2 })).toMatchObject({
      reply: '答复',
      tries: 3,
    });
    expect(new Set(bodies).size).toBe(2);
  });

  it('in compatible mode both in clear and encrypted', async () => {
    await listen((_, response) => response.end('success'));
    await say('学分', 'compatible');
    expect(bodies[0]).toMatch(/<Content><!\[CDATA\[学分\]\]><\/Content>.*<Encrypt>/);
    await say('学分', 'safe');
    expect(bodies[1]).toMatch(/^<xml><ToUserName>[^<]*<!\[CDATA\[gh_\w+\]\]><\/ToUserName><Encrypt>/);
    expect(bodies[1]).not.toContain('学分');
  });

  it('pushes a scan of a QR: SCAN from a follower, else subscribe with the scene', async () => {
    await listen((_, response) => response.end('success'));
    const { access_token: token } = await world.post('/cgi-bin/stable_token', { appid: appId, secret });
    const { url } = await world.post(`/cgi-bin/qrcode/create?access_token=${token}`, {
      expire_seconds: 60,
      action_name: 'QR_STR_SCENE',
      action_info: { scene: { scene_str: 'bind-7' } },
    });
    await world.post('/simulator/contacts', { persona: 1, isFollowing: false });
    const seen: unknown[] = [];
    for (const text of [url, 'bind-7', 'http://weixin.qq.com/q/none']) {
      seen.push(await world.post('/simulator/scan', { persona: 1, text }));
    }
    now += 61_000;
    seen.push(await world.post('/simulator/scan', { persona: 1, text: url }));
    expect(seen).toMatchObject([
      { account: 'main', status: 200 },
      { account: 'main', status: 200 },
      { message: '这不是公众号的二维码' },
      { message: '二维码已过期' },
    ]);
    expect(bodies).toHaveLength(2);
    expect(world.simulator.inbox('1').map(({ text }) => text)).toEqual([
      '已关注公众号',
      '扫了公众号的二维码',
    ]);
  });

  it('tells what became of a template message, with its id', async () => {
    const plain = { ...accounts.officialAccount, aesKey: null };
    await world.stop();
    world = await startSimulatedWechat({ ...accounts, officialAccount: plain, now: () => now });
    await listen((_, response) => response.end('success'));
    const openid = world.simulator.personas[0]?.openids.officialAccount ?? '';
    const { sendTemplate } = world.openWechat().account('main');
    const message = { openid, templateId: 'T', data: { thing1: { value: '学分' } } };
    const first = await sendTemplate({ ...message, clientMsgId: 'a' });
    await world.post('/simulator/contacts', { persona: 1, isBlocking: true });
    const second = await sendTemplate({ ...message, clientMsgId: 'b' });
    await world.simulator.settled();
    expect(world.simulator.inbox('1').map(({ kind }) => kind)).toEqual(['template']);
    const told = bodies.map((body) => [
      /<MsgID><!\[CDATA\[(\d+)/.exec(body)?.[1],
      /<Status><!\[CDATA\[([^\]]+)/.exec(body)?.[1],
    ]);
    expect(told.sort()).toEqual([
      [first.messageId, 'success'],
      [second.messageId, 'failed:user block'],
    ]);
  });

  it('takes success as an answer without words', async () => {
    await listen((_, response) => response.end('success'));
    expect(await say('帮助')).toEqual({ status: 200, reply: null, tries: 1 });
  });

  it.each(['{"a":1}', '<xml><MsgType>text</MsgType><Content></Content></xml>', '<xml>'])(
    'shows WeChat’s trouble for the reply %s',
    async (body) => {
      await listen((_, response) => response.end(body));
      expect(await say('帮助')).toMatchObject({ status: 502, reply: null });
      expect(world.simulator.inbox('1').at(-1)?.kind).toBe('trouble');
    },
  );
});
