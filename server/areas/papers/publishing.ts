import { paperFaults } from '@common/rules/examQuestion';
import type { ClientSession } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isCollision, tryAgain } from '../../platform/mongo';
import { insistApproved } from '../activities/policy';
import type { FullActivity } from '../activities/service';
import type { Draft } from './draft';
import { type PaperDoc, paperModel, paperVersionModel } from './model';

export interface Publishing {
  /**
   * 启用 of the draft as it was seen: a new version, or the last one again where nothing was changed since.
   * @throws AppError ACTIVITY_NOT_APPROVED, PAPER_INCOMPLETE, REVIEW_MOVED.
   */
  publish(full: FullActivity, revision: number): Promise<PaperDoc>;
  /** Nobody can begin any more. @throws AppError MOVE_REFUSED where it is not published. */
  close(full: FullActivity): Promise<PaperDoc>;
}

const ATTEMPTS = 5;

export function createPublishing(
  { mongo, clock }: Pick<Platform, 'mongo' | 'clock'>,
  draft: Draft,
): Publishing {
  const Paper = paperModel(mongo);
  const Version = paperVersionModel(mongo);

  return {
    async publish(full, revision) {
      insistApproved(full.activity, '活动审核通过后才能启用试卷，现在可以先添加试题');
      const paper = await draft.of(full);
      if (paper.revision !== revision) {
        throw appError('REVIEW_MOVED');
      }
      if (paper.state === 'published' && !paper.isChanged) {
        return paper;
      }
      const { activityId, rules, questions } = paper;
      const [fault] = paperFaults(questions, rules);
      if (fault) {
        throw appError('PAPER_INCOMPLETE', { message: `试卷还不能启用：${fault.message}` });
      }
      const publishedAt = new Date(clock.now());
      const version = paper.version + 1;
      const write = async (session: ClientSession) => {
        const published = await Paper.findOneAndUpdate(
          { activityId, revision },
          {
            $set: { state: 'published', isChanged: false, ...(paper.isChanged && { version, publishedAt }) },
            $inc: { revision: 1 },
          },
          { session, returnDocument: 'after' },
        ).lean();
        if (!published) {
          throw appError('REVIEW_MOVED');
        }
        if (paper.isChanged) {
          await Version.create([{ activityId, version, rules, questions, publishedAt }], { session });
        }
        return published;
      };
      return tryAgain(() => mongo.transaction(write), isCollision, ATTEMPTS);
    },
    async close({ activity }) {
      const closed = await Paper.findOneAndUpdate(
        { activityId: activity._id, state: 'published' },
        { $set: { state: 'closed' }, $inc: { revision: 1 } },
        { returnDocument: 'after' },
      ).lean();
      if (!closed) {
        throw appError('MOVE_REFUSED', { message: '试卷没有启用，不用关闭' });
      }
      return closed;
    },
  };
}
