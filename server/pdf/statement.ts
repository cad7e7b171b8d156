import { formatHours } from '@common/rules/credits';
import { CREDIT_CLASSES, type CreditClass, type CreditRole, type ProjectLevel } from '@common/terms';
import { newDocument } from './fonts';
import { drawProof, type ProofOfPrint } from './proofOfPrint';
import { type Cell, newSheet } from './sheet';

/** 学分记录明细表 of somebody. */
export interface PrintedStatement extends ProofOfPrint {
  name: string;
  idNoMasked: string;
  /** 男, 女. */
  sex: string;
  unitName: string;
  /** Of the whole list, in words; null where it is about all there is. */
  range: string | null;
  rows: readonly StatementRow[];
  total: { credits: number; minutes: number };
}

export interface StatementRow {
  projectName: string;
  projectNumber: string;
  level: ProjectLevel;
  creditClass: CreditClass;
  role: CreditRole;
  credits: number;
  minutes: number;
  /** 学分发放时间, `YYYY-MM-DD`. */
  grantedOn: string;
}

const TITLE = '继续医学教育学分记录明细表';
/** As the manual's form names the class: 国家I类. */
const LEVELS: Record<ProjectLevel, string> = { national: '国家', province: '省', city: '市', county: '县' };
const SHARES = [0.27, 0.25, 0.13, 0.1, 0.09, 0.16] as const;
const HEAD = ['项目名称', '项目编号', '学分类别', '分数', '学时', '学分发放时间'];

const label = (text: string, share: number): Cell => ({ text, share, weight: 'bold', align: 'center' });
const centred = (text: string, share: number): Cell => ({ text, share, align: 'center' });
const hundredths = (credits: number) => (credits / 100).toFixed(2);

/** 学分记录明细表, with the fields of manual 004's form; a PDF on A4 of as many pages as it needs. */
export async function statementPdf(given: PrintedStatement): Promise<Buffer> {
  const { name, idNoMasked, sex, unitName, range, rows, total } = given;
  const sheet = newSheet(newDocument({ title: `${TITLE}－${name}`, author: '继教通' }));
  sheet.newPage();
  sheet.line(TITLE, { size: 20, weight: 'bold', align: 'center' });
  sheet.line(range ?? '', { align: 'center' });
  sheet.space(6);
  const pair = (first: [string, string], second: [string, string]) =>
    sheet.row({
      cells: [
        label(first[0], 0.13),
        centred(first[1], 0.25),
        label(second[0], 0.15),
        centred(second[1], 0.47),
      ],
      isWhole: true,
    });
  pair(['姓名', name], ['身份证号', idNoMasked]);
  pair(['性别', sex], ['单位名称', unitName]);
  sheet.space(10);
  const [nameShare, ...others] = SHARES;
  sheet.table(
    { cells: HEAD.map((text, at) => label(text, SHARES[at] ?? 0)) },
    rows.map((row) => ({
      cells: [
        { text: row.projectName, share: nameShare },
        ...[
          row.projectNumber,
          classOf(row),
          hundredths(row.credits),
          formatHours(row.minutes),
          row.grantedOn,
        ].map((text, at) => centred(text, others[at] ?? 0)),
      ],
      isWhole: true,
    })),
  );
  const isEmpty = rows.length === 0;
  sheet.row({
    cells: isEmpty
      ? [centred('没有审核通过的学分', 1)]
      : [
          label(`合计 ${rows.length} 项`, 0.65),
          label(hundredths(total.credits), 0.1),
          label(formatHours(total.minutes), 0.09),
          centred('', 0.16),
        ],
    isWhole: true,
  });
  drawProof(sheet, given, ['非学分证书，仅作为学习证明。']);
  return sheet.end();
}

const classOf = ({ level, creditClass, role }: StatementRow) => {
  const name = `${LEVELS[level]}${CREDIT_CLASSES[creditClass].replace('学分', '')}`;
  return role === 'lecturer' ? `${name}\n主讲人` : name;
};
