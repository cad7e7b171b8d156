/** 项目评价 (manual 000 §二) and 调查问卷 (manual 002 §2.1): their questions, when they are filled in, and what came out of it. */

import type { FormAnswer, FormQuestion, QuestionResult } from '../contract/forms';
import { groupBy } from '../groupBy';
import type { FormKind } from '../terms';

const choice = (key: string, text: string, options: string, choose = 1): FormQuestion => ({
  key,
  kind: 'choice',
  text,
  options: options.split(' ').map((option, at) => ({ key: String(at + 1), text: option })),
  choose,
  isRequired: true,
});
const plain = (kind: 'stars' | 'text', key: string, text: string, isRequired: boolean): FormQuestion => ({
  ...{ key, kind, text, isRequired },
  options: [],
  choose: 1,
});

/** What is asked where no authority has written a form. */
export const DEFAULT_FORMS: Record<FormKind, readonly FormQuestion[]> = {
  evaluation: [
    plain('stars', 'content', '培训内容的实用性', true),
    plain('stars', 'teaching', '授课老师的教学水平', true),
    plain('stars', 'organisation', '培训的组织与服务', true),
    choice('hours', '学时安排', '合适 偏多 偏少'),
    plain('text', 'advice', '意见与建议', false),
  ],
  /**
   * Jiangsu's 调查问卷 as far as the manual shows it: questions 1, 2, 3 and 7, and the options of one whose text lies outside its
   * pictures. Where a picture is cut off behind 很大 and 较大, 一般 is added, so that nobody must praise.
   */
  survey: [
    choice('novelty', '认为本项目讲授主要内容是本学科最新发展、最新成果或亟待解决的问题', '是 基本是 否'),
    choice('knownBefore', '对本项目基本内容以前了解情况为', '全知道 部分知道 不知道'),
    choice('gain', '通过本项目学习认为收获', '很大 较大 一般'),
    choice('satisfaction', '对本项目的组织安排', '满意 一般 不满意'),
    choice(
      'mostGained',
      '通过本项目学习，感到收获最大的是',
      '开阔思路 提高临床诊治能力 提高理论水平 提高科研工作能力 提高操作能力',
      2,
    ),
  ],
};

const NUMBERS = ['', '', '两', '三', '四', '五'];
/** `（选两项）` behind a question of which several options are to be chosen. */
export function chooseWords({ kind, choose }: Pick<FormQuestion, 'kind' | 'choose'>): string {
  return kind === 'choice' && choose > 1 ? `（选${NUMBERS[choose] ?? choose}项）` : '';
}

/** At a question; `question` is its key. */
export interface FormFault {
  question: string;
  /** Chinese, says what to do. */
  message: string;
}

/** Whether anything was given at all. */
const isGiven = ({ options = [], stars, text = '' }: FormAnswer) =>
  options.length > 0 || stars !== undefined || text.trim() !== '';

/** What is wrong with an answer that was given, or null. */
function answerFault({ kind, options, choose }: FormQuestion, answer: FormAnswer): string | null {
  const chosen = new Set(answer.options ?? []);
  const words = answer.text?.trim() ?? '';
  if (kind === 'choice') {
    const isKnown = Array.from(chosen).every((key) => options.some((option) => option.key === key));
    const isRight = isKnown && chosen.size === choose && chosen.size === answer.options?.length;
    return isRight && answer.stars === undefined && words === '' ? null : `须选${choose}项`;
  }
  if (chosen.size > 0) {
    return '没有选项';
  }
  if (kind === 'stars') {
    const isWhole = answer.stars !== undefined && [1, 2, 3, 4, 5].includes(answer.stars);
    return isWhole && words === '' ? null : '请点选1至5颗星';
  }
  return answer.stars === undefined && words !== '' ? null : '请填写文字';
}

const EMPTY_WORDS = { choice: '还没有选择', stars: '还没有评分', text: '还没有填写' } as const;

/** The first question that is not answered as it asks, with what to do; null where all are. What was not asked is a fault too. */
export function formFault(
  questions: readonly FormQuestion[],
  answers: readonly FormAnswer[],
): FormFault | null {
  for (const [at, asked] of questions.entries()) {
    const given = answers.filter((answer) => answer.question === asked.key);
    const [answer] = given.filter(isGiven);
    const number = `第${at + 1}题`;
    if (given.length > 1) {
      return { question: asked.key, message: `${number}重复填写` };
    }
    if (!answer) {
      if (asked.isRequired) {
        return { question: asked.key, message: number + EMPTY_WORDS[asked.kind] };
      }
      continue;
    }
    const fault = answerFault(asked, answer);
    if (fault) {
      return { question: asked.key, message: number + fault };
    }
  }
  const unknown = answers.find(({ question }) => !questions.some(({ key }) => key === question));
  return unknown ? { question: unknown.question, message: '问卷已更新，请重新填写' } : null;
}

/** Below so many sheets one could guess who wrote what: their contents are not shown. */
export const LEAST_SHEETS = 3;
/** So many texts are shown; all are exported. */
export const TEXTS_SHOWN = 200;

/** What came of each question, in their order; answers to what is not asked do not count. */
export function countAnswers(
  questions: readonly FormQuestion[],
  sheets: readonly (readonly FormAnswer[])[],
  most = TEXTS_SHOWN,
): QuestionResult[] {
  const given = groupBy(sheets.flat().filter(isGiven), ({ question }) => question);
  return questions.map((asked) => {
    const answers = given.get(asked.key) ?? [];
    const stars = [1, 2, 3, 4, 5].map((star) => answers.filter((answer) => answer.stars === star).length);
    const rated = stars.reduce((sum, count) => sum + count, 0);
    return {
      key: asked.key,
      kind: asked.kind,
      text: asked.text + chooseWords(asked),
      answered: answers.length,
      options: asked.options.map(({ key, text }) => ({
        text,
        count: answers.filter(({ options = [] }) => options.includes(key)).length,
      })),
      stars: asked.kind === 'stars' ? stars : [],
      average: rated > 0 ? stars.reduce((sum, count, at) => sum + count * (at + 1), 0) / rated : null,
      texts: answers.flatMap(({ text }) => (text?.trim() ? [text.trim()] : [])).slice(0, most),
    };
  });
}

/** What is wrong with a form that is being written: its first fault, at `questions.2.choose` and the like; null where it can be used. */
export function formSettingFault(
  questions: readonly FormQuestion[],
): { field: string; message: string } | null {
  const keys = new Set<string>();
  for (const [at, { key, kind, options, choose }] of questions.entries()) {
    const fault = (field: string, message: string) => ({
      field: `questions.${at}.${field}`,
      message: `第${at + 1}题${message}`,
    });
    if (keys.has(key)) {
      return fault('key', '与前面的题目重复');
    }
    keys.add(key);
    if (kind !== 'choice' && options.length > 0) {
      return fault('options', '不是选择题，不能有选项');
    }
    if (kind === 'choice' && options.length < 2) {
      return fault('options', '至少要有两个选项');
    }
    if (kind === 'choice' && choose >= options.length) {
      return fault('choose', '要选的项数须少于选项数');
    }
    const texts = options.map(({ text }) => text.trim());
    if (
      new Set(texts).size < texts.length ||
      new Set(options.map((option) => option.key)).size < options.length
    ) {
      return fault('options', '有相同的选项');
    }
  }
  return null;
}
