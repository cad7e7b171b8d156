/** The parts of the application form as rows. */
import type { ApplicationForm } from '@common/contract/applications';
import { disciplineName } from '@common/disciplines';
import { formatHours } from '@common/rules/credits';
import { CONCLUSIONS, PROJECT_FORMS, TITLES } from '@common/terms';
import type { PrintedApplication } from './applicationForm';
import type { Cell, Row } from './sheet';

const LABEL = 0.17;

const label = (text: string, share = LABEL): Cell => ({ text, share, weight: 'bold', align: 'center' });
/** One fact over the whole width. */
const wide = (name: string, text: string, least = 0): Row => ({
  cells: [label(name), { text, share: 1 - LABEL }],
  height: Math.max(ROW, least),
});
/** Two facts side by side. */
const pair = (first: readonly [string, string], second: readonly [string, string]): Row => ({
  cells: [first, second].flatMap(([name, text]) => [label(name), { text, share: 0.5 - LABEL }]),
  height: ROW,
  isWhole: true,
});
const ROW = 28;
const LONG = 110;

const hours = (minutes: number) => (minutes > 0 ? `${formatHours(minutes)}学时` : '');

/** The four pages that are facts; what is not filled in yet stays empty. */
export function factsOf({ basics, content, leader, organiser }: ApplicationForm, unitName: string) {
  return {
    basics: [
      wide('项目名称', basics.name),
      wide('所属学科', disciplineName(basics.discipline) ?? ''),
      pair(['举办方式', PROJECT_FORMS[basics.form]], ['期数', `${basics.terms}期`]),
      wide('举办地点', basics.place),
      wide('起止日期', basics.from && basics.to ? `${basics.from} 至 ${basics.to}` : ''),
      pair(
        ['拟招生人数', basics.persons > 0 ? `${basics.persons}人` : ''],
        ['总学时', hours(basics.minutes)],
      ),
      wide('教学对象', basics.audience),
    ],
    content: [
      wide('目的意义', content.purpose, LONG),
      wide('主要内容', content.outline, LONG),
      wide('国内外进展', content.background, LONG),
      wide('预期效果', content.effect, LONG),
    ],
    leader: [
      pair(['姓名', leader.name], ['技术职务', leader.title ? TITLES[leader.title] : '']),
      pair(['从事专业', leader.specialty], ['联系电话', leader.phone]),
      pair(['所在科室', leader.department], ['学历学位', leader.education]),
      wide('经历与成绩', leader.experience, LONG),
    ],
    organiser: [
      wide('举办单位', unitName),
      pair(['联系人', organiser.contact], ['联系电话', organiser.phone]),
      wide('通讯地址', organiser.address),
      wide('电子邮箱', organiser.email),
      wide('联合举办单位', organiser.partners),
      wide('备注', organiser.remark),
    ],
  };
}

const SHARES = [0.08, 0.32, 0.09, 0.13, 0.17, 0.21] as const;

const courseRow = (texts: readonly string[], isHead = false): Row => ({
  cells: SHARES.map((share, at) =>
    isHead
      ? label(texts[at] ?? '', share)
      : { text: texts[at] ?? '', share, ...(at !== 1 && at !== 5 && { align: 'center' as const }) },
  ),
  height: ROW,
  isWhole: true,
});

/** 课程与师资: each course with its lecturers one below the other, and the sum of the hours. */
export function courseTable({ courses }: ApplicationForm): { head: Row; rows: Row[] } {
  const rows = courses.flatMap(({ name, minutes, lecturers }, at) => {
    const [first, ...others] = lecturers;
    const who = (lecturer: typeof first) => [
      lecturer?.name ?? '',
      lecturer?.title ? TITLES[lecturer.title] : '',
      lecturer?.unitName ?? '',
    ];
    return [
      courseRow([String(at + 1), name, formatHours(minutes), ...who(first)]),
      ...others.map((lecturer) => courseRow(['', '', '', ...who(lecturer)])),
    ];
  });
  const sum = courses.reduce((total, { minutes }) => total + minutes, 0);
  return {
    head: courseRow(['序号', '课程名称', '学时', '主讲人', '职称', '所在单位'], true),
    rows: [...rows, courseRow(['', '合计', formatHours(sum), '', '', ''])],
  };
}

const BOX = 130;
const SIGNED = '签名：                         年     月     日';
const SEALED = '（盖章）                 年     月     日';

/** What experts said; without any an empty box to be filled in by hand. */
export function opinionBoxes(opinions: PrintedApplication['opinions']): Row[] {
  if (opinions.length === 0) {
    return [
      {
        cells: [label('专家意见'), { text: '', share: 1 - LABEL, foot: SIGNED }],
        height: BOX,
        isWhole: true,
      },
    ];
  }
  return opinions.map(({ expert, expertTitle, conclusion, text }) => ({
    cells: [
      label([expert, expertTitle].filter(Boolean).join('\n')),
      { text: `结论：${CONCLUSIONS[conclusion]}${text && `\n${text}`}`, share: 1 - LABEL, foot: SIGNED },
    ],
    height: BOX,
    isWhole: true,
  }));
}

/** A box for each step of the review, with what was decided and the place for the seal. */
export function stepBoxes(steps: PrintedApplication['steps']): Row[] {
  return steps.map(({ label: name, ownerName, at, result }) => ({
    cells: [
      label(name),
      {
        text: [ownerName, result, at && `${at} 在继教通审核`].filter(Boolean).join('\n'),
        share: 1 - LABEL,
        foot: SEALED,
      },
    ],
    height: BOX,
    isWhole: true,
  }));
}
