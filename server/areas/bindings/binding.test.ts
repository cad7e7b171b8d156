/** 绑定 by QR and by code, 更换 with proof, 解绑: one WeChat ↔ one learner whatever comes at once. */

import { clearFaults, orderFault } from '../../testing/calls';
import { withCityAccount } from '../../testing/cityAccount';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, formOf, register } from '../../testing/people';
import { codeFor } from '../../testing/smsCode';
import { identityModel } from '../accounts/model';
import { createBindingCodes } from './codes';

const CITY = 'city';
const MINUTE = 60_000;
let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer(withCityAccount());
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterEach(async () => clearFaults(server));
afterAll(async () => server.stop());

type Learner = Awaited<ReturnType<typeof register>>;
const area = () => server.services.bindings;
const redeem = (openid: string, code: string, account = CITY) => area().redeem(account, openid, code);
const start = ({ client }: Learner, smsCode?: string) =>
  client.bindings.startBinding({ account: CITY, ...(smsCode && { smsCode }) });
const bind = async (learner: Learner, openid: string, smsCode?: string) =>
  redeem(openid, (await start(learner, smsCode)).code);
const proof = async (learner: Learner, persona: number) => {
  await learner.client.bindings.sendBindingCode({ account: CITY });
  return codeFor(server, String(persona));
};
const whoIs = async (openid: string) => (await area().learnerOf(CITY, openid))?.learnerId ?? null;
const inCity = async ({ client }: Learner) =>
  (await client.bindings.myBindings({})).items.find(({ account }) => account === CITY);
const state = async ({ client }: Learner) => (await client.bindings.bindingState({ account: CITY })).state;
const rows = (name: string, filter: object) =>
  server.platform.mongo.collection(name).find(filter).sort({ _id: 1 }).toArray();
const audited = async () => (await rows('auditEntries', { action: /^wechat\./ })).map(({ action }) => action);
const told = async () => (await rows('notifications', { key: /^wechat-/ })).map(({ title }) => title);

describe('a code', () => {
  test('typed however one likes binds the WeChat that sends it; the page that waits sees it', async () => {
    const learner = await approvedLearner(server, fixtures, 1);
    expect(await inCity(learner)).toEqual({
      account: CITY,
      name: '漯河继医委',
      isBound: false,
      isFollowing: false,
      boundAt: null,
    });
    const { code, expiresAt } = await start(learner);
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
    expect(Date.parse(expiresAt) - server.clock.now()).toBe(10 * MINUTE);
    expect(await state(learner)).toBe('waiting');
    const typed = ` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)}。`;
    expect(await redeem('oMine', typed)).toEqual({
      kind: 'bound',
      learnerId: learner.learnerId,
      name: '陈慧敏',
    });
    expect(await state(learner)).toBe('bound');
    expect(await inCity(learner)).toMatchObject({
      isBound: true,
      isFollowing: true,
      boundAt: new Date(server.clock.now()).toISOString(),
    });
    expect(await area().learnerOf(CITY, 'oMine')).toEqual({ learnerId: learner.learnerId, name: '陈慧敏' });
    expect([await audited(), await told()]).toEqual([['wechat.bound'], ['微信已绑定公众号']]);
  });

  test('as a QR’s scene does the same; where WeChat makes no QR the code remains', async () => {
    const learner = await register(server, fixtures, 1);
    const { code } = await start(learner);
    expect(await redeem('oMine', `b${code}`)).toMatchObject({ kind: 'bound' });
    const other = await register(server, fixtures, 2);
    await orderFault(server, { kind: 'status', path: '/cgi-bin', times: 9 });
    const started = await start(other);
    expect(started.qrText).toBeNull();
    expect(await redeem('oOther', started.code)).toMatchObject({ kind: 'bound' });
  });

  test('is scanned in WeChat: who follows by it is bound at once', async () => {
    const { client } = await server.wechat(3, 'miniprogram');
    const phoneCode = await server.phoneCode(3);
    await client.learners.register({ ...formOf(fixtures, 3), phoneCode });
    const { qrText: text } = await client.bindings.startBinding({ account: 'main' });
    const scanned = await fetch(`${server.simulator.url}/simulator/scan`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona: '3', text }),
    });
    expect(JSON.stringify(await scanned.json())).toContain('已绑定学员');
    expect((await client.bindings.bindingState({ account: 'main' })).state).toBe('bound');
    expect((await client.bindings.myBindings({})).items[0]).toMatchObject({
      isBound: true,
      boundAt: new Date(server.clock.now()).toISOString(),
    });
  });

  test('is good once, ten minutes, in its account, and until the next one', async () => {
    const learner = await register(server, fixtures, 1);
    const first = await start(learner);
    const second = await start(learner);
    expect(await redeem('oMine', first.code)).toEqual({ kind: 'unknown' });
    expect(await redeem('oMine', second.code, 'main')).toEqual({ kind: 'unknown' });
    server.clock.pass(10 * MINUTE);
    expect(await redeem('oMine', second.code)).toEqual({ kind: 'unknown' });
    expect(await state(learner)).toBe('expired');
    const third = await start(learner);
    server.clock.pass(10 * MINUTE - 1);
    expect(await redeem('oMine', third.code)).toMatchObject({ kind: 'bound' });
    expect(await redeem('oThief', third.code)).toEqual({ kind: 'unknown' });
    expect(await whoIs('oThief')).toBeNull();
  });

  test('scanned again by the same WeChat says what is, and begins nothing again', async () => {
    const learner = await register(server, fixtures, 1);
    const { code } = await start(learner);
    const bound = await redeem('oMine', code);
    expect(await redeem('oMine', code)).toEqual(bound);
    expect(await audited()).toEqual(['wechat.bound']);
    await area().release(CITY, 'oMine');
    expect(await redeem('oMine', code)).toEqual({ kind: 'unknown' });
    expect(await whoIs('oMine')).toBeNull();
  });

  test('at which a process died is taken up by the next delivery of the message, and by nobody else', async () => {
    const learner = await register(server, fixtures, 1);
    const { code } = await start(learner);
    // Taken, and not another word from it.
    await createBindingCodes(server.platform).take(CITY, code, 'oMine');
    expect(await redeem('oThief', code)).toEqual({ kind: 'unknown' });
    expect(await redeem('oMine', code)).toMatchObject({ kind: 'bound', learnerId: learner.learnerId });
  });

  test('that was made up is nothing, and neither is another’s scene', async () => {
    await start(await register(server, fixtures, 1));
    for (const forged of [
      'ABCD2345',
      'bABCD2345',
      'b',
      '',
      'qrscene_1',
      '{"$ne":null}',
      '\u0000'.repeat(9),
    ]) {
      expect(await redeem('oThief', forged)).toEqual({ kind: 'unknown' });
    }
    const keys = await server.platform.redis.keys('binding:code:*');
    expect(keys).toHaveLength(1);
  });

  test('stands readable nowhere', async () => {
    const { code } = await start(await register(server, fixtures, 1));
    const { redis } = server.platform;
    const keys = await redis.keys('binding:*');
    const values = await Promise.all(
      keys.map(async (key) => ((await redis.type(key)) === 'hash' ? redis.hgetall(key) : redis.get(key))),
    );
    expect(JSON.stringify([keys, values])).not.toContain(code);
    expect(server.logged()).not.toContain(code);
  });

  test('is good for another try where the store failed under it', async () => {
    const learner = await register(server, fixtures, 1);
    const { code } = await start(learner);
    const { identities } = server.services.accounts;
    const { take } = identities;
    identities.take = async () => {
      throw new Error('the store is away');
    };
    await expect(redeem('oMine', code)).rejects.toThrow('away');
    identities.take = take;
    expect(await state(learner)).toBe('waiting');
    expect(await redeem('oMine', code)).toMatchObject({ kind: 'bound' });
  });
});

describe('at once', () => {
  test('two WeChats with one code: one is bound', async () => {
    const { code } = await start(await register(server, fixtures, 1));
    const openids = Array.from({ length: 8 }, (_, n) => `oRace${n}`);
    const outcomes = await Promise.all(openids.map(async (openid) => redeem(openid, code)));
    expect(outcomes.filter(({ kind }) => kind === 'bound')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'unknown')).toHaveLength(7);
  });

  test('one WeChat with the codes of two learners is one’s', async () => {
    const [one, other] = [await register(server, fixtures, 1), await register(server, fixtures, 2)];
    const codes = [(await start(one)).code, (await start(other)).code];
    const outcomes = await Promise.all(codes.map(async (code) => redeem('oShared', code)));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['bound', 'taken']);
    expect((await Promise.all([state(one), state(other)])).sort()).toEqual(['bound', 'refused']);
  });

  test('a registration and a binding of one WeChat, known by its unionid: one of them stands', async () => {
    const { identities } = server.services.accounts;
    const one = await register(server, fixtures, 1);
    const persona = server.simulator.personas[1];
    await identities.meet('officialAccount:city', { openid: 'oTwo', unionid: persona?.unionid ?? '' });
    // The main account's, without its learner yet.
    const { openids, unionid } = persona ?? { openids: { officialAccount: '' }, unionid: '' };
    await identities.meet('officialAccount', { openid: openids.officialAccount, unionid });
    const { code } = await start(one);
    const [bound, registered] = await Promise.allSettled([
      redeem('oTwo', code),
      register(server, fixtures, 2),
    ]);
    const isBound = bound.status === 'fulfilled' && bound.value.kind === 'bound';
    expect(isBound).toBe(registered.status === 'rejected');
    const kin = await identityModel(server.platform.mongo).find({ unionid }).lean();
    const owners = new Set(
      kin
        .flatMap(({ learnerId, reservedFor }) => [learnerId, reservedFor])
        .filter(Boolean)
        .map(String),
    );
    expect(owners.size).toBe(1);
  });
});

describe('another learner’s WeChat', () => {
  test('is refused, by the openid and by the unionid, and the page says what to do', async () => {
    const [one, other] = [await register(server, fixtures, 1), await register(server, fixtures, 2)];
    await bind(one, 'oOne');
    expect(await bind(other, 'oOne')).toEqual({ kind: 'taken' });
    expect(await other.client.bindings.bindingState({ account: CITY })).toEqual({
      state: 'refused',
      words: expect.stringContaining('联系单位管理员'),
    });
    const unionid = server.simulator.personas[0]?.unionid ?? '';
    await server.services.accounts.identities.meet('officialAccount:city', { openid: 'oOneToo', unionid });
    expect(await bind(other, 'oOneToo')).toEqual({ kind: 'taken' });
    expect(await whoIs('oOne')).toBe(one.learnerId);
    expect(await audited()).toEqual(['wechat.bound', 'wechat.refused', 'wechat.refused']);
  });
});

describe('更换', () => {
  test('needs the registered phone; then the older WeChat is out, and stays his', async () => {
    const [one, other] = [await register(server, fixtures, 1), await register(server, fixtures, 2)];
    await bind(one, 'oOld');
    await expect(start(one)).rejects.toMatchObject({ code: 'BINDING_NEEDS_PROOF' });
    await expect(start(one, '000000')).rejects.toMatchObject({ code: 'SMS_CODE_INVALID', field: 'smsCode' });
    const sent = await one.client.bindings.sendBindingCode({ account: CITY });
    expect(sent).toEqual({ retryAfter: 60, phoneMasked: '138****8001' });
    const smsCode = codeFor(server, '1');
    expect(await bind(one, 'oNew', smsCode)).toMatchObject({ kind: 'bound' });
    // Used up.
    await expect(start(one, smsCode)).rejects.toMatchObject({ code: 'SMS_CODE_INVALID' });
    expect([await whoIs('oOld'), await whoIs('oNew')]).toEqual([null, one.learnerId]);
    expect(await bind(other, 'oOld')).toEqual({ kind: 'taken' });
    expect(await audited()).toEqual(['wechat.bound', 'wechat.replaced', 'wechat.refused']);
    expect(await told()).toEqual(['微信已绑定公众号', '公众号绑定的微信已更换']);
    // Back again.
    server.clock.pass(MINUTE);
    expect(await bind(one, 'oOld', await proof(one, 1))).toMatchObject({ kind: 'bound' });
    expect([await whoIs('oOld'), await whoIs('oNew')]).toEqual([one.learnerId, null]);
  });

  test('of the account by which he signs in ends the older WeChat’s sessions, and nobody registers by it', async () => {
    const one = await register(server, fixtures, 1);
    await one.client.bindings.sendBindingCode({ account: 'main' });
    const smsCode = codeFor(server, '1');
    const { code } = await one.client.bindings.startBinding({ account: 'main', smsCode });
    const newer = server.simulator.personas[4]?.openids.officialAccount ?? '';
    expect(await redeem(newer, code, 'main')).toMatchObject({ kind: 'bound' });
    await expect(one.client.accounts.me({})).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect((await (await server.wechat(5)).client.accounts.me({})).learner?.id).toBe(one.learnerId);
    expect((await (await server.wechat(1)).client.accounts.me({})).learner).toBeNull();
    await expect(register(server, fixtures, 1)).rejects.toMatchObject({ code: 'IDNO_TAKEN' });
    const asAnother = register(server, fixtures, 1, { idNo: '11010519491231002X' });
    await expect(asAnother).rejects.toMatchObject({ code: 'IDENTITY_HAS_LEARNER' });
  });
});

describe('解绑', () => {
  test('by message and in the mini-program: a stranger for messages, his for check-ins, and bound again with proof', async () => {
    const [one, other] = [await register(server, fixtures, 1), await register(server, fixtures, 2)];
    expect(await area().release(CITY, 'oMine')).toBe(false);
    await bind(one, 'oMine');
    expect(await area().release(CITY, 'oMine')).toBe(true);
    expect(await area().release(CITY, 'oMine')).toBe(false);
    expect(await whoIs('oMine')).toBeNull();
    expect(await area().reachable(one.learnerId)).not.toContainEqual({ account: CITY, openid: 'oMine' });
    expect(await inCity(one)).toMatchObject({ isBound: false, isFollowing: false });
    expect((await fixtures.unit.bindings.learnerWechats(one)).items).toHaveLength(2);
    expect(await bind(other, 'oMine')).toEqual({ kind: 'taken' });
    await expect(one.client.bindings.releaseBinding({ account: CITY })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(start(one)).rejects.toMatchObject({
      code: 'BINDING_NEEDS_PROOF',
      message: expect.stringContaining('曾绑定过'),
    });
    expect(await bind(one, 'oMine', await proof(one, 1))).toMatchObject({ kind: 'bound' });
    expect(await whoIs('oMine')).toBe(one.learnerId);
    await one.client.bindings.releaseBinding({ account: CITY });
    expect(await whoIs('oMine')).toBeNull();
    expect(await audited()).toEqual([
      'wechat.bound',
      'wechat.released',
      'wechat.refused',
      'wechat.bound',
      'wechat.released',
    ]);
    const urgent = await rows('notifications', { key: /^wechat-/, kind: 'account', isUrgent: true });
    expect(urgent).toHaveLength(4);
  });

  test('an account that is none', async () => {
    const { client } = await register(server, fixtures, 1);
    for (const ask of ['startBinding', 'sendBindingCode', 'bindingState', 'releaseBinding'] as const) {
      await expect(client.bindings[ask]({ account: 'nowhere' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});
