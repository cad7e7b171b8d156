/**
 * The table of what can be said to the official account: one row a command, with its words, its lines in the help, and samples
 * that it alone must understand (manual 003 §四: kj; manual 004: 查询用户名密码, 查询学分明细, 学分审核标准查询, 活动通知, 常见问题).
 */
import { normaliseIdNo } from './idNo';
import type { MessageCommand, YearAsked } from './messageCommands';

/** A line of the help: what to send, and what comes of it; `example` where what is shown stands for something else. */
export interface HelpLine {
  shown: string;
  meaning: string;
  example?: string;
}

export interface MessageRule {
  kind: MessageCommand['kind'];
  /** Against the compact text: half-width, lower case, only letters, digits and Han left, no courtesy around it. */
  pattern: RegExp;
  read: (groups: readonly (string | undefined)[]) => MessageCommand;
  help?: readonly HelpLine[];
  samples: readonly string[];
}

const HAN = '[\u3400-\u9fff]*';
const ID_NO = '(\\d{17}[\\dx]|\\d{15})';
const CARD = `(\\d{10})${HAN}(\\d{3}[\\dx])`;
const ID_WORDS = '(?:我的|您的|我)?(?:身份证|证件)?(?:号码|号)?(?:是|为)?';
const YEAR = '((?:19|20)\\d\\d|今年|本年|去年|上一年|上年|前年)(?:年度|年|度)?';
const WHY = '为什么|为何|怎么';
const NOT_THERE =
  '(?:查不到|查询不到|看不到|找不到|查不了|没有到账|没到账|没有到|没到|没有|未到账|未到|不见|少)了?';
const LOOK = '(?:查询|查看|查查|查下|查|看看|看)?';
const ASK = `${LOOK}(?:我的|本人的|自己的|我)?`;
/** What is asked 几分 of: subjects of 学分审核标准. */
const SUBJECT =
  '论文|综述|科研项目|科研|课题|医学著作|著作|专著|译文|翻译|考察报告|调研报告|进修|援藏|援疆|援外|支农|学历教育|授课|带教';

const YEARS_AGO: Readonly<Record<string, number>> = { 去年: 1, 上一年: 1, 上年: 1, 前年: 2 };

/** The first year word among the groups. */
function yearOf(...groups: (string | undefined)[]): YearAsked {
  const word = groups.find((group) => group !== undefined) ?? '';
  const yearsAgo = YEARS_AGO[word];
  return /^\d{4}$/.test(word) ? { year: Number(word) } : yearsAgo ? { yearsAgo } : {};
}

/** 标准's words hold the year anywhere. */
function standards(words: string): MessageCommand {
  const year = new RegExp(`${YEAR}的?`).exec(words);
  return {
    kind: 'standards',
    words: words.replace(year?.[0] ?? '', '').replace(/^的|的$/g, ''),
    ...yearOf(year?.[1]),
  };
}

const whole = (...alternatives: string[]) => new RegExp(`^(?:${alternatives.join('|')})$`);

/** In the order of the help. No two of them claim the same text of another's samples. */
export const MESSAGE_RULES: readonly MessageRule[] = [
  {
    kind: 'recover',
    // Words such as 身份证号 or a name around it do no harm.
    pattern: whole(`kj${HAN}${ID_NO}${HAN}`),
    read: ([idNo = '']) => ({ kind: 'recover', idNo: normaliseIdNo(idNo) }),
    help: [{ shown: 'kj 身份证号码', meaning: '找回用户名和密码', example: 'kj 11010519491231002X' }],
    samples: ['kj 王丽 11010519491231002X', 'kj 110105491231002'],
  },
  {
    kind: 'recoverByCard',
    pattern: whole(`kj${HAN}${CARD}`),
    read: ([personnelNo = '', last4 = '']) => ({
      kind: 'recoverByCard',
      personnelNo,
      last4: last4.toUpperCase(),
    }),
    help: [{ shown: 'kj 医通卡号 证件后四位', meaning: '用卡号找回', example: 'kj 1627120049 002X' }],
    samples: ['kj 医通卡号1627120049 证件后四位002X'],
  },
  {
    kind: 'recoverHelp',
    pattern: new RegExp(
      `^kj(?!${HAN}${ID_NO}${HAN}$|${HAN}${CARD}$)|^(?:忘记|忘了|找回|重置|查询|查)?(?:登录|登陆|用户名)?密码(?:忘记|忘)?(?:了|怎么办|怎么找回)?$`,
    ),
    read: () => ({ kind: 'recoverHelp' }),
    samples: ['kj', '查询密码', '忘记密码怎么办', 'kj 身份证号码'],
  },
  {
    kind: 'code',
    pattern: whole('(?:短信)?(?:验证码)?(?:是|为)?(\\d{6})'),
    read: ([code = '']) => ({ kind: 'code', code }),
    help: [{ shown: '6位短信验证码', meaning: '完成找回', example: '123456' }],
    samples: ['验证码是123456'],
  },
  {
    kind: 'credits',
    pattern: whole(
      `${ASK}(?:${YEAR}的?)?(?:有)?学分(?:查询|情况|汇总|合计|是多少|有多少|多少|有哪些)?(?:${YEAR})?`,
      `(?:我)?(?:${YEAR})?有?(?:多少|几个)学分`,
    ),
    read: (years) => ({ kind: 'credits', ...yearOf(...years) }),
    help: [
      { shown: '学分', meaning: '查今年的学分' },
      { shown: '学分 2025', meaning: '查某一年的学分' },
    ],
    samples: ['查一下我去年的学分', '2025年度学分', '我有多少学分'],
  },
  {
    kind: 'entries',
    pattern: whole(
      `${ASK}(?:${YEAR}的?)?(?:学分)?(?:登记)?明细(?:表|查询|记录)?(?:${YEAR})?`,
      `${ASK}(?:${YEAR}的?)?学分(?:登记)?(?:记录|列表)(?:${YEAR})?`,
    ),
    read: (years) => ({ kind: 'entries', ...yearOf(...years) }),
    help: [{ shown: '明细', meaning: '逐条列出学分，可加年份' }],
    samples: ['查询学分明细', '明细 2025', '去年的学分记录'],
  },
  {
    kind: 'why',
    pattern: whole(
      '为什么|为何',
      `(?:${WHY})?(?:我的|我)?(?:刷卡|扫码|签到)?了?(?:还是|还|都|也|总|就)?${NOT_THERE}(?:我的)?学分`,
      `(?:${WHY})?(?:我的|我)?学分(?:${WHY})?(?:还是|还|都|也|总)?${NOT_THERE}`,
      `(?:${WHY})(?:还是|还|都|也|总)?${NOT_THERE}`,
    ),
    read: () => ({ kind: 'why' }),
    help: [{ shown: '为什么', meaning: '查不到学分的原因' }],
    samples: ['为什么查不到学分', '学分怎么还没到账', '刷卡了没有学分'],
  },
  {
    kind: 'attendance',
    pattern: whole(`${ASK}(?:今天|今日)?的?(?:考勤|签到|刷卡|打卡|扫码)(?:记录|情况|查询|成功|了|没有)*`),
    read: () => ({ kind: 'attendance' }),
    help: [{ shown: '考勤', meaning: '今天应完成的和最近的签到' }],
    samples: ['考勤记录', '今天签到成功了吗', '我的刷卡记录'],
  },
  {
    kind: 'tasks',
    pattern: whole(
      `${ASK}(?:还有|有|要)?(?:没有|什么|哪些)?(?:在线)?(?:考试(?:和|与)?(?:项目)?评价|考试|项目评价|评价|待办)(?:查询|安排|情况|事项)?`,
    ),
    read: () => ({ kind: 'tasks' }),
    help: [{ shown: '考试', meaning: '待完成的考试与评价' }],
    samples: ['有什么考试', '考试与评价', '项目评价'],
  },
  {
    kind: 'standing',
    pattern: whole(
      `${ASK}(?:${YEAR}的?)?(?:是否|有没有|能否|能)?达标(?:情况|查询|没有|了)*(?:${YEAR})?`,
      '(?:学分)?还?(?:差|缺)(?:多少|几个?)(?:学?分)?(?:达标)?',
      '学分(?:够|达标)(?:不够|没有|了)*',
      `${ASK}(?:${YEAR}的?)?(?:年审|年度审核)(?:情况|结果|查询)?`,
    ),
    read: (years) => ({ kind: 'standing', ...yearOf(...years) }),
    help: [{ shown: '达标', meaning: '今年还差多少学分' }],
    samples: ['我达标了吗', '还差多少学分', '去年达标情况', '学分够不够'],
  },
  {
    kind: 'notices',
    pattern: whole(`${LOOK}(?:最新的?|新的?|活动|继教|继续教育)*(?:通知公告|通知|公告)(?:查询|列表)?`),
    read: () => ({ kind: 'notices' }),
    help: [{ shown: '通知', meaning: '最新的活动通知' }],
    samples: ['活动通知', '最新通知公告'],
  },
  {
    kind: 'faq',
    pattern: whole(`${LOOK}(?:常见问题(?:解答|查询)?|faq)(.*)|问题(?:解答)?`),
    read: ([words = '']) => ({ kind: 'faq', words }),
    help: [{ shown: '常见问题', meaning: '后面可加要找的词，如：常见问题 调动' }],
    samples: ['常见问题解答', '常见问题 调动', 'FAQ'],
  },
  {
    kind: 'standards',
    pattern: whole(
      `${LOOK}(?:学分)?(?:审核|认定|授予)?标准(?:查询)?(.*)`,
      `${LOOK}(.{1,20}?)(?:的?学分)?的?(?:审核|认定|授予)?标准(?:查询)?`,
      `(${SUBJECT})(?:可以|能|可)?(?:算|给|得|授予|授|有)?(?:多少|几个?)(?:学分|分)`,
    ),
    read: (groups) => standards(groups.find((group) => group !== undefined) ?? ''),
    help: [{ shown: '标准 论文', meaning: '查学分审核标准' }],
    samples: ['标准', '学分审核标准查询', '标准 2025 科研', '去年的论文学分标准', '论文能得几分'],
  },
  {
    kind: 'bindCode',
    pattern: whole('绑定码?(?:是|为)?([a-z0-9]{8})', '((?=.*[a-z])(?=.*\\d)[a-z0-9]{8})'),
    read: (codes) => ({ kind: 'bindCode', code: (codes.find((code) => code) ?? '').toUpperCase() }),
    help: [{ shown: '绑定 绑定码', meaning: '绑定本人的微信', example: '绑定 ABCD2345' }],
    samples: ['绑定码：abcd2345', 'ABCD2345'],
  },
  {
    kind: 'bind',
    pattern: whole(
      '(?:怎么|如何)?(?:微信|账号)?绑定(?:微信|账号|学员|公众号|码)*(?:没有|了|绑定码)*',
      '绑定码?(?![a-z0-9]{8}$)[a-z0-9]+',
    ),
    read: () => ({ kind: 'bind' }),
    help: [{ shown: '绑定', meaning: '看看绑定了谁，或怎样绑定' }],
    samples: ['怎么绑定微信', '绑定 123', '绑定了吗', '绑定 绑定码'],
  },
  {
    kind: 'release',
    pattern: whole('(?:怎么|如何)?(?:解绑|(?:解除|取消)(?:微信)?绑定)(?:微信|账号|公众号)?'),
    read: () => ({ kind: 'release' }),
    help: [{ shown: '解绑', meaning: '解除绑定' }],
    samples: ['取消绑定', '怎么解绑微信'],
  },
  {
    kind: 'releaseConfirmed',
    pattern: whole('(?:回复)?(?:确认|确定)(?:解绑|(?:解除|取消)绑定)'),
    read: () => ({ kind: 'releaseConfirmed' }),
    samples: ['确认解绑'],
  },
  {
    kind: 'next',
    pattern: whole('(?:回复)?(?:下一?页|继续|更多|next)'),
    read: () => ({ kind: 'next' }),
    help: [{ shown: '下一页', meaning: '接着看没有显示完的内容' }],
    samples: ['下页', '继续'],
  },
  {
    kind: 'help',
    pattern: whole('(?:使用)?(?:帮助|说明)', 'help|h', '菜单|功能|怎么用'),
    read: () => ({ kind: 'help' }),
    help: [{ shown: '帮助', meaning: '显示本说明' }],
    samples: ['使用帮助', 'Help', '菜单'],
  },
  {
    kind: 'idNoAlone',
    pattern: whole(`${ID_WORDS}${ID_NO}`),
    read: ([idNo = '']) => ({ kind: 'idNoAlone', idNo: normaliseIdNo(idNo) }),
    samples: ['11010519491231002X', '身份证号：110105491231002'],
  },
  {
    kind: 'choice',
    pattern: whole('(?:回复|选择|选)?([12])'),
    read: ([choice]) => ({ kind: 'choice', choice: choice === '1' ? 1 : 2 }),
    samples: ['1', '选2'],
  },
];
