import type { InputOf } from '@common/contract/endpoint';
import type { TransferRow, TransferSelf, transfers } from '@common/contract/transfers';
import { TRANSFER_WAITS } from '@common/rules/transfers';
import { type ClientSession, type QueryFilter, Types } from 'mongoose';
import type { Platform } from '../../platform';
import { pageOf } from '../../platform/mongo';
import type { Services } from '../services';
import { type Admissions, createAdmissions } from './admissions';
import { type Cancelling, createCancelling } from './cancelling';
import { createLearnerMoves, type LearnerMoves } from './learnerMoves';
import { type TransferDoc, transferModel } from './model';
import { createReleases, type Releases } from './releases';
import { createWorkshop } from './workshop';

export interface TransfersService extends Releases, Admissions, Cancelling, LearnerMoves {
  /** 调动 that wait for a unit: what it can release, admit or refuse. */
  countWaiting(unitId: string): Promise<number>;
  /** A unit's 调动, the unfinished first. */
  list(
    unitId: string,
    query: Required<InputOf<typeof transfers.listTransfers>> & { page: number; pageSize: number },
  ): Promise<{ items: TransferRow[]; total: number }>;
  /** A learner's 调动, the latest first. */
  ofLearner(learnerId: string): Promise<TransferSelf[]>;
  /** For who closes his account: ends what is open and forgets what was written about it. */
  forget(learnerId: string, session: ClientSession): Promise<void>;
}

/** 人员调动 (manual 003 §六). Who may do what is the table of `common/rules/transfers.ts`; here it is applied, each step once. */
export function createTransfersService(platform: Platform, services: Services): TransfersService {
  const { mongo, clock } = platform;
  const Transfer = transferModel(mongo);
  const oid = (id: string) => new Types.ObjectId(id);

  const workshop = createWorkshop(platform, services);

  return {
    ...createReleases(platform, services, workshop),
    ...createAdmissions(platform, services, workshop),
    ...createCancelling(platform, workshop),
    ...createLearnerMoves(platform, services, workshop),
    countWaiting: async (unitId) =>
      Transfer.countDocuments({
        $or: [
          { fromUnitId: oid(unitId), open: true, state: { $in: [...TRANSFER_WAITS.from] } },
          { toUnitId: oid(unitId), open: true, state: { $in: [...TRANSFER_WAITS.to] } },
        ],
      }),
    async list(unitId, { side, open, page, pageSize }) {
      const out = { fromUnitId: oid(unitId) };
      const into = { toUnitId: oid(unitId) };
      const filter: QueryFilter<TransferDoc> = {
        ...(side === 'all' ? { $or: [out, into] } : side === 'out' ? out : into),
        ...(open !== 'all' && { open: open === 'open' ? true : { $exists: false } }),
      };
      const sort = { open: -1, startedAt: -1, _id: -1 } as const;
      const { rows, total } = await pageOf(Transfer, filter, sort, { page, pageSize });
      return { items: await workshop.rows(rows, unitId), total };
    },
    async ofLearner(learnerId) {
      const all = await Transfer.find({ learnerId: oid(learnerId) })
        .sort({ startedAt: -1, _id: -1 })
        .lean();
      return workshop.selves(all);
    },
    async forget(learnerId, session) {
      const his = { learnerId: oid(learnerId) };
      await Transfer.updateOne(
        { ...his, open: true },
        { $set: { state: 'cancelled', cancelledAt: new Date(clock.now()) }, $unset: { open: 1 } },
        { session },
      );
      await Transfer.updateMany(his, { $set: { note: '' }, $unset: { cancelReason: 1 } }, { session });
    },
  };
}
