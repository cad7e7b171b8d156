import type { AnalysisRow, SavedAnalysis } from '@common/contract/analyses';
import { formatWindow } from '@common/rules/attendanceWords';
import { conditionsInWords } from '@common/rules/creditConditions';
import { formatCredits, formatHours } from '@common/rules/credits';
import { formatDateTime, formatRange } from '@common/rules/shanghaiTime';
import {
  CREDITING_STRATEGIES,
  DIRECTIONS,
  DOUBT_KINDS,
  EXAM_OUTCOMES,
  EXCLUSIONS,
  TITLES,
} from '@common/terms';
import type { ServedFile } from '../../http/call';
import { buildWorkbook, type Sheet } from '../../sheets/buildWorkbook';
import { XLSX } from '../../sheets/writeTemplate';
import type { FullActivity } from '../activities/service';

type Window = SavedAnalysis['windows'][number];

/** Two sheets: 分析结果, a row a person with a column a window, and 分析条件. */
export async function analysisBook(
  { activity, project }: FullActivity,
  analysis: SavedAnalysis,
  rows: AnalysisRow[],
): Promise<ServedFile> {
  const body = await buildWorkbook([results(analysis, rows), conditions(project, analysis)]);
  const name = `考勤分析-${project.name}-第${activity.term}期-第${analysis.no}次.xlsx`;
  return { name, type: XLSX, body };
}

const headingOf = ({ from, to }: Window, index: number) =>
  `第${index + 1}个刷卡周期 ${formatWindow({ from: Date.parse(from), to: Date.parse(to) })}`;

function results({ windows, strategy }: SavedAnalysis, rows: AnalysisRow[]): Sheet {
  const isByCourse = strategy !== 'everyWindow';
  return {
    name: '分析结果',
    columns: [
      ['序号', 8],
      ['姓名', 12],
      ['身份证号码', 22],
      ['人员编号', 14],
      ['单位', 30],
      ['科室', 18],
      ['职称', 14],
      ...windows.map((window, index): [string, number] => [headingOf(window, index), 20]),
      ...(isByCourse ? [['考勤有效的课程', 30] satisfies [string, number]] : []),
      ['考试', 10],
      ['项目评价', 10],
      ['撤离', 10],
      ['疑点', 24],
      ['是否有效', 10],
      ['原因', 50],
      ['可授学分', 10],
      ['可授学时', 10],
      ['是否已授分', 12],
    ],
    rows: rows.map((row, at) => [
      at + 1,
      row.name,
      row.idNoMasked,
      row.personnelNo,
      row.unitName,
      row.department,
      TITLES[row.title],
      ...row.swipes,
      ...(isByCourse ? [row.courses.join('、')] : []),
      row.exam ? EXAM_OUTCOMES[row.exam] : '',
      row.isEvaluated ? '已评价' : '未评价',
      row.hasLeft === null ? '' : row.hasLeft ? '已撤离' : '没有撤离',
      row.doubts.map((kind) => DOUBT_KINDS[kind]).join('、'),
      row.effective ? '有效' : '无效',
      row.reason ?? '',
      Number(formatCredits(row.credits)),
      Number(formatHours(row.minutes)),
      row.credited ? '已授分' : '未授分',
    ]),
  };
}

function conditions({ number, name }: FullActivity['project'], analysis: SavedAnalysis): Sheet {
  const { windows, counts } = analysis;
  return {
    name: '分析条件',
    columns: [
      ['项目', 24],
      ['内容', 60],
    ],
    rows: [
      ['项目编号', number],
      ['项目名称', name],
      ['考勤分析', `第${analysis.no}次`],
      ['分析时间', formatDateTime(Date.parse(analysis.at))],
      ['分析人', analysis.byName],
      ['授分策略', CREDITING_STRATEGIES[analysis.strategy]],
      ['考勤以外的条件', conditionsInWords(analysis.conditions) || '无'],
      ...windows.map((window, index) => [`第${index + 1}个刷卡周期`, windowInWords(window)]),
      ...windows.map((_, index) => [`第${index + 1}个刷卡周期考勤人数`, counts.perWindow[index] ?? 0]),
      ['考勤人次', counts.swipes],
      ['考勤人数', counts.persons],
      ['符合条件人数', counts.effective],
      ...counts.excluded.map(({ reason, persons }) => [`不符合：${EXCLUSIONS[reason]}`, persons]),
      ['符合条件、有疑点的人数', counts.doubted],
    ],
  };
}

const windowInWords = ({ from, to, direction, courseName }: Window) =>
  [
    formatRange(Date.parse(from), Date.parse(to)),
    direction && `只计${DIRECTIONS[direction]}`,
    courseName && `课程“${courseName}”`,
  ]
    .filter(Boolean)
    .join('，');
