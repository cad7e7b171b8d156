/**
 * 学分审核标准 of the demo: the rows of manual 004's 学分认定标准 with credits after 《继续医学教育学分授予与管理办法》 (全继委发〔2006〕
 * 11号). An example: what holds in a real region is what its authority publishes.
 */
import type { StandardRow } from '@common/contract/standards';
import type { CreditClass, StandardCategory } from '@common/terms';

/** Credits, not hundredths; one number where there is no range. */
function rowsOf(
  category: StandardCategory,
  ...rows: [
    item: string,
    credits: number | [number, number],
    per: string,
    note?: string,
    creditClass?: CreditClass,
  ][]
): StandardRow[] {
  return rows.map(([item, credits, per, note = '', creditClass = 'classII']) => {
    const [from, to] = typeof credits === 'number' ? [credits, credits] : credits;
    return { category, item, creditClass, from: from * 100, to: to * 100, per, note };
  });
}

export const BASIS =
  '演示数据，仅为示例：按学分认定标准的类别，参照《继续医学教育学分授予与管理办法》（全继委发〔2006〕11号）编写。实际标准以各地卫生健康行政部门发布的为准。';

const PROOF = '提交刊物封面、目录和正文';
export const ROWS: StandardRow[] = [
  ...rowsOf(
    'project',
    [
      '国家级、省级继续医学教育项目（含备案项目）',
      1,
      '每3学时',
      '每个项目所授学分最多不超过10学分',
      'classI',
    ],
    ['市级继续医学教育项目（含备案项目）', 1, '每3学时', '每个项目所授学分最多不超过10学分'],
  ),
  ...rowsOf('remote', ['远程继续医学教育', 1, '每3学时', '不需要录入，可直接由系统推送', 'classI']),
  ...rowsOf(
    'paper',
    ['国际刊物（第一作者）', 10, '每篇', `${PROOF}；第二、第三作者依次递减1学分`],
    ['国内统一刊号刊物（第一作者）', [5, 6], '每篇', PROOF],
    ['省级刊物（第一作者）', [4, 5], '每篇', PROOF],
    ['地（市）级刊物（第一作者）', [3, 4], '每篇', PROOF],
    ['内部刊物（第一作者）', [1, 2], '每篇', PROOF],
    ['综述', 1, '每1500字', PROOF],
  ),
  ...rowsOf(
    'research',
    ['国家级课题（第一至第五完成人）', [6, 10], '每项', '立项当年授予，按完成人次序依次递减1学分'],
    ['省、部级课题（第一至第五完成人）', [4, 8], '每项', '立项当年授予，按完成人次序依次递减1学分'],
    ['市、厅级课题（第一至第五完成人）', [2, 6], '每项', '立项当年授予，按完成人次序依次递减1学分'],
  ),
  ...rowsOf('book', ['出版医学著作', 1, '每1000字', '提交版权页和本人编写的章节']),
  ...rowsOf('report', ['出国考察报告、国内专题调研报告', 1, '每3000字', '提交单位盖章的报告']),
  ...rowsOf('translation', ['发表医学译文', 1, '每1500个汉字', PROOF]),
  ...rowsOf('aid', [
    '参加援藏、援疆、支农、援外等医疗服务活动',
    25,
    '每年',
    '经考核合格，视为完成当年学分；须有派出单位证明',
  ]),
  ...rowsOf('degree', [
    '成人学历教育及研究生学习',
    25,
    '每年',
    '凭加盖院校公章的期末科目考试成绩（60分以上）证明或成绩单',
  ]),
  ...rowsOf('study', [
    '经单位批准外出进修6个月以上',
    25,
    '每年',
    '经考核合格，视为完成当年学分；提交进修结业证',
  ]),
  ...rowsOf(
    'lecture',
    ['单位组织的学术报告、专题讲座（主讲人）', 2, '每次', '全年最多10学分'],
    ['单位组织的学术报告、专题讲座（参加者）', 0.5, '每次', '全年最多10学分'],
    ['临床病例讨论会、大查房（主讲人）', 1, '每次', '全年最多10学分'],
  ),
  ...rowsOf('other', ['由单位组织、有计划的自学', 1, '每3000字', '提交自学综述，全年最多5学分']),
];
