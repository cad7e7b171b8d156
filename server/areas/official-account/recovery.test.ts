/** `kj` gives a stranger nothing: DESIGN, "`kj` is answered safely". */
import { randomBytes } from 'node:crypto';
import { createCipher } from '../../platform/cipher';
import { systemRandom } from '../../platform/clock';
import { openOfficialAccount, type TestAccount } from '../../testing/officialAccount';
import { createTries } from './tries';

const BOUND = '11010519491231002X';
const KNOWN = '150122199010194636';
const WITHOUT_PHONE = '34052419800101001X';
const UNKNOWN = '110101199003070011';
const MINUTE = 60_000;
let wechat: TestAccount;
/** Another process of the same server. */
let other: TestAccount;

beforeEach(() => {
  wechat = openOfficialAccount();
  other = openOfficialAccount({ config: wechat.config });
});
afterEach(async () => {
  await Promise.all([wechat.close(), other.close()]);
  const logs = wechat.calls.logs.join('\n');
  expect(logs).not.toMatch(/\d{17}[\dX]|密码|P[0-9a-f]{8}|UNHANDLED/);
  for (const { code } of wechat.calls.sms) {
    expect(logs).not.toContain(code);
  }
});

const kj = (idNo: string, openid?: string) => wechat.say(`kj ${idNo}`, { openid });
/** The code of the last SMS. */
async function smsCode(): Promise<string> {
  await wechat.account.settled();
  return wechat.calls.sms.at(-1)?.code ?? '';
}
const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000');
const masked = (text: string) => text.replace(/\d{4}\*+[\dX]{4}/g, '****');

describe('a bound sender who asks for his own number', () => {
  it('gets the user name and a one-time password at once', async () => {
    const answer = await kj(BOUND, 'oBound');
    expect(answer).toMatch(/用户名：user-l1\n密码：P[0-9a-f]{8}\n/);
    expect(answer).toContain('10分钟内有效');
    expect(answer).toContain('<a href="https://jjt.example/h5/">点此登录</a>');
    expect(wechat.calls.sms).toEqual([]);
    expect(wechat.calls.audit).toMatchObject([
      { action: 'recovery.passwordIssued', actor: 'oBound', subject: 'l1' },
    ]);
    expect(wechat.calls.told).toEqual(['l1']);
  });

  it('gets nothing where the learner cannot be told of it', async () => {
    wechat.ports.tellIssued = () => Promise.reject(new Error('the store is away'));
    const answer = await kj(BOUND, 'oBound');
    expect(wechat.calls.passwords).toEqual(['l1']);
    expect(answer).toBe('系统繁忙，请稍后再试。');
  });

  it('may write it as people do', async () => {
    expect(await wechat.say('ＫＪ：１１０１０５１９４９１２３１００２ｘ', { openid: 'oBound' })).toContain(
      '密码：P',
    );
    expect(await wechat.say('kj 1627120049 002x', { openid: 'oBound' })).toContain('密码：P');
  });

  it('is not kept out by what strangers tried', async () => {
    for (let i = 0; i < 6; i += 1) {
      await kj(BOUND, `oThief${i}`);
    }
    expect(await kj(BOUND, 'oBound')).toContain('密码：P');
  });

  it('gets no more than five an hour', async () => {
    for (let i = 0; i < 5; i += 1) {
      expect(await kj(BOUND, 'oBound')).toContain('密码：P');
    }
    expect(await kj(BOUND, 'oBound')).toContain('次数过多');
    expect(wechat.calls.passwords).toHaveLength(5);
  });
});

describe('everybody else', () => {
  it('reads the same words for a registered number, one without a phone and one that nobody has', async () => {
    const answers = [await kj(KNOWN), await kj(WITHOUT_PHONE), await kj(UNKNOWN), await kj(BOUND)].map(
      masked,
    );
    expect(answers[0]).toContain('6位验证码');
    expect(new Set(answers).size).toBe(1);
    // And so does a bound sender who asks for somebody else.
    expect(masked(await kj(KNOWN, 'oBound'))).toBe(answers[0]);
    expect(masked(await kj('110101200002290042', 'oBound'))).toBe(answers[0]);
    expect(wechat.calls.passwords).toEqual([]);
  });

  it('makes the server do the same before the answer, known or unknown', async () => {
    const order: string[] = [];
    const { findByIdNo, sendRecoveryCode, isHis } = wechat.ports;
    wechat.ports.isHis = (...args) => {
      order.push('isHis');
      return isHis(...args);
    };
    wechat.ports.findByIdNo = (idNo) => {
      order.push('find');
      return findByIdNo(idNo);
    };
    wechat.ports.sendRecoveryCode = (...args) => {
      order.push('sms');
      return sendRecoveryCode(...args);
    };
    for (const idNo of [KNOWN, UNKNOWN]) {
      await kj(idNo);
      order.push('answered');
      await wechat.account.settled();
    }
    expect(order).toEqual(['answered', 'find', 'sms', 'answered', 'find']);
    // A bound sender is asked for his own record, whatever number he sends.
    order.length = 0;
    for (const idNo of [KNOWN, UNKNOWN]) {
      await kj(idNo, 'oBound');
      order.push('answered');
      await wechat.account.settled();
    }
    expect(order).toEqual(['isHis', 'answered', 'find', 'sms', 'isHis', 'answered', 'find']);
  });

  it('is answered even while the SMS gateway hangs or fails', async () => {
    wechat.ports.sendRecoveryCode = () => Promise.reject(new Error(`no SMS for ${KNOWN}`));
    expect(await kj(KNOWN)).toContain('6位验证码');
    await wechat.account.settled();
    expect(wechat.calls.logs.join()).toContain('background task failed');
  });

  it('shows the number masked only', async () => {
    expect(await kj(KNOWN)).toContain('1501**********4636');
  });
});

describe('the code', () => {
  it('sent back by the one who asked gives the password, once', async () => {
    await kj(KNOWN, 'oNew');
    const code = await smsCode();
    expect(code).toMatch(/^\d{6}$/);
    expect(await wechat.say(code, { openid: 'oNew' })).toContain('用户名：user-l2');
    expect(await wechat.say(code, { openid: 'oNew' })).toContain('没有等待验证');
    expect([wechat.calls.passwords, wechat.calls.told]).toEqual([['l2'], ['l2']]);
    expect(wechat.calls.audit.map(({ action, subject }) => [action, subject])).toEqual([
      ['recovery.asked', null],
      ['recovery.codeSent', 'l2'],
      ['recovery.passwordIssued', 'l2'],
    ]);
  });

  it('works for a card number with the last four', async () => {
    await wechat.say('kj 1627120050 4636', { openid: 'oNew' });
    expect(await wechat.say(await smsCode(), { openid: 'oNew' })).toContain('用户名：user-l2');
  });

  it('is good for one of two deliveries at the same time', async () => {
    await kj(KNOWN, 'oNew');
    const code = await smsCode();
    const answers = await Promise.all([1, 2, 3].map(() => wechat.say(code, { openid: 'oNew' })));
    expect(answers.filter((answer) => answer.includes('密码：P'))).toHaveLength(1);
    expect(wechat.calls.passwords).toHaveLength(1);
  });

  it('is nothing in the hands of another sender', async () => {
    await kj(KNOWN, 'oNew');
    await kj(UNKNOWN, 'oThief');
    const code = await smsCode();
    expect(await wechat.say(code, { openid: 'oThief' })).toContain('验证码不正确');
    expect(await wechat.say(code, { openid: 'oOther' })).toContain('没有等待验证');
    expect(await wechat.say(code, { openid: 'oNew' })).toContain('密码：P');
  });

  it('is good for ten minutes', async () => {
    await kj(KNOWN, 'oNew');
    wechat.clock.time += 10 * MINUTE;
    const code = await smsCode();
    wechat.clock.time += 1;
    expect(await wechat.say(code, { openid: 'oNew' })).toContain('没有等待验证');
    await kj(KNOWN, 'oNew');
    wechat.clock.time += 10 * MINUTE;
    expect(await wechat.say(await smsCode(), { openid: 'oNew' })).toContain('密码：P');
  });

  it('is gone after five wrong ones, with the same words known or unknown', async () => {
    const said: string[][] = [];
    for (const [idNo, openid] of [
      [KNOWN, 'oNew'],
      [UNKNOWN, 'oOther'],
      [WITHOUT_PHONE, 'oThird'],
    ] as const) {
      await kj(idNo, openid);
      const wrong = wrongFor(await smsCode());
      const answers: string[] = [];
      for (let i = 0; i < 6; i += 1) {
        answers.push(await wechat.say(wrong, { openid }));
      }
      said.push(answers);
    }
    expect(said[1]).toEqual(said[0]);
    expect(said[2]).toEqual(said[0]);
    expect(said[0]?.[0]).toContain('还可以再试4次');
    expect(said[0]?.[4]).toContain('已取消');
    expect(said[0]?.[5]).toContain('没有等待验证');
    expect(await wechat.say(await smsCode(), { openid: 'oNew' })).toContain('没有等待验证');
    expect(wechat.calls.passwords).toEqual([]);
  });

  it('cannot be guessed by many at once', async () => {
    await kj(KNOWN, 'oNew');
    const code = await smsCode();
    const guesses = Array.from({ length: 30 }, (_, i) =>
      String((Number(code) + 1 + i) % 1_000_000).padStart(6, '0'),
    );
    const answers = await Promise.all(guesses.map((guess) => wechat.say(guess, { openid: 'oNew' })));
    expect(answers.filter((answer) => answer.includes('不正确') || answer.includes('已取消'))).toHaveLength(
      5,
    );
    expect(await wechat.say(code, { openid: 'oNew' })).toContain('没有等待验证');
  });

  it('is replaced by the next request', async () => {
    await kj(KNOWN, 'oNew');
    const old = await smsCode();
    await kj(KNOWN, 'oNew');
    const fresh = await smsCode();
    if (old !== fresh) {
      expect(await wechat.say(old, { openid: 'oNew' })).toContain('验证码不正确');
    }
    expect(await wechat.say(fresh, { openid: 'oNew' })).toContain('密码：P');
  });

  it('is of no use where the learner has no phone', async () => {
    await kj(WITHOUT_PHONE, 'oNew');
    await wechat.account.settled();
    expect(wechat.calls.sms).toEqual([]);
  });
});

describe('five tries an hour', () => {
  it.each([
    ['by one sender, whatever the numbers', (i: number) => kj(i % 2 ? KNOWN : UNKNOWN, 'oNew')],
    ['for one registered number, whoever asks', (i: number) => kj(KNOWN, `oNew${i}`)],
    ['for one unknown number, whoever asks', (i: number) => kj(UNKNOWN, `oNew${i}`)],
    [
      'for one card, whoever asks',
      (i: number) => wechat.say(`kj 1627120050 463${i}`, { openid: `oNew${i}` }),
    ],
  ])('%s', async (_, ask) => {
    const answers: string[] = [];
    for (let i = 0; i < 7; i += 1) {
      answers.push(await ask(i));
      wechat.clock.time += MINUTE;
    }
    expect(answers.slice(0, 5).every((answer) => answer.includes('6位验证码'))).toBe(true);
    // The first was at 16:00 in China, so the next may come at 17:00.
    expect(answers[5]).toContain('17:00以后再试');
    expect(answers[6]).toBe(answers[5]);
    wechat.clock.time += 53 * MINUTE;
    expect(await ask(8)).toContain('6位验证码');
    expect(await ask(9)).toContain('次数过多');
    expect(wechat.calls.audit.filter(({ action }) => action === 'recovery.limited')).toHaveLength(3);
  });

  it('bound what one phone gets, by whichever numbers', async () => {
    for (let i = 0; i < 5; i += 1) {
      await kj(KNOWN, `oA${i}`);
      await wechat.say('kj 1627120050 4636', { openid: `oB${i}` });
    }
    await wechat.account.settled();
    expect(wechat.calls.sms).toHaveLength(5);
  });

  it('count a number across accounts, and a sender in his own', async () => {
    const { redis, clock } = wechat;
    const cipher = createCipher(
      { DATA_KEYS: [{ kid: 'k1', key: randomBytes(32) }], INDEX_KEY: randomBytes(32) },
      systemRandom,
    );
    const [main, city] = ['wxmain', 'wxcity'].map((appId) =>
      createTries({ redis, clock, random: systemRandom, cipher }, appId),
    );
    for (let i = 0; i < 5; i += 1) {
      expect([await main?.take('claim', KNOWN), await main?.take('sender', 'oNew')]).toEqual([0, 0]);
    }
    expect(await city?.take('claim', KNOWN)).toBe(60 * MINUTE);
    expect(await city?.take('claim', UNKNOWN)).toBe(0);
    expect(await city?.take('sender', 'oNew')).toBe(0);
  });

  it('count across processes', async () => {
    for (let i = 0; i < 5; i += 1) {
      await (i % 2 ? wechat : other).say(`kj ${KNOWN}`, { openid: 'oNew', msgId: `88000${i}` });
    }
    expect(await other.say(`kj ${KNOWN}`, { openid: 'oNew', msgId: '880009' })).toContain('次数过多');
  });

  it('name tomorrow when it is', async () => {
    wechat.clock.time = Date.UTC(2027, 0, 15, 15, 30);
    for (let i = 0; i < 5; i += 1) {
      await kj(KNOWN, 'oNew');
    }
    expect(await kj(KNOWN, 'oNew')).toContain('明天00:30以后');
  });
});

it('a number that cannot be is told at once and counts for nothing', async () => {
  for (let i = 0; i < 6; i += 1) {
    expect(await kj('110105194912310021')).toContain('校验位不对');
  }
  expect(await kj('11010519490231002X')).toContain('出生日期不存在');
  expect(wechat.calls.audit).toEqual([]);
  expect(await kj(KNOWN)).toContain('6位验证码');
});

it('keeps no number in a key of Redis', async () => {
  await kj(KNOWN);
  await wechat.account.settled();
  const keys = await wechat.redis.keys('*');
  expect(keys.length).toBeGreaterThanOrEqual(4);
  expect(keys.join()).not.toContain(KNOWN);
});
