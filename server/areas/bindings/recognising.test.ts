/** Who writes to an official account, and where a learner can be told things. */
import { clearFaults, orderFault } from '../../testing/calls';
import { withCityAccount } from '../../testing/cityAccount';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, formOf, register } from '../../testing/people';
import { identityModel } from '../accounts/model';

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

const area = () => server.services.bindings;
const persona = (n: number) => {
  const found = server.simulator.personas[n - 1];
  if (!found) {
    throw new Error('no such person');
  }
  return found;
};
const mainOpenid = (n: number) => persona(n).openids.officialAccount;
const asked = () => server.simulator.calls('/cgi-bin/user/info');
async function registerInMiniprogram(n: number) {
  const { client } = await server.wechat(n, 'miniprogram');
  const phoneCode = await server.phoneCode(n);
  const { id } = await client.learners.register({ ...formOf(fixtures, n), phoneCode });
  return { client, learnerId: id };
}
async function bindInCity(learnerId: string, openid: string): Promise<void> {
  const { code } = await area().start(learnerId, 'city');
  await area().redeem('city', openid, code);
}

test('by the unionid, whether he follows before he registers or after; his name as it is now', async () => {
  expect(await area().learnerOf('main', mainOpenid(1))).toBeNull();
  const before = asked();
  const { client, learnerId } = await registerInMiniprogram(1);
  const [item] = (await client.bindings.myBindings({})).items;
  expect(item).toMatchObject({ account: 'main', isBound: true, isFollowing: true, boundAt: null });
  expect(await area().learnerOf('main', mainOpenid(1))).toEqual({ learnerId, name: '陈慧敏' });
  // He was asked about when he was a stranger.
  expect(asked()).toBe(before);
  const { title, unitId, department } = formOf(fixtures, 1);
  await client.learners.resubmit({ name: '陈惠敏', title, unitId, department });
  expect(await area().learnerOf('main', mainOpenid(1))).toEqual({ learnerId, name: '陈惠敏' });
  const two = await registerInMiniprogram(2);
  await area().follow('main', mainOpenid(2), true);
  expect(await area().reachable(two.learnerId)).toEqual([{ account: 'main', openid: mainOpenid(2) }]);
});

test('a learner is one read of the store', async () => {
  const { learnerId } = await register(server, fixtures, 1);
  await area().learnerOf('main', mainOpenid(1));
  const { identities } = server.services.accounts;
  const { learners } = server.services;
  const reads = [jest.spyOn(identities, 'find'), jest.spyOn(identities, 'meet'), jest.spyOn(learners, 'get')];
  expect(await area().learnerOf('main', mainOpenid(1))).toMatchObject({ learnerId });
  expect(reads.map(({ mock }) => mock.calls.length)).toEqual([1, 0, 0]);
  for (const read of reads) {
    read.mockRestore();
  }
});

test('WeChat in trouble leaves a sender a stranger, and is not asked again at every message', async () => {
  await registerInMiniprogram(1);
  await identityModel(server.platform.mongo).deleteMany({ channel: 'officialAccount' });
  await orderFault(server, { kind: 'errcode', path: '/cgi-bin/user/info', errcode: 48001, times: 9 });
  expect(await area().learnerOf('main', mainOpenid(1))).toBeNull();
  const before = asked();
  expect(await area().learnerOf('main', mainOpenid(1))).toBeNull();
  expect(asked()).toBe(before);
});

test('取消关注 ends the messages and nothing else', async () => {
  const { learnerId, client } = await approvedLearner(server, fixtures, 1);
  await bindInCity(learnerId, 'oMine');
  const inMain = { account: 'main', openid: mainOpenid(1) };
  const inCity = { account: 'city', openid: 'oMine' };
  // The city's before the main one: it is nearer.
  expect(await area().reachable(learnerId)).toEqual([inCity, inMain]);
  await area().follow('city', 'oMine', false);
  expect(await area().reachable(learnerId)).toEqual([inMain]);
  expect(await area().learnerOf('city', 'oMine')).toMatchObject({ learnerId });
  expect((await client.bindings.myBindings({})).items[1]).toMatchObject({
    isBound: true,
    isFollowing: false,
  });
  expect(await area().counts()).toEqual(
    new Map([
      ['main', { bound: 1, following: 1 }],
      ['city', { bound: 1, following: 0 }],
    ]),
  );
  await area().follow('city', 'oMine', true);
  expect(await area().reachable(learnerId)).toEqual([inCity, inMain]);
  await area().release('city', 'oMine');
  expect((await area().counts()).get('city')).toEqual({ bound: 0, following: 0 });
});

test('a stranger may follow and go, several times at once', async () => {
  await Promise.all(
    Array.from({ length: 10 }, async (_, n) => area().follow('main', mainOpenid(7), n % 2 === 0)),
  );
  expect(await identityModel(server.platform.mongo).countDocuments({ openid: mainOpenid(7) })).toBe(1);
  expect(await area().learnerOf('main', mainOpenid(7))).toBeNull();
});
