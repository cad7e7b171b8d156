/** 在线考试 for tests: a paper is made and published as the console does it. */
import type { Client } from '@common/contract/client';
import type { AttemptView, GivenAnswer } from '@common/contract/exams';
import type { ExamQuestionInput, PaperRules, PaperView } from '@common/contract/papers';
import type { Fixtures, TestServer } from './harness';
import { approvedLearner } from './people';
import { swipe } from './swipes';

/** A question whose right options are these places; the texts of its options begin with 对 or 错, so that a reader can tell. */
export function questionInput(
  n: number,
  right: readonly number[] = [n % 4],
): Omit<ExamQuestionInput, 'pictureId'> {
  return {
    kind: right.length > 1 ? 'multiple' : 'single',
    stem: `第${n}道：下列关于伤口护理的说法，正确的是`,
    options: ['甲', '乙', '丙', '丁'].map((text, place) => ({
      text: `${right.includes(place) ? '对' : '错'}${n}${text}`,
      isRight: right.includes(place),
    })),
    explanation: `解析${n}`,
  };
}

interface PaperGiven {
  activityId?: string;
  /** Default five; every third one is a multiple choice. */
  questions?: number;
  rules?: Partial<PaperRules>;
}

/** A draft with these questions and rules: what is not given is as the contract has it. */
export async function draftPaper(
  { unit, activityId: own }: Pick<Fixtures, 'unit' | 'activityId'>,
  { activityId = own, questions = 5, rules = {} }: PaperGiven = {},
): Promise<PaperView> {
  let paper = await unit.papers.setPaperRules({ activityId, ...rules });
  // After a removal the numbers go on, since no question may be in a paper twice.
  const numbers = paper.questions.map(({ stem }) => Number(/\d+/.exec(stem)?.[0] ?? 0));
  for (let n = Math.max(0, ...numbers) + 1; paper.questions.length < questions; n += 1) {
    paper = await unit.papers.addQuestion({
      activityId,
      ...questionInput(n, n % 3 === 0 ? [0, n % 4 || 1] : undefined),
    });
  }
  return paper;
}

/** The same, published. A second call with other rules or more questions makes the next version. */
export async function publishedPaper(
  fixtures: Pick<Fixtures, 'unit' | 'activityId'>,
  given: PaperGiven = {},
): Promise<PaperView> {
  const { activityId, revision } = await draftPaper(fixtures, given);
  return fixtures.unit.papers.publishPaper({ activityId, revision });
}

/** Answers to an attempt of such a paper: the first `right` questions rightly, the others wrongly. */
export const answersTo = ({ questions }: AttemptView, right = questions.length): GivenAnswer[] =>
  questions.map(({ id, options }, at) => {
    const places = (mark: string) => options.flatMap((text, place) => (text.startsWith(mark) ? [place] : []));
    return { question: id, chosen: at < right ? places('对') : places('错').slice(0, 1) };
  });

/** Takes the exam once, with so many right answers; all of them where absent. */
export async function takeExam(client: Client, activityId: string, right?: number) {
  const attempt = await client.exams.startExam({ activityId });
  return client.exams.submitExam({
    attemptId: attempt.id,
    revision: attempt.revision + 1,
    answers: answersTo(attempt, right),
  });
}

/** A published paper, and the learner `n` who has signed in. `start` begins his exam, or goes on with it. */
export async function examined(
  server: TestServer,
  fixtures: Fixtures,
  given: Pick<PaperGiven, 'rules' | 'questions'> = {},
  n = 1,
) {
  await publishedPaper(fixtures, given);
  const { client, learnerId } = await approvedLearner(server, fixtures, n);
  await swipe(server, fixtures, learnerId);
  const { activityId } = fixtures;
  return { client, learnerId, start: async () => client.exams.startExam({ activityId }) };
}
