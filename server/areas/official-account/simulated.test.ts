/** The message server and WeChat's stand-in over HTTP, as on a laptop: the chat page does just this. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openOfficialAccount, type TestAccount } from '../../testing/officialAccount';
import { type SimulatedWechat, startSimulatedWechat } from '../../testing/simulatedWechat';

const KNOWN = '150122199010194636';
let account: TestAccount;
let simulated: SimulatedWechat;
let server: Server;

async function start(aesKey?: null): Promise<void> {
  account = openOfficialAccount({ aesKey });
  const officialAccount = { ...account.config, secret: 'official-secret' };
  simulated = await startSimulatedWechat({ officialAccount, now: account.clock.now });
  server = account.app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  simulated.simulator.setAppUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  account.ports.sendRecoveryCode = async (_, code) => {
    await simulated.post('/sms', { phone: simulated.simulator.personas[1]?.phone, text: `验证码${code}` });
  };
}
afterEach(async () => {
  await account.close();
  await simulated.stop();
  server.closeAllConnections();
  server.close();
});
const say = (message: object) => simulated.post('/simulator/messages', { persona: '2', ...message });

it('recovers a password by the code on the phone, in safe mode', async () => {
  await start();
  expect(await say({ text: `kj ${KNOWN}` })).toMatchObject({
    status: 200,
    tries: 1,
    reply: expect.stringContaining('6位验证码'),
  });
  await account.account.settled();
  const sms = simulated.simulator.inbox('2').find(({ kind }) => kind === 'sms');
  expect((await say({ text: sms?.text })).reply).toContain('用户名：user-l2');
  expect(simulated.simulator.inbox('2').map(({ kind }) => kind)).toEqual([
    'sent',
    'reply',
    'sms',
    'sent',
    'reply',
  ]);
});

it('answers in the clear where no key is set', async () => {
  await start(null);
  expect((await say({ text: '帮助' })).reply).toContain('【学分】');
});

it('takes no message in the clear where a key is set', async () => {
  await start();
  expect(await say({ text: '帮助', mode: 'plain' })).toMatchObject({ status: 403, reply: null });
  expect(simulated.simulator.inbox('2').at(-1)?.kind).toBe('trouble');
});

it('answers taps on the menu and a new follower', async () => {
  await start();
  expect((await say({ event: 'CLICK', eventKey: '帮助' })).reply).toContain('【学分】');
  expect((await say({ event: 'subscribe' })).reply).toContain('欢迎关注继教通');
  expect(await say({ event: 'unsubscribe' })).toMatchObject({ status: 200, reply: null });
  expect((await say({ msgType: 'image' })).reply).toContain('只能看懂文字');
});
