import {
  type ExamQuestion,
  type ExamQuestionInput,
  type PaperView,
  paperRules,
} from '@common/contract/papers';
import type { BankQuestion } from '@common/contract/questionBank';
import { paperFaults } from '@common/rules/examQuestion';
import type { Answer, Sent } from './fakeServer';
import { refusal } from './fakeServer';
import { activityOf } from './rows';

const idOf = (n: number) => n.toString(16).padStart(24, '0');

/** A good 单选题 with this number in its stem. */
export const questionOf = (n: number, some: Partial<ExamQuestion> = {}): ExamQuestion => ({
  id: idOf(n),
  kind: 'single',
  stem: `手卫生第${n}题`,
  pictureId: null,
  pictureUrl: null,
  options: ['洗手', '卫生手消毒', '外科手消毒', '以上都是'].map((text, at) => ({ text, isRight: at === 3 })),
  explanation: '',
  revision: 1,
  ...some,
});
export const questionsOf = (count: number) => Array.from({ length: count }, (_, at) => questionOf(at + 1));

/** The draft of `activityOf()`. */
export const paperOf = (some: Partial<PaperView> = {}): PaperView => ({
  activityId: activityOf().id,
  state: 'draft',
  version: 0,
  isChanged: true,
  rules: paperRules.parse({}),
  questions: questionsOf(6),
  revision: 1,
  faults: [],
  isRequired: false,
  opensAt: '2026-07-20T00:00:00.000Z',
  closesAt: '2026-07-27T15:59:59.999Z',
  publishedAt: null,
  attempts: 0,
  ...some,
});

/** A question of the bank. */
export const bankQuestionOf = (n: number, some: Partial<BankQuestion> = {}): BankQuestion => ({
  ...questionOf(n),
  disciplineCode: '1402',
  discipline: '护理学/外科护理学',
  updatedAt: '2026-07-01T01:00:00.000Z',
  ...some,
});

/**
 * A server that keeps one paper as the real one does.
 * @param refused Answers the first change whose path ends like that, instead.
 */
export function paperServer(first: PaperView, refused: { [end: string]: Answer } = {}) {
  let paper = first;
  const left = new Map(Object.entries(refused));
  const change = (some: Partial<PaperView>) => {
    const next = { ...paper, isChanged: true, ...some, revision: paper.revision + 1 };
    const faults = paperFaults(next.questions, next.rules).map(({ question, message }) => ({
      questionId: question === null ? null : (next.questions[question]?.id ?? null),
      message,
    }));
    paper = { ...next, faults };
    return { body: paper };
  };
  const answer = ({ method, path, body }: Sent): Answer => {
    const { pathname } = new URL(path, 'http://a');
    const end = [...left.keys()].find((one) => method !== 'GET' && pathname.endsWith(one));
    if (end !== undefined) {
      const said = left.get(end) as Answer;
      left.delete(end);
      return said;
    }
    if (pathname.endsWith('.xlsx')) {
      return { file: '试卷.xlsx' };
    }
    if (method === 'GET') {
      return { body: paper };
    }
    const input = body as ExamQuestionInput & { questionIds: string[] };
    const written = { ...input, pictureUrl: null };
    const { questions, version } = paper;
    switch (pathname.replace(/^.*\/paper\//, '')) {
      case 'rules':
        return change({ rules: paperRules.parse(body) });
      case 'questions':
        return change({
          questions: [...questions, { ...written, id: idOf(900 + questions.length), revision: 1 }],
        });
      case 'questions/removal':
        return change({ questions: questions.filter(({ id }) => !input.questionIds.includes(id)) });
      case 'order':
        return change({
          questions: input.questionIds.flatMap((id) => questions.filter((one) => one.id === id)),
        });
      case 'to-bank':
        return { body: { added: input.questionIds.length - 1, repeated: 1 } };
      case 'from-bank':
        return change({
          questions: [...questions, ...input.questionIds.map((id) => questionOf(Number.parseInt(id, 16)))],
        });
      case 'draw-from-bank':
        return change({ questions: [...questions, questionOf(800)] });
      case 'publication': {
        const publishedAt = '2026-07-19T01:00:00.000Z';
        return change({
          state: 'published',
          version: version + (paper.isChanged ? 1 : 0),
          isChanged: false,
          publishedAt,
        });
      }
      case 'closing':
        return change({ state: 'closed', isChanged: paper.isChanged });
      default:
        return change({
          questions: questions.map((one) =>
            pathname.endsWith(one.id) ? { ...one, ...written, revision: one.revision + 1 } : one,
          ),
        });
    }
  };
  return {
    answer,
    /** Somebody else has changed it. */
    changeElsewhere: (some: Partial<PaperView>) => void change(some),
    now: () => paper,
  };
}

/** 409 of a change that came second. */
export const moved = refusal(409, 'REVIEW_MOVED', '刚刚有人处理过，请刷新后查看');
