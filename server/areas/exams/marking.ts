import type { GivenAnswer } from '@common/contract/exams';
import { choiceFault, isPassing, isRightChoice, scoreOf } from '@common/rules/examScore';
import { appError } from '../../http/errors';
import type { AttemptDoc, DrawnDoc } from './model';
import { questionOf, type SeenVersion } from './versions';

type Answers = AttemptDoc['answers'];

/** Places as shown, from 0, of the options of a drawn question that are right. */
export const rightPlaces = (version: SeenVersion, { question, order }: DrawnDoc): number[] => {
  const { options } = questionOf(version, question);
  return order.flatMap((place, shown) => (options[place]?.isRight ? [shown] : []));
};

/** What was chosen of a drawn question; empty where nothing was. */
export const chosenOf = (answers: Answers, { question }: DrawnDoc): number[] =>
  answers.find((answer) => answer.question.equals(question))?.chosen ?? [];

/** The outcome of an attempt with these answers, by the version that it saw. */
export function mark(version: SeenVersion, drawn: readonly DrawnDoc[], answers: Answers) {
  const right = drawn.filter((each) => isRightChoice(chosenOf(answers, each), rightPlaces(version, each)));
  const score = scoreOf(right.length, drawn.length);
  return {
    score,
    isPassed: isPassing(score, version.paper.rules.passScore),
    right: right.map(({ question }) => question),
  };
}

/**
 * Answers as they are kept: of a question that is named twice the last, without those in which nothing is chosen.
 * @throws AppError NOT_DRAWN, INVALID_INPUT where two options of a single choice were chosen.
 */
export function acceptAnswers(
  version: SeenVersion,
  drawn: readonly DrawnDoc[],
  given: readonly GivenAnswer[],
): Answers {
  const byId = new Map(drawn.map((each, at) => [String(each.question), { each, at }]));
  const kept = new Map<number, Answers[number]>();
  for (const { question, chosen } of given) {
    const found = byId.get(question);
    const fault =
      found &&
      choiceFault(chosen, {
        kind: questionOf(version, question).kind,
        options: found.each.order.length,
      });
    if (!found || fault === 'outOfRange') {
      throw appError('NOT_DRAWN', { field: 'answers' });
    }
    if (fault === 'tooMany') {
      throw appError('INVALID_INPUT', {
        message: `第${found.at + 1}题是单选题，只能选一项`,
        field: 'answers',
      });
    }
    kept.delete(found.at);
    if (chosen.length > 0) {
      kept.set(found.at, {
        question: found.each.question,
        chosen: [...new Set(chosen)].sort((a, b) => a - b),
      });
    }
  }
  return [...kept.values()];
}
