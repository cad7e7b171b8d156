/** 撤离问卷 (manual 002 §2.1): its questions, when it is complete, and what came out of it. */
import type { SurveyAnswer, SurveyQuestion } from '../contract/surveys';

const question = (key: string, text: string, options: string, choose = 1): SurveyQuestion => ({
  key,
  text,
  options: options.split(' ').map((option, at) => ({ key: String(at + 1), text: option })),
  choose,
});

/**
 * Jiangsu's 调查问卷 as far as the manual shows it: questions 1, 2, 3 and 7, and the options of one whose text lies outside its
 * pictures. Where a picture is cut off behind 很大 and 较大, 一般 is added, so that nobody must praise.
 */
export const DEFAULT_SURVEY: readonly SurveyQuestion[] = [
  question('novelty', '认为本项目讲授主要内容是本学科最新发展、最新成果或亟待解决的问题', '是 基本是 否'),
  question('knownBefore', '对本项目基本内容以前了解情况为', '全知道 部分知道 不知道'),
  question('gain', '通过本项目学习认为收获', '很大 较大 一般'),
  question('satisfaction', '对本项目的组织安排', '满意 一般 不满意'),
  question(
    'mostGained',
    '通过本项目学习，感到收获最大的是',
    '开阔思路 提高临床诊治能力 提高理论水平 提高科研工作能力 提高操作能力',
    2,
  ),
];

/** `（选两项）` behind a question of which several options are to be chosen. */
export function chooseWords({ choose }: Pick<SurveyQuestion, 'choose'>): string {
  const numbers = ['', '', '两', '三', '四', '五'];
  return choose > 1 ? `（选${numbers[choose] ?? choose}项）` : '';
}

/** The first question that is not answered as it asks, with what to do; null where all are. What was not asked is a fault too. */
export function surveyFault(
  questions: readonly SurveyQuestion[],
  answers: readonly SurveyAnswer[],
): { question: string; message: string } | null {
  for (const [at, asked] of questions.entries()) {
    const given = answers.filter(({ question: key }) => key === asked.key);
    const chosen = new Set(given.flatMap(({ options }) => options));
    const isKnown = Array.from(chosen).every((key) => asked.options.some((option) => option.key === key));
    if (given.length !== 1 || !isKnown || chosen.size !== asked.choose) {
      const words = chosen.size === 0 ? '还没有选择' : `须选${asked.choose}项`;
      return { question: asked.key, message: `第${at + 1}题${words}` };
    }
  }
  const unknown = answers.find(({ question: key }) => !questions.some((asked) => asked.key === key));
  return unknown ? { question: unknown.question, message: '问卷已更新，请重新填写' } : null;
}

/** How often each option was chosen, in the order of the questions; answers to what is no longer asked do not count. */
export function countAnswers(
  questions: readonly SurveyQuestion[],
  sheets: readonly (readonly SurveyAnswer[])[],
): { text: string; options: { text: string; count: number }[] }[] {
  const counts = new Map<string, number>();
  for (const { question: key, options } of sheets.flat()) {
    for (const option of options) {
      counts.set(`${key} ${option}`, (counts.get(`${key} ${option}`) ?? 0) + 1);
    }
  }
  return questions.map((asked) => ({
    text: asked.text + chooseWords(asked),
    options: asked.options.map(({ key, text }) => ({ text, count: counts.get(`${asked.key} ${key}`) ?? 0 })),
  }));
}
