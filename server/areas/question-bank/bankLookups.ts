import { drawSome } from '@common/rules/spotCheck';
import type { ExamQuestionKind } from '@common/terms';
import type { QueryFilter } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { literally, type Paging, pageOf } from '../../platform/mongo';
import { type BankQuestionDoc, bankQuestionModel } from './model';

interface Filter {
  /** Characters of the stem; empty: all. */
  q: string;
  /** Two or four digits. */
  discipline?: string;
  kind: 'all' | ExamQuestionKind;
}

/** Finding questions in a unit's 题库. */
export interface BankLookups {
  /** One page, the latest changed first. */
  list(unitId: string, given: Filter & Paging): Promise<{ rows: BankQuestionDoc[]; total: number }>;
  /** All of a discipline (two or four digits), or all; the oldest first. */
  allOf(unitId: string, discipline?: string): Promise<BankQuestionDoc[]>;
  /** Those of one's own unit among these ids, in the order of the ids. */
  many(unitId: string, questionIds: string[]): Promise<BankQuestionDoc[]>;
  /** So many at random, of a discipline (two or four digits) or of all, without those in `except` (content hashes). @throws AppError BANK_TOO_SMALL. */
  draw(
    unitId: string,
    given: { discipline?: string; count: number; except: Set<string> },
  ): Promise<BankQuestionDoc[]>;
}

export function createBankLookups({ mongo, random }: Platform): BankLookups {
  const Question = bankQuestionModel(mongo);

  async function many(unitId: string, questionIds: string[]): Promise<BankQuestionDoc[]> {
    const found = await Question.find({ _id: { $in: questionIds }, unitId }).lean();
    const byId = new Map(found.map((question) => [String(question._id), question]));
    return [...new Set(questionIds)].flatMap((id) => byId.get(id) ?? []);
  }

  return {
    many,
    list: async (unitId, { q, discipline, kind, ...paging }) =>
      pageOf(
        Question,
        {
          ...within(unitId, discipline),
          ...(q && { stem: literally(q) }),
          ...(kind !== 'all' && { kind }),
        },
        { updatedAt: -1, _id: -1 },
        paging,
      ),
    allOf: async (unitId, discipline) =>
      Question.find(within(unitId, discipline)).sort({ updatedAt: 1, _id: 1 }).lean(),
    async draw(unitId, { discipline, count, except }) {
      const all = await Question.find(within(unitId, discipline), { contentHash: 1 }).sort({ _id: 1 }).lean();
      const fresh = all.filter(({ contentHash }) => !except.has(contentHash));
      if (fresh.length < count) {
        throw appError('BANK_TOO_SMALL', {
          message: `题库中可抽取的试题只有${fresh.length}道（已在试卷中的除外）`,
          field: 'count',
        });
      }
      const drawn = drawSome(fresh, count, (below) => random.int(below));
      return many(
        unitId,
        drawn.map(({ _id }) => String(_id)),
      );
    },
  };
}

const within = (unitId: string, discipline?: string): QueryFilter<BankQuestionDoc> => ({
  unitId,
  ...(discipline && { disciplineCode: { $regex: `^${discipline}` } }),
});
