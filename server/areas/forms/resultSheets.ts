import type { FormResults, QuestionResult } from '@common/contract/forms';
import { LEAST_SHEETS } from '@common/rules/forms';
import type { Sheet } from '../../sheets/buildWorkbook';

type Row = (string | number)[];

/** 汇总: how many chose what; 文字意见: every text, in no order that tells who wrote it. */
export function resultSheets({ persons, expected, isTooFew, questions }: FormResults): Sheet[] {
  const head: Row[] = [['', '填写人数', `应填${expected}人`, persons, share(persons, expected)]];
  const note: Row[] = isTooFew
    ? [['', `填写不足${LEAST_SHEETS}份，为保护填写人，不显示内容`, '', '', '']]
    : [];
  return [
    {
      name: '汇总',
      columns: [
        ['题号', 8],
        ['题目', 50],
        ['选项', 30],
        ['人数', 10],
        ['占比', 10],
      ],
      rows: [...head, ...note, ...questions.flatMap((question, at) => countRows(question, at + 1))],
    },
    {
      name: '文字意见',
      columns: [
        ['题号', 8],
        ['题目', 40],
        ['意见', 80],
      ],
      rows: questions.flatMap(({ text, texts }, at) => texts.map((words) => [at + 1, text, words])),
    },
  ];
}

/** Of those who answered the question. */
function countRows({ kind, text, answered, options, stars, average }: QuestionResult, no: number): Row[] {
  switch (kind) {
    case 'choice':
      return options.map((option) => [no, text, option.text, option.count, share(option.count, answered)]);
    case 'stars':
      return [
        ...stars.map((count, at): Row => [no, text, `${at + 1}星`, count, share(count, answered)]),
        [no, text, average === null ? '还没有评分' : `平均${average.toFixed(1)}星`, answered, ''],
      ];
    default:
      return [[no, text, '填写文字', answered, '']];
  }
}

const share = (part: number, whole: number): string =>
  whole > 0 ? `${((part / whole) * 100).toFixed(1)}%` : '';
