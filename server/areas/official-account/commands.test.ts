import { utf8Length } from '@common/rules/messageGrammar';
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
        '陈慧敏，2026年度学分',
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
        '<a href="https://jjt.example/h5/">查看全部明细</a>',
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

  it('a number alone is asked about, masked', async () => {
    const text = await wechat.say('11010519491231002X');
    expect(text).toContain('1101**********002X');
    expect(text).not.toContain('11010519491231002X');
    expect(wechat.calls.sms).toEqual([]);
  });

  it.each(['image', 'voice', 'video', 'location', 'link'])('%s is answered kindly', async (msgType) => {
    const rest = `<MsgType>${msgType}</MsgType><MsgId>55${msgType.length}${msgType.charCodeAt(1)}</MsgId>`;
    expect(await wechat.say('', { rest })).toContain('只能看懂文字');
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
