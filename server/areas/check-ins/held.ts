import { formatDateTime } from '@common/rules/shanghaiTime';
import { DIRECTIONS } from '@common/terms';
import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import { isDuplicate, type Paging, pageOf } from '../../platform/mongo';
import type { Services } from '../services';
import { type HeldScanDoc, heldScanModel, type NewCheckIn } from './model';
import type { Recording } from './recording';

export interface Held {
  /** Those of an activity, the latest first. */
  heldOf(
    activityId: string,
    state: HeldScanDoc['state'] | 'all',
    paging: Paging,
  ): Promise<{ rows: HeldScanDoc[]; total: number }>;
  countHeld(activityId: string): Promise<number>;
  /**
   * Lets them count or not; one that was decided before, or waits for an approval, is skipped. The learner is told of a refusal.
   * @param by The administrator's name.
   */
  decideHeld(
    activityId: string,
    given: { ids: string[]; accept: boolean; reason: string },
    by: string,
  ): Promise<{ decided: number; skipped: number }>;
  /** A learner was approved: what he scanned before counts now. May be run again. */
  completeHeld(learnerId: string): Promise<void>;
  /** Completes what a crash left between an approval and its scans. */
  sweepHeld(): Promise<void>;
}

/** Scans that do not count yet: what becomes of them. */
export function createHeld(platform: Platform, services: Services, recording: Recording): Held {
  const { mongo, clock } = platform;
  const HeldScan = heldScanModel(mongo);
  const oid = (id: string) => new Types.ObjectId(id);

  /** The learner of a scan where he is approved by now. */
  async function approvedOf({ learnerId, identityId }: HeldScanDoc) {
    const id = learnerId ?? (await services.accounts.identities.get(String(identityId)))?.learnerId;
    const learner = id ? await services.learners.get(String(id)) : null;
    return learner?.approval.state === 'approved' ? learner : null;
  }

  const decision = (
    state: HeldScanDoc['state'],
    learnerId: Types.ObjectId | undefined,
    reason = '',
    by = '',
  ) => ({
    $set: {
      state,
      decidedAt: new Date(clock.now()),
      ...(learnerId && { learnerId }),
      ...(reason && { reason }),
      ...(by && { decidedBy: by }),
    },
  });

  /** False where somebody else decided first, or the learner is not approved. */
  async function accept(row: HeldScanDoc, reason: string, by: string): Promise<boolean> {
    const learner = await approvedOf(row);
    if (!learner) {
      return false;
    }
    const waiting = { _id: row._id, state: 'waiting' as const };
    const accepted = decision('accepted', learner._id, reason, by);
    const checkIn = { ...checkInOf(row, learner._id), by, ...(reason && { reason }) };
    let isMine = false;
    try {
      // Both or nothing: a colleague who refuses at the same moment must not leave a check-in behind.
      await mongo.transaction(async (session) => {
        isMine = (await HeldScan.updateOne(waiting, accepted, { session })).modifiedCount > 0;
        if (isMine) {
          await recording.recordWithin(session, checkIn);
        }
      });
    } catch (error) {
      if (!isDuplicate(error)) {
        throw error;
      }
      // He has that check-in already, by another scan.
      return (await HeldScan.updateOne(waiting, accepted)).modifiedCount > 0;
    }
    if (isMine) {
      await recording.announce(checkIn);
      await tell(row, learner._id, '已确认生效');
    }
    return isMine;
  }

  async function refuse(row: HeldScanDoc, reason: string, by: string): Promise<boolean> {
    const learner = await approvedOf(row);
    const { modifiedCount } = await HeldScan.updateOne(
      { _id: row._id, state: 'waiting' },
      decision('refused', learner?._id, reason, by),
    );
    if (modifiedCount > 0 && learner) {
      await tell(row, learner._id, '未予确认', `原因：${reason}。如有疑问请联系活动管理员`);
    }
    return modifiedCount > 0;
  }

  /** He was told that it waits, so he is told how it ended. */
  async function tell(row: HeldScanDoc, learnerId: Types.ObjectId, what: string, more = ''): Promise<void> {
    const { project } = await services.activities.get(String(row.activityId));
    const direction = DIRECTIONS[row.direction];
    const scanned = `${formatDateTime(row.at.getTime())}的${direction}${what}`;
    await services.notifications.tell(String(learnerId), {
      key: `held-${row._id}`,
      kind: 'checkIn',
      title: `${direction}${what}`,
      lines: [project.name, more ? `${scanned}，${more}` : scanned],
      page: 'pages/credits/index',
    });
  }

  async function complete(row: HeldScanDoc, learnerId: Types.ObjectId): Promise<void> {
    // First the check-in, by the same claim: whoever stops between the two finds it there the next time.
    await recording.record(checkInOf(row, learnerId));
    await HeldScan.updateOne({ _id: row._id, state: 'waiting' }, decision('accepted', learnerId));
    await tell(row, learnerId, '已生效');
  }

  async function completeHeld(learnerId: string): Promise<void> {
    const identityIds = await services.accounts.identities.idsOf(learnerId);
    const rows = await HeldScan.find({
      identityId: { $in: identityIds },
      state: 'waiting',
      kind: 'unapproved',
    }).lean();
    if (rows.length === 0 || (await services.learners.get(learnerId))?.approval.state !== 'approved') {
      return;
    }
    for (const row of rows) {
      await complete(row, oid(learnerId));
    }
  }

  return {
    heldOf: async (activityId, state, paging) =>
      pageOf(
        HeldScan,
        { activityId: oid(activityId), ...(state !== 'all' && { state }) },
        { at: -1, _id: -1 },
        paging,
      ),
    countHeld: async (activityId) =>
      HeldScan.countDocuments({ activityId: oid(activityId), state: 'waiting' }),
    async decideHeld(activityId, { ids, accept: isAccepted, reason }, by) {
      const rows = await HeldScan.find({
        _id: { $in: ids },
        activityId: oid(activityId),
        state: 'waiting',
        kind: { $ne: 'unapproved' },
      }).lean();
      let decided = 0;
      for (const row of rows) {
        const isDone = await (isAccepted ? accept : refuse)(row, reason, by);
        decided += isDone ? 1 : 0;
      }
      return { decided, skipped: ids.length - decided };
    },
    completeHeld,
    async sweepHeld() {
      const identityIds = await HeldScan.distinct('identityId', { state: 'waiting', kind: 'unapproved' });
      const owners = await services.accounts.identities.owners(identityIds.map(String));
      for (const learnerId of new Set(owners.values())) {
        await completeHeld(learnerId);
      }
    },
  };
}

/** The check-in that a held scan becomes, with the same claim: one never makes two. */
const checkInOf = (row: HeldScanDoc, learnerId: Types.ObjectId): NewCheckIn => {
  const { activityId, courseId, direction, at, periodMs, method, claim, identityId } = row;
  const { displayId, slot, device, network, place } = row;
  return {
    activityId,
    courseId,
    learnerId,
    direction,
    at,
    periodMs,
    method,
    claim,
    identityId,
    displayId,
    slot,
    device,
    network,
    place,
  };
};
