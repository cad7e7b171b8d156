import { utf8Length } from '@common/rules/utf8';
import { openOfficialAccount, type TestAccount } from '../../testing/officialAccount';
import type { LearnerCredits } from './ports';

let wechat: TestAccount;
beforeAll(() => {
  wechat = openOfficialAccount();
});
afterAll(() => wechat.close());

const CREDITS: LearnerCredits = {
  year: 2026,
  required: 2500,
  totals: { total: 1250, reviewed: 1000, pending: 250, classI: 1000, classII: 250, other: 0 },
  items: [
    {
      activityName: '中国急性心肌梗死救治项目漯河区启动会',
      credits: 250,
      creditClass: 'classII',
      activityDate: '2026-11-02',
      state: 'pending',
      waitingFor: '漯河市卫生健康委员会',
    },
    {
      activityName: '院感防控新进展',
      credits: 1000,
      creditClass: 'classI',
      activityDate: '2026-08-07',
      state: 'reviewed',
      waitingFor: null,
    },
  ],
};

describe('学分', () => {
  it('tells the totals, the latest entries with whom they wait for, and where to see all', async () => {
    wechat.setCredits(CREDITS);
    expect(await wechat.say('学分', { openid: 'oBound' })).toBe(
      [
        '陈慧敏，2027年度学分',
        '合计 12.5 分（应达 25 分）',
        'I类 10 · II类 2.5 · 其他 0',
        '已审核 10 分，待审核 2.5 分',
        '',
        '最近2条：',
        '1. 11-02 中国急性心肌梗死救治项目漯河区启动会',
        '　II类学分 2.5分（待漯河市卫生健康委员会审核）',
        '2. 08-07 院感防控新进展',
        '　I类学分 10分',
        '',
        '发送“明细”逐条查看，“为什么”查看缺少的学分',
        '<a href="https://jjt.example/h5/#/pages/credits/index">查看全部明细</a>',
      ].join('\n'),
    );
  });

  it('says of each what became of it: returned to the unit, revoked', async () => {
    const [first] = CREDITS.items as [LearnerCredits['items'][number]];
    const returned = { ...first, state: 'returned' as const, waitingFor: '漯河市中心医院' };
    const revoked = { ...first, state: 'revoked' as const, waitingFor: null };
    wechat.setCredits({ ...CREDITS, items: [returned, revoked] });
    const text = await wechat.say('学分', { openid: 'oBound' });
    expect(text).toContain('　II类学分 2.5分（审核退回，待漯河市中心医院修改）\n');
    expect(text).toContain('　II类学分 2.5分（已撤销）\n');
  });

  it('of another year', async () => {
    wechat.setCredits(CREDITS);
    expect(await wechat.say('学分 2025', { openid: 'oBound' })).toContain('2025年度学分');
    expect(await wechat.say('请问去年的学分有多少', { openid: 'oBound' })).toContain('2026年度学分');
  });

  it('fits a bubble with the link whole, however long the names', async () => {
    const long = {
      ...CREDITS.items[0],
      activityName: '<a href="x">'.repeat(40),
      waitingFor: '委'.repeat(200),
    };
    wechat.setCredits({
      ...CREDITS,
      items: Array.from({ length: 40 }, () => long as LearnerCredits['items'][number]),
    });
    const text = await wechat.say('学分', { openid: 'oBound' });
    expect(utf8Length(text)).toBeLessThanOrEqual(2048);
    expect(text.match(/<a /g)).toHaveLength(1);
    expect(text.endsWith('查看全部明细</a>')).toBe(true);
    expect(text).toContain('最近8条');
  });

  it('says why a year may be empty', async () => {
    wechat.setCredits({ ...CREDITS, items: [], totals: { ...CREDITS.totals, total: 0, pending: 0 } });
    expect(await wechat.say('学分', { openid: 'oBound' })).toContain('要等举办单位授分后才能查到');
  });

  it('tells who is not bound how to be', async () => {
    const text = await wechat.say('学分');
    expect(text).toContain('还没有绑定');
    expect(text).toContain('<a href="https://jjt.example/h5/register">点此注册</a>');
  });
});

describe('other messages', () => {
  it.each([
    ['帮助', '【学分】'],
    ['kj', 'kj 11010519491231002X'],
    ['你好', '发送“帮助”'],
    ['123456', '没有等待验证'],
  ])('%s', async (typed, expected) => expect(await wechat.say(typed)).toContain(expected));

  it.each(['明细', '为什么', '考勤', '考试', '达标', '学分'])('%s is for the bound only', async (typed) => {
    expect(await wechat.say(typed)).toContain('还没有绑定');
  });

  it.each(['image', 'voice', 'video', 'location', 'link'])('%s is answered kindly', async (msgType) => {
    const rest = `<MsgType>${msgType}</MsgType><MsgId>55${msgType.length}${msgType.charCodeAt(1)}</MsgId>`;
    expect(await wechat.say('', { rest })).toContain('只能看懂文字');
  });
});

describe('a number alone', () => {
  const MINE = '11010519491231002X';

  it('is asked about, masked, and kept sealed for the answer', async () => {
    const text = await wechat.say(MINE, { openid: 'oBound' });
    expect(text).toContain('1101**********002X');
    expect(text).not.toContain(MINE);
    expect(wechat.calls.sms).toEqual([]);
    // Of other tests too, whose keys nobody can tell from these.
    const keys = await wechat.redis.keys('wechat:main:number:*');
    expect(keys.length).toBeGreaterThan(0);
    expect(JSON.stringify([keys, await wechat.redis.mget(keys)])).not.toMatch(new RegExp(`${MINE}|oBound`));
    expect(await wechat.say('1', { openid: 'oBound' })).toContain('用户名：user-l1');
    // Once.
    expect(await wechat.say('1', { openid: 'oBound' })).toContain('没有看懂');
  });

  it('gives a stranger no more than kj does, and nobody another one’s credits', async () => {
    await wechat.say(MINE, { openid: 'oStranger2' });
    expect(await wechat.say('２', { openid: 'oStranger2' })).toContain('还没有绑定');
    await wechat.say(MINE, { openid: 'oStranger2' });
    expect(await wechat.say('1', { openid: 'oStranger2' })).toContain('如果该号码已注册');
  });

  it('is forgotten after five minutes', async () => {
    await wechat.say(MINE, { openid: 'oBound' });
    wechat.clock.time += 5 * 60_000 + 1;
    expect(await wechat.say('1', { openid: 'oBound' })).toContain('没有看懂');
  });

  it('that cannot be one is told at once', async () => {
    expect(await wechat.say('110105194912310021')).toContain('校验位不对');
  });
});

describe('下一页', () => {
  const [item] = CREDITS.items as [LearnerCredits['items'][number]];
  const many = { ...CREDITS, items: Array.from({ length: 60 }, () => item) };
  const say = async (typed: string, openid = 'oBound') => wechat.say(typed, { openid });

  it('goes on to the end of a long answer, and says when it is reached', async () => {
    wechat.setCredits(many);
    const pages = [await say('明细'), await say('下一页'), await say('继续'), await say('下一页')];
    const [first = '', second = '', third = '', fourth = ''] = pages;
    expect(first).toContain('共60条');
    expect(first).toMatch(/第1\/(\d)页，回复“下一页”继续$/);
    expect(Math.max(...pages.map(utf8Length))).toBeLessThanOrEqual(2048);
    const [, count = '0'] = /第1\/(\d)页/.exec(first) ?? [];
    expect(second).toContain(`第2/${count}页`);
    expect(third).toContain(`第3/${count}页`);
    expect(fourth).toContain(`第4/${count}页`);
    const rest: string[] = [];
    for (let page = 5; page <= Number(count); page += 1) {
      rest.push(await say('下一页'));
    }
    expect([...pages, ...rest].join('\n').match(/^\d+\. /gm)).toHaveLength(60);
    expect(rest.at(-1)).not.toContain('回复“下一页”');
    expect(await say('下一页')).toContain('已经是最后一页');
  });

  it('is the sender’s own, for ten minutes, and gone with the binding', async () => {
    wechat.setCredits(many);
    await say('明细');
    expect(await say('下一页', 'oStranger3')).toContain('没有可以继续显示的内容');
    await say('确认解绑');
    expect(await say('下一页')).toContain('没有可以继续显示的内容');
    await say('明细');
    wechat.clock.time += 10 * 60_000 + 1;
    expect(await say('下一页')).toContain('没有可以继续显示的内容');
  });
});

describe('绑定 and 解绑', () => {
  it('tells to whom, masked, or how', async () => {
    expect(await wechat.say('绑定', { openid: 'oBound' })).toContain('陈*敏（漯河市中心医院）');
    expect(await wechat.say('怎么绑定')).toContain('绑定 ABCD2345');
  });

  it('by code, of which an hour sees five wrong ones', async () => {
    const openid = 'oGuesser';
    for (const code of ['AAAA2222', 'AAAA3333', 'AAAA4444', 'AAAA5555', 'AAAA5555', 'AAAA6666']) {
      expect(await wechat.say(`绑定 ${code}`, { openid })).toContain('绑定码不正确');
    }
    const asked = wechat.calls.scenes.length;
    expect(await wechat.say('绑定 AAAA7777', { openid })).toContain('尝试的次数过多');
    expect(wechat.calls.scenes).toHaveLength(asked);
    wechat.clock.time += 3_600_000;
    wechat.ports.redeemScene = async () => ({ kind: 'bound', learnerId: 'l2', name: '王志强' });
    expect(await wechat.say('绑定码：ａｂｃｄ2345', { openid })).toContain('已绑定学员');
  });

  it('解绑 asks first', async () => {
    expect(await wechat.say('解绑', { openid: 'oBound' })).toContain('回复“确认解绑”');
    expect(await wechat.say('确认解绑', { openid: 'oBound' })).toContain('已解绑');
    expect(await wechat.say('解绑')).toContain('没有绑定学员');
    expect(await wechat.say('确认解绑')).toContain('没有绑定学员');
  });
});

describe('events', () => {
  const event = (name: string, key = '') =>
    wechat.say('', { rest: `<MsgType>event</MsgType><Event>${name}</Event><EventKey>${key}</EventKey>` });

  it('subscribe is welcomed with help', async () => {
    const text = await event('subscribe');
    expect(text).toContain('欢迎关注继教通');
    expect(text).toContain('【kj 身份证号码】');
  });

  it('a menu’s key is what a person would type', async () => {
    expect(await event('CLICK', '帮助')).toContain('【学分】');
    expect(await event('CLICK', 'kj')).toContain('找回用户名和密码');
  });

  it.each(['unsubscribe', 'VIEW', 'SCAN', 'LOCATION', 'TEMPLATESENDJOBFINISH', 'click', 'new_one'])(
    '%s is taken without a word',
    async (name) => expect(await event(name)).toBe('success'),
  );
});
