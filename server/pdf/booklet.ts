import { CREDIT_CLASSES, type CreditClass, type CreditRole, type ProjectForm } from '@common/terms';
import { newDocument } from './fonts';
import { drawProof, type ProofOfPrint } from './proofOfPrint';
import { type Cell, newSheet } from './sheet';

/** 学分登记手册 of somebody's year. */
export interface PrintedBooklet extends ProofOfPrint {
  year: number;
  unitName: string;
  name: string;
  /** 卡号. */
  personnelNo: string;
  rows: readonly BookletRow[];
  total: { credits: number; minutes: number };
}

export interface BookletRow {
  /** 起止时间, `YYYY-MM-DD`. */
  startedOn: string;
  endedOn: string;
  projectName: string;
  form: ProjectForm;
  creditClass: CreditClass;
  role: CreditRole;
  credits: number;
  minutes: number;
  /** 承办单位. */
  organiser: string;
}

const TITLE = '学分登记手册';
const HEAD = ['起止时间', '形式', '内容', '成绩', '学时(分)', '承办单位'];
const SHARES = [0.17, 0.13, 0.24, 0.12, 0.165, 0.175] as const;
const NOTHING = { credits: 0, minutes: 0 };

const label = (text: string, share: number): Cell => ({ text, share, weight: 'bold', align: 'center' });
const two = (value: number) => value.toFixed(2);
const hours = (minutes: number) => two(minutes / 60);

/** 51.00 学时（11.00分） */
const inWords = ({ minutes, credits }: { minutes: number; credits: number }) =>
  `${hours(minutes)} 学时（${two(credits / 100)}分）`;

/** 学分登记手册 of a year, as manual 004's table; a PDF on A4 with the place for the unit's seal. */
export async function bookletPdf(given: PrintedBooklet): Promise<Buffer> {
  const { year, unitName, name, personnelNo, rows, total } = given;
  const sheet = newSheet(newDocument({ title: `${TITLE}－${name}－${year}年度`, author: unitName }));
  sheet.newPage();
  sheet.line(TITLE, { size: 22, weight: 'bold', align: 'center' });
  sheet.space(8);
  const fact = (name: string, text: string, share: number): Cell[] => [
    label(name, share * 0.42),
    { text, share: share * 0.58 },
  ];
  sheet.row({
    cells: [label('所在单位\n（盖章）', 0.14), { text: unitName, share: 0.86 }],
    height: 64,
    isWhole: true,
  });
  sheet.row({
    cells: [
      ...fact('姓名', name, 1 / 3),
      ...fact('卡号', personnelNo, 1 / 3),
      ...fact('年度', String(year), 1 / 3),
    ],
    isWhole: true,
  });
  sheet.space(10);
  sheet.table(
    { cells: HEAD.map((text, at) => label(text, SHARES[at] ?? 0)) },
    rows.map((row) => ({
      cells: textsOf(row).map((text, at) => ({
        text,
        share: SHARES[at] ?? 0,
        align: at === 2 ? 'left' : 'center',
      })),
      isWhole: true,
    })),
  );
  if (rows.length === 0) {
    sheet.row({
      cells: [{ text: `${year}年度没有审核通过的学分`, share: 1, align: 'center' }],
      isWhole: true,
    });
  }
  // 公需课 is not held as a project: what this system has granted is all 专业科目.
  sheet.row({
    cells: [
      label(`公需科目\n${inWords(NOTHING)}`, 0.31),
      label(`专业科目\n${inWords(total)}`, 0.34),
      label(`年度累计完成\n${inWords(total)}`, 0.35),
    ],
    isWhole: true,
  });
  drawProof(sheet, given, ['只登记审核通过的学分，手写、涂改无效。']);
  return sheet.end();
}

const textsOf = ({
  startedOn,
  endedOn,
  projectName,
  form,
  creditClass,
  role,
  minutes,
  credits,
  organiser,
}: BookletRow) => [
  startedOn === endedOn ? startedOn : `${startedOn}\n至${endedOn}`,
  `${form === 'remote' ? '远程教育' : '继续医学教育项目'}${role === 'lecturer' ? '\n主讲人' : ''}`,
  projectName,
  CREDIT_CLASSES[creditClass],
  `${hours(minutes)}(${two(credits / 100)})`,
  organiser,
];
