import type { ExamQuestion, ExamQuestionInput, PaperView } from '@common/contract/papers';
import { paperFaults } from '@common/rules/examQuestion';
import { examHours } from '@common/rules/taskHours';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { PaperDoc, QuestionDoc } from './model';

type UrlOf = (pictureId: QuestionDoc['pictureId']) => string | null;

/** A stored question as it was written. */
export const writtenOf = ({
  kind,
  stem,
  options,
  explanation,
  pictureId,
}: QuestionDoc): ExamQuestionInput => ({
  kind,
  stem,
  options: options.map(({ text, isRight }) => ({ text, isRight })),
  explanation,
  pictureId: pictureId ? String(pictureId) : null,
});

/** A question with its answer, for its unit. */
export const presentQuestion = (doc: QuestionDoc, urlOf: UrlOf): ExamQuestion => ({
  ...writtenOf(doc),
  id: String(doc._id),
  pictureUrl: urlOf(doc.pictureId),
  revision: doc.revision,
});

/** A paper as its unit sees it. */
export function presentPaper(
  { activity }: FullActivity,
  paper: PaperDoc,
  { isRequired, attempts, urlOf }: { isRequired: boolean; attempts: number; urlOf: UrlOf },
): PaperView {
  const { state, version, isChanged, rules, questions, revision, publishedAt } = paper;
  const hours = examHours(rules, periodsOf(activity));
  return {
    activityId: String(activity._id),
    state,
    version,
    isChanged,
    rules,
    questions: questions.map((question) => presentQuestion(question, urlOf)),
    revision,
    faults: paperFaults(questions, rules).map(({ question, message }) => ({
      questionId: question === null ? null : String(questions[question]?._id),
      message,
    })),
    isRequired,
    opensAt: hours && new Date(hours.from).toISOString(),
    closesAt: hours && new Date(hours.to).toISOString(),
    publishedAt: publishedAt?.toISOString() ?? null,
    attempts,
  };
}
