import { EDITABLE_STATES } from '@common/rules/review';
import type { ClientSession, Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { activityModel, type DocumentDoc } from './model';

/** The documents that an activity lists; their bytes are the business of the area `documents`. */
export interface DocumentList {
  /**
   * Adds a document within a transaction. A 会议通知 or 会议日程 takes the place of the one before.
   * @returns The files that nothing names any more.
   * @throws AppError MOVE_REFUSED where it cannot be written now, INVALID_INPUT where there are too many.
   */
  putDocument(
    activityId: Types.ObjectId,
    document: DocumentDoc,
    session: ClientSession,
  ): Promise<Types.ObjectId[]>;
  /** Takes one off the list within a transaction; answers it. @throws AppError MOVE_REFUSED, NOT_FOUND. */
  takeDocument(activityId: Types.ObjectId, documentId: string, session: ClientSession): Promise<DocumentDoc>;
}

const MOST_OTHERS = 20;

export function createDocumentList({ mongo }: Platform): DocumentList {
  const Activity = activityModel(mongo);
  const writable = (_id: Types.ObjectId) => ({ _id, state: { $in: [...EDITABLE_STATES] } });

  return {
    async putDocument(activityId, document, session) {
      const replaces = document.kind === 'other' ? { _id: document._id } : { kind: document.kind };
      const before = await Activity.findOneAndUpdate(
        writable(activityId),
        { $pull: { documents: replaces } },
        { session },
      ).lean();
      if (!before) {
        throw appError('MOVE_REFUSED');
      }
      const others = (before.documents ?? []).filter(({ kind }) => kind === 'other');
      if (document.kind === 'other' && others.length >= MOST_OTHERS) {
        throw appError('INVALID_INPUT', { message: `其他资料最多${MOST_OTHERS}份`, field: 'kind' });
      }
      await Activity.updateOne(writable(activityId), { $push: { documents: document } }, { session });
      return (before.documents ?? [])
        .filter(({ kind }) => kind === document.kind && kind !== 'other')
        .map(({ fileId }) => fileId);
    },
    async takeDocument(activityId, documentId, session) {
      const before = await Activity.findOneAndUpdate(
        writable(activityId),
        { $pull: { documents: { _id: documentId } } },
        { session },
      ).lean();
      if (!before) {
        throw appError('MOVE_REFUSED');
      }
      const taken = before.documents?.find(({ _id }) => String(_id) === documentId);
      if (!taken) {
        throw appError('NOT_FOUND');
      }
      return taken;
    },
  };
}
