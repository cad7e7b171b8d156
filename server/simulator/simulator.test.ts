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
