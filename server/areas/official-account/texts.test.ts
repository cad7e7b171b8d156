/** What is said, by what is there: without a server. */
import type { LearnerActivity } from '@common/contract/activities';
import type { MissingCredit } from '@common/contract/credits';
import { utf8Length } from '@common/rules/utf8';
import { attendanceText } from './attendanceText';
import type { PublishedLine } from './commandPorts';
import { entriesText } from './creditsText';
import { pageLink, plainName } from './links';
import { bindingWords } from './notTyped';
import type { LearnerCredits } from './ports';
import { faqText, noticesText } from './publishedText';
import { standardsText } from './standardsText';
import { standingText } from './standingText';
import { tasksText } from './tasksText';
import { whyText } from './whyText';
import { words } from './words';

const LINKS = { home: 'https://jjt.example/', register: 'https://jjt.example/#/pages/register/index' };
const shown = (blocks: string[]) => blocks.join('\n');
const link = (path: string, words: string) => `<a href="https://jjt.example/#/${path}">${words}</a>`;
/** 2026-11-21 09:00 in China. */
const NINE = '2026-11-21T01:00:00.000Z';

const ACTIVITY: LearnerActivity = {
  id: 'a1',
  name: '外科护理学新进展学习班',
  projectNumber: '2026-14-02-049 (国)',
  unitName: '漯河市中心医院',
  venue: '学术报告厅',
  from: NINE,
  to: '2026-11-21T10:00:00.000Z',
  creditClass: 'classI',
  credits: 200,
  today: true,
  checkIns: [{ courseName: '护理安全', direction: 'in', at: NINE }],
  tasks: [
    {
      kind: 'exam',
      state: 'open',
      isRequired: true,
      words: '11月28日 24:00 截止',
      opensAt: NINE,
      until: null,
    },
    {
      kind: 'evaluation',
      state: 'ahead',
      isRequired: false,
      words: '撤离后可以评价',
      opensAt: null,
      until: null,
    },
    {
      kind: 'departure',
      state: 'open',
      isRequired: true,
      words: '离开前请扫撤离码',
      opensAt: null,
      until: null,
    },
  ],
  stages: [],
};

it('考试 lists what can be done with a link, and what is ahead without', () => {
  expect(shown(tasksText([ACTIVITY], LINKS))).toBe(
    [
      '待完成1项：',
      '1. 参加考试：外科护理学新进展学习班',
      '　11月28日 24:00 截止（完成后才能授分）',
      `　${link('study/exam/index?activityId=a1', '去考试')}`,
      '',
      '还没有到时间：',
      '1. 项目评价：外科护理学新进展学习班',
      '　撤离后可以评价',
      '',
      link('study/records/index', '查看我的活动'),
    ].join('\n'),
  );
  expect(shown(tasksText([], LINKS))).toContain('没有待完成的考试和评价');
});

it('考勤 tells what is due, what was done, what waits and what did not count', () => {
  const text = attendanceText(
    [ACTIVITY],
    {
      due: [
        {
          activityId: 'a1',
          activityName: ACTIVITY.name,
          venue: '学术报告厅',
          from: NINE,
          to: ACTIVITY.to,
          due: [
            { label: '签到', done: 1, of: 1 },
            { label: '撤离', done: 0, of: 1 },
          ],
          held: [{ kind: 'place', words: '手机位置距会场约2公里', at: NINE, courseName: '护理安全' }],
        },
      ],
      refused: [{ activityName: '', at: Date.parse(NINE), reason: '所扫的二维码已更新' }],
    },
    LINKS,
  );
  expect(shown(text)).toBe(
    [
      '今天的考勤：',
      '· 外科护理学新进展学习班',
      '　09:00–18:00 学术报告厅',
      '　签到 1/1，撤离 0/1',
      '　位置待确认：手机位置距会场约2公里',
      '',
      '最近1次签到：',
      '11-21 09:00 签到 外科护理学新进展学习班·护理安全',
      '',
      '没有生效的扫码：',
      '11-21 09:00',
      '　所扫的二维码已更新',
      '',
      link('study/records/index', '查看考勤记录'),
    ].join('\n'),
  );
  expect(shown(attendanceText([], { due: [], refused: [] }, LINKS))).toContain('还没有签到记录');
});

describe('为什么', () => {
  const condition = (state: 'done' | 'mine' | 'theirs', waitingFor: string | null = null) => ({
    key: 'exam' as const,
    label: '考试',
    state,
    words: '',
    waitingFor,
  });
  const missing: MissingCredit = {
    activityId: 'a1',
    activityName: ACTIVITY.name,
    projectNumber: '',
    unitName: '',
    from: NINE,
    to: NINE,
    answer: '考试还没有通过。',
    advice: '请在11月28日前参加考试。',
    conditions: [condition('done'), condition('mine')],
    refused: [],
  };

  it('tells the first condition that is not met, whose turn it is and what to do', () => {
    const theirs = { ...missing, advice: null, conditions: [condition('theirs', '漯河市中心医院')] };
    const text = shown(whyText({ items: [missing, theirs], total: 5 }, LINKS));
    expect(text).toContain('有5个活动还没有审核通过的学分，最近的2个：');
    expect(text).toContain(
      [
        '1. 外科护理学新进展学习班（2026-11-21）',
        '　原因：考试还没有通过。',
        '　等您本人完成',
        '　下一步：请在11月28日前参加考试。',
        `　${link('credits/why/index?activityId=a1', '逐项查看')}`,
      ].join('\n'),
    );
    expect(text).toContain('　等待漯河市中心医院\n　<a');
  });

  it('finds nothing, and says what may be the matter then', () => {
    expect(shown(whyText({ items: [], total: 0 }, LINKS))).toContain('没有用本人的微信扫码');
  });
});

describe('达标', () => {
  const credits = (total: number, reviewed: number, required = 2500): LearnerCredits => ({
    year: 2026,
    required,
    totals: { total, reviewed, pending: total - reviewed, classI: total, classII: 0, other: 0 },
    items: [],
  });
  it.each([
    [credits(1250, 1000), '还差 12.5 分。'],
    [credits(2500, 1000), '加上待审核的 15 分已满应达学分，审核通过后才计入。'],
    [credits(2500, 2500), '已审核的学分已满应达学分。'],
    [credits(100, 0, 0), '您所在地区没有设置年度应达学分。'],
  ])('%#', (given, words) => {
    const text = standingText('陈慧敏', given, LINKS);
    expect(text).toContain(words);
    expect(text).toContain('以年审结果为准');
  });

  it('明细 says why an entry was returned', () => {
    const item = {
      activityName: ACTIVITY.name,
      credits: 200,
      creditClass: 'classI' as const,
      activityDate: '2026-11-21',
      state: 'returned' as const,
      waitingFor: '漯河市中心医院',
      opinion: '人员名单\n有误',
    };
    expect(shown(entriesText('陈慧敏', { ...credits(0, 0), items: [item] }, LINKS))).toContain(
      '　I类学分 2分（审核退回，待漯河市中心医院修改）\n　审核意见：人员名单 有误',
    );
  });
});

describe('通知 and 常见问题', () => {
  const line: PublishedLine = {
    noticeId: 'n1',
    title: '关于<a href="//x">年审</a>的通知',
    authorityName: '漯河市卫生健康委员会',
    publishedAt: new Date(NINE),
    isPinned: true,
    url: 'https://jjt.example/notices/n1',
  };
  it('are links to their pages, without markup of their own', () => {
    const text = shown(noticesText({ items: [line], total: 9 }, LINKS));
    expect(text).toContain(
      '1. 【置顶】<a href="https://jjt.example/notices/n1">关于＜a href="//x"＞年审＜/a＞的通知</a>\n　漯河市卫生健康委员会 2026-11-21',
    );
    expect(text).toContain(link('notices/list/index', '查看全部9条'));
    expect(shown(faqText({ items: [line], total: 1 }, '年审', LINKS))).toContain('与“年审”有关的常见问题：');
  });
  it('say where there is none', () => {
    expect(shown(noticesText({ items: [], total: 0 }, LINKS))).toContain('暂时没有通知');
    expect(shown(faqText({ items: [], total: 0 }, '天气', LINKS))).toContain('没有找到与“天气”有关');
  });
});

describe('标准', () => {
  const row = { creditClass: 'classII' as const, per: '', note: '' };
  const table = {
    year: 2025,
    authorityName: '河南省卫生健康委员会',
    rows: [
      {
        ...row,
        category: 'paper' as const,
        item: '国际刊物（第一作者）',
        from: 500,
        to: 1000,
        per: '每篇',
        note: '附首页',
      },
      { ...row, category: 'study' as const, item: '进修', from: 2500, to: 2500 },
    ],
  };
  it('shows the rows asked for, and of which year they are', () => {
    expect(shown(standardsText(table, '论文', 2026, LINKS))).toBe(
      [
        '2026年度的标准尚未发布，以下为2025年度学分审核标准（河南省卫生健康委员会）',
        '',
        '【论文与综述】',
        '· 国际刊物（第一作者）：II类学分 5–10分（每篇）',
        '　附首页',
        '',
        link('notices/standards/index', '查看完整的标准'),
      ].join('\n'),
    );
  });
  it('shows all of them without words, and what there is where none is meant', () => {
    expect(shown(standardsText(table, '', 2025, LINKS))).toContain('【进修】\n· 进修：II类学分 25分');
    expect(shown(standardsText(table, '天气', 2025, LINKS))).toContain(
      '· 论文与综述\n· 进修\n例如发送：标准 论文',
    );
    expect(shown(standardsText(null, '', 2025, LINKS))).toContain('还没有发布');
  });
});

it('a link opens the mini-program, and the web page where WeChat is too old', () => {
  expect(pageLink({ ...LINKS, miniprogramAppId: 'wx1' }, 'credits/why/index?activityId=a1', '看')).toBe(
    '<a data-miniprogram-appid="wx1" data-miniprogram-path="credits/why/index?activityId=a1" href="https://jjt.example/#/credits/why/index?activityId=a1">看</a>',
  );
});

it('the welcome and the help fit one message, with links to a mini-program and after a binding', () => {
  const links = {
    ...LINKS,
    home: `https://${'x'.repeat(60)}.example/`,
    miniprogramAppId: 'wx1234567890abcdef',
  };
  const bound = bindingWords({ kind: 'bound', learnerId: 'l1', name: '名'.repeat(30) });
  expect(utf8Length(`${bound}\n\n${words.welcome('继教通', links)}`)).toBeLessThanOrEqual(2048);
  expect(utf8Length(words.help(links))).toBeLessThanOrEqual(2048);
  expect(utf8Length(words.bindFirst(links))).toBeLessThanOrEqual(2048);
});

it.each([
  ['第一\n期  学习班', '第一 期 学习班'],
  ['<a href="weixin://x">点我</a>', '＜a href="weixin：//x"＞点我＜/a＞'],
  ['名'.repeat(30), `${'名'.repeat(19)}…`],
])('plainName(%j)', (name, plain) => expect(plainName(name)).toBe(plain));
