import type { ExamQuestionInput } from '@common/contract/papers';
import { disciplineCode } from '@common/disciplines';
import { type ClientSession, Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isCollision, isDuplicate, tryAgain } from '../../platform/mongo';
import type { FullActivity } from '../activities/service';
import { insistSound } from '../papers/policy';
import { writtenOf } from '../papers/presenter';
import { fieldsOf } from '../papers/questionFields';
import type { Services } from '../services';
import { hashOf } from './content';
import { type BankQuestionDoc, bankQuestionModel } from './model';
import { insistDiscipline } from './policy';

interface Counted {
  added: number;
  repeated: number;
}

/** Filling a unit's 题库. A question is kept once, by its kind, stem and options: the unique index decides. */
export interface BankWriting {
  /** @throws AppError QUESTION_INVALID, QUESTION_EXISTS, PICTURE_INVALID, INVALID_INPUT. */
  keep(unitId: string, discipline: string, question: ExamQuestionInput): Promise<BankQuestionDoc>;
  /** @throws AppError NOT_FOUND; REVIEW_MOVED where it changed meanwhile; the same as `keep`. */
  save(
    unitId: string,
    questionId: string,
    revision: number,
    discipline: string,
    question: ExamQuestionInput,
  ): Promise<BankQuestionDoc>;
  /** Copies in papers stay. Answers how many there were. */
  remove(unitId: string, questionIds: string[]): Promise<number>;
  /** Keeps questions, each once, all or none. @throws AppError QUESTION_INVALID, INVALID_INPUT. */
  add(unitId: string, discipline: string, questions: ExamQuestionInput[]): Promise<Counted>;
  /** Copies questions of an activity's paper, all where no ids are given; their discipline is its project's. */
  copy(full: FullActivity, questionIds?: string[]): Promise<Counted>;
}

/** 其他学科, for a project whose discipline is in no list. */
const OTHER_DISCIPLINE = '1801';
const CHUNK = 500;
const ATTEMPTS = 5;

export function createBankWriting({ mongo, clock }: Platform, services: Services): BankWriting {
  const Question = bankQuestionModel(mongo);
  /** One question with its picture, or neither. */
  const writeOne = async <T>(work: (session: ClientSession) => Promise<T>): Promise<T> =>
    tryAgain(() => mongo.transaction(work), isCollision, ATTEMPTS).catch((error) => {
      throw isDuplicate(error) ? appError('QUESTION_EXISTS', { field: 'stem' }) : error;
    });
  const rowOf = (unitId: string, discipline: string, question: ExamQuestionInput) => ({
    unitId: new Types.ObjectId(unitId),
    disciplineCode: discipline,
    contentHash: hashOf(question),
    ...fieldsOf(question),
    updatedAt: new Date(clock.now()),
  });

  async function add(unitId: string, discipline: string, questions: ExamQuestionInput[]): Promise<Counted> {
    insistDiscipline(discipline);
    questions.forEach(insistSound);
    const writes = questions.map((question) => {
      const row = { ...rowOf(unitId, discipline, question), revision: 0 };
      const once = { unitId: row.unitId, contentHash: row.contentHash };
      return { updateOne: { filter: once, update: { $setOnInsert: row }, upsert: true } };
    });
    const pictureIds = questions.map(({ pictureId }) => pictureId);
    const write = () =>
      mongo.transaction(async (session) => {
        await services.papers.usePictures(unitId, pictureIds, session);
        let added = 0;
        for (let from = 0; from < writes.length; from += CHUNK) {
          const written = await Question.bulkWrite(writes.slice(from, from + CHUNK), { session });
          added += written.upsertedCount;
        }
        return added;
      });
    // The same question from two sides at once: the second comes again and finds it there.
    const added = await tryAgain(write, (error) => isDuplicate(error) || isCollision(error), ATTEMPTS);
    return { added, repeated: questions.length - added };
  }

  return {
    add,
    async keep(unitId, discipline, question) {
      insistDiscipline(discipline);
      insistSound(question);
      return writeOne(async (session) => {
        await services.papers.usePictures(unitId, [question.pictureId], session);
        const row = { ...rowOf(unitId, discipline, question), revision: 0 };
        return (await new Question(row).save({ session })).toObject();
      });
    },
    async save(unitId, questionId, revision, discipline, question) {
      insistDiscipline(discipline);
      insistSound(question);
      return writeOne(async (session) => {
        await services.papers.usePictures(unitId, [question.pictureId], session);
        const { pictureId, ...row } = rowOf(unitId, discipline, question);
        const saved = await Question.findOneAndUpdate(
          { _id: questionId, unitId, revision },
          {
            $set: { ...row, revision: revision + 1, ...(pictureId && { pictureId }) },
            ...(!pictureId && { $unset: { pictureId: 1 } }),
          },
          { session, returnDocument: 'after' },
        ).lean();
        if (!saved) {
          const isThere = await Question.exists({ _id: questionId, unitId });
          throw isThere
            ? appError('REVIEW_MOVED')
            : appError('NOT_FOUND', { message: '该试题已从题库删除，请刷新后查看' });
        }
        return saved;
      });
    },
    async remove(unitId, questionIds) {
      const { deletedCount } = await Question.deleteMany({ _id: { $in: questionIds }, unitId });
      return deletedCount;
    },
    async copy(full, questionIds) {
      const { questions } = await services.papers.draftOf(full);
      const chosen = questionIds
        ? questions.filter(({ _id }) => questionIds.includes(String(_id)))
        : questions;
      const { discipline, disciplineCode: code } = full.project;
      const into = code || disciplineCode(discipline) || OTHER_DISCIPLINE;
      return add(String(full.activity.unitId), into, chosen.map(writtenOf));
    },
  };
}
