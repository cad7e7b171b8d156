/** Only the unit parts a learner from his WeChat; closing the account does too. */
import { withCityAccount } from '../../testing/cityAccount';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, idNoOf, register } from '../../testing/people';
import { codeFor } from '../../testing/smsCode';
import { identityModel } from '../accounts/model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer(withCityAccount());
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const redeem = async (learnerId: string, openid: string) => {
  const { code } = await server.services.bindings.start(learnerId, 'city');
  return server.services.bindings.redeem('city', openid, code);
};
const kept = (learnerId: string) =>
  identityModel(server.platform.mongo).countDocuments({
    $or: [{ learnerId }, { reservedFor: learnerId }, { learnerName: { $exists: true } }],
  });

test('the unit sees the WeChats and parts them: sessions end, it is audited and told, another may register', async () => {
  const { learnerId, client } = await approvedLearner(server, fixtures, 1);
  await redeem(learnerId, 'oMine');
  const { bindings } = fixtures.unit;
  const { items } = await bindings.learnerWechats({ learnerId });
  expect(items).toEqual([
    { name: '继教通', boundAt: null },
    { name: '漯河继医委', boundAt: new Date(server.clock.now()).toISOString() },
  ]);
  const reason = '手机遗失';
  await expect(bindings.partLearnerWechats({ learnerId, reason: ' ' })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'reason',
  });
  expect(await bindings.partLearnerWechats({ learnerId, reason })).toEqual({ parted: 2 });
  expect(await bindings.partLearnerWechats({ learnerId, reason })).toEqual({ parted: 0 });
  expect(await bindings.learnerWechats({ learnerId })).toEqual({ items: [] });
  await expect(client.accounts.me({})).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  expect(await server.services.bindings.learnerOf('city', 'oMine')).toBeNull();
  const entries = await server.platform.mongo
    .collection('auditEntries')
    .find({ action: 'wechat.parted' })
    .toArray();
  expect(entries).toMatchObject([{ subject: `learner:${learnerId}`, reason }]);
  const told = await server.platform.mongo
    .collection('notifications')
    .find({ title: '单位已解除您的微信绑定' })
    .toArray();
  expect(told).toMatchObject([{ kind: 'account', isUrgent: true }]);
  // The WeChat is nobody's now: a colleague's who got the phone.
  expect((await register(server, fixtures, 1, { idNo: idNoOf(9) })).learnerId).not.toBe(learnerId);
});

test('an open code binds nobody after it; sessions that could not be ended then are ended by the next try', async () => {
  const { learnerId, client } = await approvedLearner(server, fixtures, 1);
  const { code } = await client.bindings.startBinding({ account: 'city' });
  const { sessions } = server.services.accounts;
  const away = jest.spyOn(sessions, 'closeAll').mockRejectedValueOnce(new Error('Redis is away'));
  const part = async () => fixtures.unit.bindings.partLearnerWechats({ learnerId, reason: '手机遗失' });
  await expect(part()).rejects.toThrow('系统出现故障');
  away.mockRestore();
  expect((await client.accounts.me({})).learner?.id).toBe(learnerId);
  expect(await part()).toEqual({ parted: 0 });
  await expect(client.accounts.me({})).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  expect(await server.services.bindings.redeem('city', 'oThief', code)).toEqual({ kind: 'unknown' });
});

test('another unit reaches nobody', async () => {
  const { learnerId, client } = await approvedLearner(server, fixtures, 1);
  const { bindings } = fixtures.otherUnit;
  await expect(bindings.learnerWechats({ learnerId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(bindings.partLearnerWechats({ learnerId, reason: '误绑' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect((await client.accounts.me({})).learner?.id).toBe(learnerId);
});

test('who closes his account leaves nothing of the bindings, and an open code binds nobody', async () => {
  const { learnerId, client } = await approvedLearner(server, fixtures, 1);
  await redeem(learnerId, 'oMine');
  await server.services.bindings.learnerOf('city', 'oMine');
  await client.bindings.sendBindingCode({ account: 'city' });
  const smsCode = codeFor(server, '1');
  const { code } = await client.bindings.startBinding({ account: 'city', smsCode });
  expect(await kept(learnerId)).toBe(2);
  server.clock.pass(60_000);
  await client.personalData.sendClosureCode({});
  await client.personalData.closeAccount({ smsCode: codeFor(server, '1') });
  expect(await kept(learnerId)).toBe(0);
  expect(await server.services.bindings.redeem('city', 'oNew', code)).toEqual({ kind: 'unknown' });
});
