import type { AskedQuestion, AttemptResult, AttemptView, ExamView } from '@common/contract/exams';
import type { PaperRules } from '@common/contract/papers';
import type { FullActivity } from '../activities/service';
import type { PapersService } from '../papers/service';
import { chosenOf, rightPlaces } from './marking';
import type { AttemptDoc, DrawnDoc } from './model';
import type { ExamStanding } from './service';
import { questionOf, type SeenVersion } from './versions';

type PictureUrl = PapersService['pictureUrl'];

/** A question as it was drawn; nothing in it tells the right answer. */
function presentAsked(
  version: SeenVersion,
  { question, order }: DrawnDoc,
  pictureUrl: PictureUrl,
): AskedQuestion {
  const { kind, stem, pictureId, options } = questionOf(version, question);
  return {
    id: String(question),
    kind,
    stem,
    pictureUrl: pictureUrl(pictureId),
    options: order.map((place) => options[place]?.text ?? ''),
  };
}

/** An attempt that is open. */
export function presentAttempt(
  attempt: AttemptDoc,
  version: SeenVersion,
  { project }: FullActivity,
  pictureUrl: PictureUrl,
  now: number,
): AttemptView {
  return {
    id: String(attempt._id),
    activityId: String(attempt.activityId),
    activityName: project.name,
    tryNumber: attempt.tryNumber,
    questions: attempt.drawn.map((drawn) => presentAsked(version, drawn, pictureUrl)),
    answers: attempt.answers.map(({ question, chosen }) => ({ question: String(question), chosen })),
    revision: attempt.revision,
    passScore: version.paper.rules.passScore,
    startedAt: attempt.startedAt.toISOString(),
    deadline: attempt.deadline?.toISOString() ?? null,
    serverTime: new Date(now).toISOString(),
  };
}

/**
 * An attempt that was submitted.
 * @param reviewWords Why the right answers are not shown; empty where they are.
 */
export function presentResult(
  attempt: AttemptDoc,
  version: SeenVersion,
  { project }: FullActivity,
  pictureUrl: PictureUrl,
  { triesLeft, reviewWords }: Pick<AttemptResult, 'triesLeft' | 'reviewWords'>,
): AttemptResult {
  const { drawn, answers, right = [] } = attempt;
  const review = () =>
    drawn.map((each) => ({
      ...presentAsked(version, each, pictureUrl),
      chosen: chosenOf(answers, each),
      right: rightPlaces(version, each),
      isRight: right.some((id) => id.equals(each.question)),
      explanation: questionOf(version, each.question).explanation,
    }));
  return {
    id: String(attempt._id),
    activityId: String(attempt.activityId),
    activityName: project.name,
    tryNumber: attempt.tryNumber,
    score: attempt.score ?? 0,
    passScore: version.paper.rules.passScore,
    isPassed: attempt.isPassed ?? false,
    right: right.length,
    total: drawn.length,
    startedAt: attempt.startedAt.toISOString(),
    submittedAt: (attempt.submittedAt ?? attempt.startedAt).toISOString(),
    isTimedOut: attempt.isTimedOut ?? false,
    triesLeft,
    review: reviewWords === '' ? review() : null,
    reviewWords,
  };
}

/** What a learner is told before he begins, and of what he has done. */
export function presentExam(
  { activity, project, unit }: FullActivity,
  paper: { rules: PaperRules; questions: readonly unknown[] },
  standing: ExamStanding,
  attempts: readonly AttemptDoc[],
  isRequired: boolean,
): ExamView {
  const { rules, questions } = paper;
  return {
    activityId: String(activity._id),
    activityName: project.name,
    unitName: unit.name,
    state: standing.state,
    words: standing.words,
    isRequired,
    questions: rules.draw || questions.length,
    passScore: rules.passScore,
    minutes: rules.minutes,
    tries: rules.tries,
    triesLeft: standing.triesLeft,
    opensAt: new Date(standing.opensAt).toISOString(),
    closesAt: new Date(standing.closesAt).toISOString(),
    openAttemptId: standing.openAttemptId,
    best: standing.best,
    attempts: attempts.flatMap(({ _id, tryNumber, score = 0, isPassed = false, submittedAt }) =>
      submittedAt
        ? [{ id: String(_id), tryNumber, score, isPassed, submittedAt: submittedAt.toISOString() }]
        : [],
    ),
  };
}
