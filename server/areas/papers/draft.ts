import { paperRules } from '@common/contract/papers';
import { type ClientSession, Types } from 'mongoose';
import type { Platform } from '../../platform';
import { isCollision, isDuplicate, tryAgain } from '../../platform/mongo';
import type { FullActivity } from '../activities/service';
import { type PaperDoc, paperModel } from './model';

/** What a change makes of a draft; null: nothing. */
export type Edit = (paper: PaperDoc, session: ClientSession) => Promise<Partial<PaperDoc> | null>;

export interface Draft {
  /** The paper of an activity; an empty draft where nothing was written yet. */
  of(full: FullActivity, session?: ClientSession): Promise<PaperDoc>;
  /** Changes the draft as it stands, whoever else does at the same time. Answers it as it then is. */
  change(full: FullActivity, edit: Edit): Promise<PaperDoc>;
}

const ATTEMPTS = 20;

export function createDraft({ mongo }: Pick<Platform, 'mongo'>): Draft {
  const Paper = paperModel(mongo);

  async function of({ activity }: FullActivity, session?: ClientSession): Promise<PaperDoc> {
    const stored = await Paper.findOne({ activityId: activity._id }, null, { session }).lean();
    return (
      stored ?? {
        _id: new Types.ObjectId(),
        activityId: activity._id,
        unitId: activity.unitId,
        state: 'draft',
        version: 0,
        isChanged: false,
        rules: paperRules.parse({}),
        questions: [],
        revision: 0,
      }
    );
  }

  return {
    of,
    async change(full, edit) {
      const run = async (session: ClientSession): Promise<PaperDoc> => {
        const paper = await of(full, session);
        const changed = await edit(paper, session);
        if (!changed) {
          return paper;
        }
        const { _id, ...rest } = { ...paper, ...changed, isChanged: true, revision: paper.revision + 1 };
        // The first change makes the paper; of two first ones the index lets one through, and the other comes again.
        return Paper.findOneAndUpdate(
          { activityId: paper.activityId, revision: paper.revision },
          { $set: rest, $setOnInsert: { _id } },
          { session, upsert: true, returnDocument: 'after' },
        ).lean();
      };
      return tryAgain(
        () => mongo.transaction(run),
        (error) => isDuplicate(error) || isCollision(error),
        ATTEMPTS,
      );
    },
  };
}
