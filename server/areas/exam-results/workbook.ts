import type { ExamResultRow } from '@common/contract/examResults';
import { letterOf } from '@common/rules/examQuestion';
import { DISTRIBUTION_NAMES } from '@common/rules/itemAnalysis';
import { formatDateTime } from '@common/rules/shanghaiTime';
import { EXAM_QUESTION_KINDS } from '@common/terms';
import type { ServedFile } from '../../http/call';
import { buildWorkbook, type Sheet } from '../../sheets/buildWorkbook';
import { XLSX } from '../../sheets/writeTemplate';
import type { FullActivity } from '../activities/service';
import type { Statistics } from './service';

/** Three sheets: 成绩, 成绩分布, 试题分析. */
export async function resultsBook(
  { activity, project }: FullActivity,
  rows: ExamResultRow[],
  statistics: Statistics,
): Promise<ServedFile> {
  const body = await buildWorkbook([results(rows), distribution(statistics), items(statistics)]);
  return { name: `考试成绩-${project.name}-第${activity.term}期.xlsx`, type: XLSX, body };
}

function results(rows: ExamResultRow[]): Sheet {
  return {
    name: '成绩',
    columns: [
      ['序号', 8],
      ['姓名', 12],
      ['身份证号码', 22],
      ['单位', 32],
      ['科室', 18],
      ['考试次数', 10],
      ['最好成绩', 10],
      ['结果', 10],
      ['交卷时间', 20],
    ],
    rows: rows.map((row, at) => [
      at + 1,
      row.name,
      row.idNoMasked,
      row.unitName,
      row.department,
      row.tries,
      row.best ?? '',
      row.isPassed ? '合格' : row.tries > 0 ? '未合格' : '未参加',
      row.submittedAt ? formatDateTime(Date.parse(row.submittedAt)) : '',
    ]),
  };
}

const distribution = (statistics: Statistics): Sheet => ({
  name: '成绩分布',
  columns: [
    ['分数', 12],
    ['人数', 12],
  ],
  rows: [
    ...DISTRIBUTION_NAMES.map((name, at) => [name, statistics.distribution[at] ?? 0]),
    ['签到人数', statistics.attended],
    ['参加考试人数', statistics.taken],
    ['合格人数', statistics.passed],
  ],
});

const items = ({ items: all }: Statistics): Sheet => ({
  name: '试题分析',
  columns: [
    ['序号', 8],
    ['试题类型', 10],
    ['题干', 60],
    ['作答人数', 10],
    ['难度', 10],
    ['区分度', 10],
    ['提示', 30],
    ['各选项人数', 60],
  ],
  rows: all.map(({ kind, stem, asked, difficulty, discrimination, words, options }, at) => [
    at + 1,
    EXAM_QUESTION_KINDS[kind],
    stem,
    asked,
    hundredths(difficulty),
    hundredths(discrimination),
    words,
    options
      .map(
        ({ text, isRight, chosen }, place) =>
          `${letterOf(place)}${isRight ? '（正确）' : ''} ${text}：${chosen}`,
      )
      .join('；'),
  ]),
});

const hundredths = (value: number | null) => (value === null ? '' : Math.round(value * 100) / 100);
