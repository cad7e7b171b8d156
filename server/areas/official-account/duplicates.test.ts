/** WeChat delivers a message up to three times, to any process: one effect, one answer. */
import { openOfficialAccount, type TestAccount } from '../../testing/officialAccount';

const MINE = 'kj 11010519491231002X';
let one: TestAccount;
let other: TestAccount;
let accounts: TestAccount[];

/** Two processes of one server. */
function openBoth(answerWithinMs: number, leaseMs?: number): void {
  one = openOfficialAccount({ answerWithinMs, leaseMs });
  other = openOfficialAccount({ answerWithinMs, leaseMs, config: one.config });
  accounts = [one, other];
}
const closeBoth = () => Promise.all(accounts.map((account) => account.close()));

// Patient, so that a busy machine does not answer `success` first.
beforeEach(() => openBoth(60_000));
afterEach(closeBoth);

/** Lets an account wait at its first look-up; answers how to let it go on. */
function hold(account: TestAccount): () => void {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { learnerOf } = account.ports;
  account.ports.learnerOf = (openid) => released.then(() => learnerOf(openid));
  return release;
}
async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
const leases = (account: TestAccount) => account.redis.keys(`wechat:${account.config.appId}:message:*`);

const passwords = () => accounts.flatMap(({ calls }) => calls.passwords);

it.each([MINE, 'kj 1627120049 002X'])(
  '%s three times at once issues one password, in one answer',
  async (typed) => {
    const message = { openid: 'oBound', msgId: '900001' };
    const answers = await Promise.all([one, other, one, other].map((account) => account.say(typed, message)));
    expect(answers[0]).toContain('密码：P');
    expect(new Set(answers).size).toBe(1);
    expect(passwords()).toEqual(['l1']);
  },
);

it('a later delivery gets the stored answer', async () => {
  const message = { openid: 'oBound', msgId: '900002' };
  const first = await one.say(MINE, message);
  expect(await other.say(MINE, message)).toBe(first);
  expect(passwords()).toHaveLength(1);
});

it('a captured request played again while its signature is good gets no second password', async () => {
  const { query, body } = one.signed(one.messageXml(MINE, { openid: 'oBound', msgId: '900003' }));
  await one.account.receive(query, Buffer.from(body));
  for (const seconds of [60, 200, 39]) {
    one.clock.time += seconds * 1000;
    expect((await one.account.receive(query, Buffer.from(body))).status).toBe(200);
  }
  one.clock.time += 2000;
  expect((await one.account.receive(query, Buffer.from(body))).status).toBe(403);
  expect(passwords()).toHaveLength(1);
  const [key] = await one.redis.keys(`wechat:${one.config.appId}:message:*`);
  expect(await one.redis.pttl(key ?? '')).toBeGreaterThan(5 * 60_000);
});

it('two messages are two', async () => {
  const first = await one.say(MINE, { openid: 'oBound', msgId: '900004' });
  expect(await one.say(MINE, { openid: 'oBound', msgId: '900005' })).not.toBe(first);
});

it('events are told apart by sender, time, event and key', async () => {
  const click = (key: string) => `<MsgType>event</MsgType><Event>CLICK</Event><EventKey>${key}</EventKey>`;
  const at = { openid: 'oBound', createTime: 1_800_000_000 };
  one.setCredits({
    year: 2026,
    required: 0,
    totals: { total: 0, reviewed: 0, pending: 0, classI: 0, classII: 0, other: 0 },
    items: [],
  });
  const help = await one.say('', { ...at, rest: click('帮助') });
  expect(await other.say('', { ...at, rest: click('帮助') })).toBe(help);
  expect(await one.say('', { ...at, rest: click('学分') })).not.toBe(help);
});

it('keeps nothing readable in Redis', async () => {
  const answer = await one.say(MINE, { openid: 'oBound', msgId: '900006' });
  const password = /密码：(\w+)/.exec(answer)?.[1] ?? '';
  expect(password).not.toBe('');
  await one.say('kj 150122199010194636', { openid: 'oStranger' });
  const keys = await one.redis.keys(`*${one.config.appId}*`);
  expect(keys.join()).toMatch(/:recovery:/);
  for (const key of keys) {
    const type = await one.redis.type(key);
    const value =
      type === 'string'
        ? await one.redis.get(key)
        : JSON.stringify(await one.redis.hgetall(key).catch(() => ''));
    expect(`${key} ${value}`).not.toMatch(new RegExp(`${password}|11010519491231002X|oBound|oStranger`));
  }
});

it('an answer that takes too long is success in time, and follows once as a customer message', async () => {
  await closeBoth();
  openBoth(400);
  const releases = accounts.map(hold);
  const message = { openid: 'oBound', msgId: '900007' };
  expect(await Promise.all([one.say(MINE, message), other.say(MINE, message)])).toEqual([
    'success',
    'success',
  ]);
  for (const release of releases) {
    release();
  }
  await Promise.all(accounts.map(({ account }) => account.settled()));
  expect(passwords()).toHaveLength(1);
  expect(accounts.flatMap(({ calls }) => calls.texts)).toEqual([
    { openid: 'oBound', text: expect.stringContaining('密码：P') },
  ]);
  // A retry finds the answer now.
  expect(await other.say(MINE, message)).toContain('密码：P');
});

it('trouble is answered kindly, kept for the retries, and logged without what was typed', async () => {
  const message = { openid: 'oBound', msgId: '900008' };
  // The fake port throws an error with an idNo in its words.
  expect(await one.say('学分', message)).toBe('系统繁忙，请稍后再试。');
  other.setCredits({ year: 2026, required: 0, totals: {} as never, items: [] });
  expect(await other.say('学分', message)).toBe('系统繁忙，请稍后再试。');
  expect(one.calls.logs.join()).toContain('message failed');
  expect(one.calls.logs.join()).not.toMatch(/11010519491231002X|no credits/);
});

it('what a process that died had begun is done by the next delivery', async () => {
  await closeBoth();
  openBoth(60_000, 400);
  const message = { openid: 'oBound', msgId: '900009' };
  const release = hold(one);
  void one.say(MINE, message);
  await until(async () => (await leases(other)).length === 1);
  // Killed: from now on nothing of it reaches Redis.
  one.redis.disconnect();
  expect(await other.say(MINE, message)).toContain('密码：P');
  expect(passwords()).toHaveLength(1);
  release();
});

it('a delivery that had to answer `success` takes over all the same, and answers by a customer message', async () => {
  await closeBoth();
  openBoth(100, 1000);
  const message = { openid: 'oBound', msgId: '900010' };
  const release = hold(one);
  void one.say(MINE, message);
  await until(async () => (await leases(other)).length === 1);
  one.redis.disconnect();
  expect(await other.say(MINE, message)).toBe('success');
  await other.account.settled();
  release();
  expect(other.calls.texts).toEqual([{ openid: 'oBound', text: expect.stringContaining('密码：P') }]);
  expect(other.calls.notes.map(({ outcome }) => outcome)).toEqual(['late']);
});

it('a process at work keeps its lease, however long it takes', async () => {
  await closeBoth();
  openBoth(60_000, 200);
  const { learnerOf } = one.ports;
  one.ports.learnerOf = async (openid) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return learnerOf(openid);
  };
  const message = { openid: 'oBound', msgId: '900011' };
  const first = one.say(MINE, message);
  await until(async () => (await leases(other)).length === 1);
  expect(await other.say(MINE, message)).toBe(await first);
  expect(other.calls.passwords).toEqual([]);
});

it('a process that lost its lease gives the answer of the one that took over, and sends nothing', async () => {
  await closeBoth();
  openBoth(60_000, 1000);
  const message = { openid: 'oBound', msgId: '900012' };
  const release = hold(one);
  const first = one.say(MINE, message);
  await until(async () => (await leases(other)).length === 1);
  // It stalled for so long that its lease ran out.
  await other.redis.del(...(await leases(other)));
  const second = await other.say(MINE, message);
  release();
  expect(await first).toBe(second);
  expect(one.calls.notes).toEqual([]);
});

it('a process whose lease ran out while nobody took over keeps its answer, and does nothing again', async () => {
  const message = { openid: 'oBound', msgId: '900013' };
  const { learnerOf } = one.ports;
  one.ports.learnerOf = async (openid) => {
    // Redis was restarted without its memory.
    await other.redis.del(...(await leases(other)));
    return learnerOf(openid);
  };
  const first = await one.say(MINE, message);
  expect(await other.say(MINE, message)).toBe(first);
  expect(passwords()).toEqual(['l1']);
});

it('late answers keep to the quota, which is no trouble for the log', async () => {
  await closeBoth();
  openBoth(10);
  const { learnerOf } = one.ports;
  async function askSlowly(): Promise<void> {
    one.ports.learnerOf = learnerOf;
    const release = hold(one);
    expect(await one.say('学分', { openid: 'oStranger' })).toBe('success');
    release();
    await one.account.settled();
  }
  for (let n = 0; n < 6; n += 1) {
    await askSlowly();
  }
  expect(one.calls.texts).toHaveLength(5);
  one.clock.time += 48 * 3_600_000;
  one.ports.sendText = async () => {
    throw Object.assign(new Error('out of time'), { errcode: 45015 });
  };
  await askSlowly();
  expect(one.calls.notes.map(({ outcome }) => outcome)).toEqual([
    ...Array(5).fill('late'),
    'failed',
    'failed',
  ]);
  expect(one.calls.logs.join()).not.toContain('failed');
  one.ports.sendText = async () => {
    throw Object.assign(new Error('busy'), { errcode: -1 });
  };
  await askSlowly();
  expect(one.calls.logs.join()).toContain('background task failed');
});

it('without Redis the answer is kind and nothing is done', async () => {
  one.redis.disconnect();
  expect(await one.say(MINE, { openid: 'oBound' })).toBe('系统繁忙，请稍后再试。');
  expect(passwords()).toEqual([]);
});

it('where Redis is away for so long that `success` went out, he is told so all the same', async () => {
  await closeBoth();
  openBoth(10);
  one.redis.set = () => new Promise((_, reject) => setTimeout(() => reject(new Error('away')), 100)) as never;
  expect(await one.say(MINE, { openid: 'oBound' })).toBe('success');
  await one.account.settled();
  expect(one.calls.texts).toEqual([{ openid: 'oBound', text: '系统繁忙，请稍后再试。' }]);
  expect(one.calls.notes.map(({ outcome }) => outcome)).toEqual(['failed']);
});
