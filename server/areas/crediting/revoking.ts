import type { ClientSession } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isCollision, tryAgain } from '../../platform/mongo';
import type { Services } from '../services';
import { nameOf } from './batches';
import type { By } from './by';
import { creditingModel } from './model';
import { movesOf, type Viewer } from './policy';
import type { Showing } from './showing';
import { type BatchDoc, WITHOUT_PEOPLE } from './states';

export interface Revoking {
  /**
   * 撤销学分 by counter entries: the unit that granted them before the review, an authority over it always. Those who have none of
   * this batch are skipped. @throws AppError NOT_FOUND, MOVE_REFUSED.
   */
  revoke(
    given: { creditingId: string; learnerIds: string[]; reason: string },
    by: By,
  ): Promise<{ revoked: number; skipped: number }>;
}

const ATTEMPTS = 20;

export function createRevoking(
  { mongo, clock }: Platform,
  services: Services,
  { showing }: { showing: Showing },
): Revoking {
  const Crediting = creditingModel(mongo);

  /** Takes the batch before it is looked at: a review or another revocation at this moment comes before or after, never between. */
  async function take({ _id }: BatchDoc, at: Date, session: ClientSession): Promise<BatchDoc> {
    return Crediting.findOneAndUpdate(
      { _id },
      { $set: { touchedAt: at } },
      { session, returnDocument: 'after' },
    )
      .select(WITHOUT_PEOPLE)
      .orFail()
      .lean();
  }

  return {
    async revoke({ creditingId, learnerIds, reason }, by) {
      const viewer = await showing.viewerOf(by.actor);
      const found = await showing.find(viewer, creditingId);
      const named = [...new Set(learnerIds)];
      const at = new Date(clock.now());
      const full = await services.activities.get(String(found.activityId));
      const byName = await nameOf(services, by, viewer.authority?.name ?? full.unit.name);

      /** All of it or nothing: counter entries, what the batch says of them, the messages. */
      async function change(session: ClientSession): Promise<{ revoked: string[]; words: string }> {
        const batch = await take(found, at, session);
        insistRevocable(viewer, batch);
        const revoked = await services.credits.revoke(batch._id, named, { reason, byName, at }, session);
        const words = `${revoked.length}人：${reason}`;
        if (revoked.length > 0) {
          const isEmpty = batch.revokedPersons + revoked.length >= batch.persons;
          await Crediting.updateOne(
            { _id: batch._id },
            {
              $inc: { revokedPersons: revoked.length },
              $push: { moves: { at, byName, move: 'revoked', reason: words } },
              // There is nothing to review any more.
              ...(isEmpty && { $set: { waitingFor: null, reviewDueOn: null } }),
            },
            { session },
          );
          await services.notifications.credits('revoked', revoked, full, creditingId, reason, session);
        }
        return { revoked, words };
      }

      const { revoked, words } = await tryAgain(() => mongo.transaction(change), isCollision, ATTEMPTS);
      if (revoked.length > 0) {
        await services.audit.append({
          ...by,
          action: 'credit.revoked',
          subject: `crediting:${creditingId}`,
          reason: words,
        });
      }
      return { revoked: revoked.length, skipped: named.length - revoked.length };
    },
  };
}

/** One from which nobody is left to be revoked is no mistake: somebody was faster. @throws AppError MOVE_REFUSED. */
function insistRevocable(viewer: Viewer, batch: BatchDoc): void {
  const isEmpty = batch.persons <= batch.revokedPersons;
  if (batch.state === 'writing' || !(isEmpty || movesOf(viewer, batch).includes('revoke'))) {
    throw appError('MOVE_REFUSED', {
      message:
        batch.state === 'writing'
          ? '正在授分，完成后才能撤销'
          : '审核通过的学分只能由行政部门撤销，请联系上级行政部门',
    });
  }
}
