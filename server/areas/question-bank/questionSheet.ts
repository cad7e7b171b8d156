/** 试题模板 (manual 000 §二.2), and how a row of it is understood. */
import type { ExamQuestionInput } from '@common/contract/papers';
import { letterOf, questionFault } from '@common/rules/examQuestion';
import { rightPlaces } from '@common/rules/questionText';
import { codesOf, EXAM_QUESTION_KINDS } from '@common/terms';
import type { Column, SheetRow } from '../../sheets/columns';
import type { Faults } from '../../sheets/report';

type OptionKey = `option${number}`;
export type QuestionKey = 'kind' | 'stem' | OptionKey | 'right' | 'explanation';
type Row = SheetRow<QuestionKey>;

const KINDS = Object.values(EXAM_QUESTION_KINDS);
const OPTION_PLACES = Array.from({ length: 10 }, (_, place) => place);

const KIND: Column<QuestionKey> = {
  key: 'kind',
  heading: '试题类型',
  isRequired: true,
  hint: `必填。${KINDS.join('或')}`,
  width: 12,
  choices: KINDS,
};
const STEM: Column<QuestionKey> = {
  key: 'stem',
  heading: '题干',
  isRequired: true,
  hint: '必填。最多1000字；图片请在导入后添加',
  width: 60,
  prose: 1000,
};
const OPTIONS: readonly Column<QuestionKey>[] = OPTION_PLACES.map((place) => ({
  key: `option${place}`,
  heading: `选项${letterOf(place)}`,
  isRequired: place < 2,
  hint: place < 2 ? '必填。最多300字' : '没有则不填，中间不要空',
  width: 24,
  prose: 300,
}));
const RIGHT: Column<QuestionKey> = {
  key: 'right',
  heading: '正确答案',
  isRequired: true,
  hint: '必填。选项的字母，多选题如 ACD',
  width: 14,
};
const EXPLANATION: Column<QuestionKey> = {
  key: 'explanation',
  heading: '解析',
  hint: '选填。最多1000字',
  width: 40,
  prose: 1000,
};
export const COLUMNS: readonly Column<QuestionKey>[] = [KIND, STEM, ...OPTIONS, RIGHT, EXPLANATION];

/** Where a row that has no single wrong cell is complained of. */
export const WHOLE = STEM;

const optionColumn = (place: number): Column<QuestionKey> => OPTIONS[place] ?? RIGHT;

/** What a row says; what is wrong with it is added to `faults`, and then the row is of no use. */
export function parseRow(row: Row, faults: Faults): ExamQuestionInput {
  const { cells } = row;
  const kind = codesOf(EXAM_QUESTION_KINDS).find((code) =>
    [EXAM_QUESTION_KINDS[code], EXAM_QUESTION_KINDS[code].slice(0, 2)].includes(cells.kind),
  );
  const texts = optionsOf(row);
  const places = rightOf(row, texts.length, faults);
  const question: ExamQuestionInput = {
    kind: kind ?? 'single',
    stem: cells.stem,
    pictureId: null,
    options: texts.map((text, place) => ({ text, isRight: places?.includes(place) ?? false })),
    explanation: cells.explanation,
  };
  if (!kind) {
    faults.add(row, KIND, cells.kind ? `请从列表中选择：${KINDS.join('、')}` : '请填写试题类型');
  }
  const fault = questionFault(question);
  // Without a kind or an answer that can be read, what follows from them is no news.
  if (fault && (fault.field !== 'options' || (kind && places))) {
    faults.add(row, columnOf(fault.field), isGap(fault.field, texts) ? GAP : fault.message);
  }
  return question;
}

const GAP = '是空的，请把后面的选项依次前移';
/** An empty cell after B has options after it. */
const isGap = (field: string, texts: readonly string[]) =>
  texts.some((text, place) => place >= 2 && text === '' && field === `options.${place}.text`);

function columnOf(field: string): Column<QuestionKey> {
  const [, place] = /^options\.(\d+)/.exec(field) ?? [];
  if (place !== undefined) {
    return optionColumn(Number(place));
  }
  return field === 'stem' ? STEM : RIGHT;
}

/** The options up to the last one that is filled; A and B always, so that they are missed. */
function optionsOf(row: Row): string[] {
  const all = OPTION_PLACES.map((place) => row.cells[`option${place}`] ?? '');
  const count = Math.max(2, all.findLastIndex(Boolean) + 1);
  return all.slice(0, count);
}

function rightOf(row: Row, count: number, faults: Faults): number[] | null {
  const text = row.cells.right;
  const places = rightPlaces(text);
  if (!places) {
    faults.add(row, RIGHT, text ? '请填写正确选项的字母，如 A 或 ACD' : '请填写正确答案');
    return null;
  }
  const beyond = places.find((place) => place >= count);
  if (beyond !== undefined) {
    faults.add(row, RIGHT, `没有选项${letterOf(beyond)}`);
    return null;
  }
  return places;
}

/** A question as a row of the sheet, in the order of `COLUMNS`. */
export function rowOf({ kind, stem, options, explanation }: Omit<ExamQuestionInput, 'pictureId'>): string[] {
  return [
    EXAM_QUESTION_KINDS[kind],
    stem,
    ...OPTION_PLACES.map((place) => options[place]?.text ?? ''),
    options.map(({ isRight }, place) => (isRight ? letterOf(place) : '')).join(''),
    explanation,
  ];
}
