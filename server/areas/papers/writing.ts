import type { ExamQuestionInput, PaperRules } from '@common/contract/papers';
import { contentOf } from '@common/rules/examQuestion';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { FullActivity } from '../activities/service';
import type { Draft } from './draft';
import type { PaperDoc } from './model';
import type { Pictures } from './pictures';
import { insistNew, insistRoom, insistSound } from './policy';
import { fieldsOf } from './questionFields';

/** Writing a paper: questions and rules of the draft. What is published is not touched before the next 启用. */
export interface Writing {
  setRules(full: FullActivity, rules: PaperRules): Promise<PaperDoc>;
  /** @throws AppError QUESTION_INVALID, PAPER_FULL, PICTURE_INVALID. */
  addQuestion(full: FullActivity, question: ExamQuestionInput): Promise<PaperDoc>;
  /** @throws AppError NOT_FOUND; REVIEW_MOVED where the question changed meanwhile; QUESTION_INVALID, PICTURE_INVALID. */
  saveQuestion(
    full: FullActivity,
    questionId: string,
    revision: number,
    question: ExamQuestionInput,
  ): Promise<PaperDoc>;
  /** Those that are gone already are no matter. */
  removeQuestions(full: FullActivity, questionIds: string[]): Promise<PaperDoc>;
  /** @throws AppError REVIEW_MOVED where these are not all the questions that there are. */
  orderQuestions(full: FullActivity, questionIds: string[]): Promise<PaperDoc>;
  /** Adds questions; those whose stem and options are in the draft already are skipped. @throws AppError PAPER_FULL. */
  addQuestions(
    full: FullActivity,
    questions: ExamQuestionInput[],
  ): Promise<{ added: number; repeated: number }>;
  /** Whether `addQuestions` has room for them now. @throws AppError PAPER_FULL. */
  insistFit(full: FullActivity, questions: ExamQuestionInput[]): Promise<void>;
}

export function createWriting(draft: Draft, { usePictures }: Pictures): Writing {
  const newQuestion = (question: ExamQuestionInput) => ({
    _id: new Types.ObjectId(),
    ...fieldsOf(question),
    revision: 0,
  });

  /** Those that are not in the draft, each once. @throws AppError PAPER_FULL. */
  function freshOf({ questions }: PaperDoc, given: ExamQuestionInput[]): ExamQuestionInput[] {
    const there = new Set(questions.map(contentOf));
    const fresh = given.filter((question) => {
      const content = contentOf(question);
      return !there.has(content) && there.add(content);
    });
    insistRoom(questions.length + fresh.length);
    return fresh;
  }

  return {
    setRules: async (full, rules) => draft.change(full, async () => ({ rules })),
    async addQuestion(full, question) {
      insistSound(question);
      return draft.change(full, async ({ unitId, questions }, session) => {
        insistNew(question, questions);
        insistRoom(questions.length + 1);
        await usePictures(String(unitId), [question.pictureId], session);
        return { questions: [...questions, newQuestion(question)] };
      });
    },
    async saveQuestion(full, questionId, revision, question) {
      insistSound(question);
      return draft.change(full, async ({ unitId, questions }, session) => {
        const at = questions.findIndex(({ _id }) => String(_id) === questionId);
        const before = questions[at];
        if (!before) {
          throw appError('NOT_FOUND', { message: '该试题已被删除，请刷新后查看' });
        }
        if (before.revision !== revision) {
          throw appError('REVIEW_MOVED');
        }
        insistNew(question, questions.toSpliced(at, 1));
        await usePictures(String(unitId), [question.pictureId], session);
        const saved = { _id: before._id, ...fieldsOf(question), revision: revision + 1 };
        return { questions: questions.with(at, saved) };
      });
    },
    removeQuestions: async (full, questionIds) =>
      draft.change(full, async ({ questions }) => {
        const left = questions.filter(({ _id }) => !questionIds.includes(String(_id)));
        return left.length < questions.length ? { questions: left } : null;
      }),
    orderQuestions: async (full, questionIds) =>
      draft.change(full, async ({ questions }) => {
        const byId = new Map(questions.map((question) => [String(question._id), question]));
        const ordered = [...new Set(questionIds)].flatMap((id) => byId.get(id) ?? []);
        if (ordered.length !== questions.length || questionIds.length !== questions.length) {
          throw appError('REVIEW_MOVED');
        }
        return { questions: ordered };
      }),
    async addQuestions(full, given) {
      given.forEach(insistSound);
      let added = 0;
      await draft.change(full, async (paper, session) => {
        const fresh = freshOf(paper, given);
        added = fresh.length;
        await usePictures(
          String(paper.unitId),
          fresh.map(({ pictureId }) => pictureId),
          session,
        );
        return added > 0 ? { questions: [...paper.questions, ...fresh.map(newQuestion)] } : null;
      });
      return { added, repeated: given.length - added };
    },
    async insistFit(full, questions) {
      freshOf(await draft.of(full), questions);
    },
  };
}
