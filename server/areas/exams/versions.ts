import type { PaperVersionDoc, QuestionDoc } from '../papers/model';
import type { Services } from '../services';
import type { AttemptDoc } from './model';

/** The version of the paper that an attempt saw, its questions by their ids. */
export interface SeenVersion {
  paper: PaperVersionDoc;
  questions: ReadonlyMap<string, QuestionDoc>;
}

export type VersionOf = (attempt: Pick<AttemptDoc, 'activityId' | 'version'>) => Promise<SeenVersion>;

export const createVersionOf =
  (services: Services): VersionOf =>
  async ({ activityId, version }) => {
    const paper = await services.papers.version(String(activityId), version);
    return { paper, questions: new Map(paper.questions.map((one) => [String(one._id), one])) };
  };

/** A question of a version by its id. @throws Error where an attempt names one that its version does not have. */
export function questionOf({ questions }: SeenVersion, id: unknown): QuestionDoc {
  const question = questions.get(String(id));
  if (!question) {
    throw new Error(`a drawn question is not in its version: ${id}`);
  }
  return question;
}
