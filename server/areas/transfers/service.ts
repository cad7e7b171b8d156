import type { InputOf } from '@common/contract/endpoint';
import type { TransferRow, TransferSelf, transfers } from '@common/contract/transfers';
import { TRANSFER_WAITS } from '@common/rules/transfers';
import { type ClientSession, type QueryFilter, Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { createLearnerMoves, type LearnerMoves } from './learnerMoves';
import { createMessages } from './messages';
import { type TransferDoc, transferModel } from './model';
import { presentRow, presentSelf } from './presenter';
import { createUnitMoves, type UnitMoves } from './unitMoves';

export interface TransfersService extends UnitMoves, LearnerMoves {
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

/** What the two halves of the service share. */
export interface TransfersWorkshop {
  /** Writes a new 调动. @throws AppError TRANSFER_OPEN; NOT_FOUND where the learner has left the unit meanwhile. */
  start(transfer: Omit<TransferDoc, '_id' | 'open'>): Promise<TransferDoc>;
  /** @throws AppError UNIT_UNKNOWN, ALREADY_IN_UNIT. */
  checkDestination(toUnitId: string, fromUnitId: string): Promise<void>;
  row(transfer: TransferDoc, unitId: string): Promise<TransferRow>;
  self(transfer: TransferDoc): Promise<TransferSelf>;
  messages: ReturnType<typeof createMessages>;
}

/** 人员调动 (manual 003 §六). Who may do what is the table of `common/rules/transfers.ts`; here it is applied, each step once. */
export function createTransfersService(platform: Platform, services: Services): TransfersService {
  const { mongo, cipher, clock } = platform;
  const Transfer = transferModel(mongo);
  const oid = (id: string) => new Types.ObjectId(id);

  const unitsOf = async (all: TransferDoc[]) =>
    services.regionsUnits.units([
      ...new Set(all.flatMap(({ fromUnitId, toUnitId }) => [fromUnitId, toUnitId ?? fromUnitId].map(String))),
    ]);

  async function rows(all: TransferDoc[], unitId: string): Promise<TransferRow[]> {
    const [units, learners] = await Promise.all([
      unitsOf(all),
      services.learners.many(all.map(({ learnerId }) => String(learnerId))),
    ]);
    return all.map((each) => presentRow(cipher, each, unitId, units, learners.get(String(each.learnerId))));
  }

  const workshop: TransfersWorkshop = {
    messages: createMessages(platform, services),
    async start(given) {
      const transfer: TransferDoc = { ...given, _id: new Types.ObjectId(), open: true };
      // The unique index says "once": a colleague's or the learner's own open one is in the way.
      await Transfer.create([transfer]).catch((error: unknown) => {
        throw (error as { code?: number }).code === 11000 ? appError('TRANSFER_OPEN') : error;
      });
      // Another unit may have admitted him between our look and our write; none can from here on.
      const learner = await services.learners.get(String(given.learnerId));
      if (!learner || learner.closedAt || String(learner.unitId) !== String(given.fromUnitId)) {
        await Transfer.deleteOne({ _id: transfer._id });
        throw appError('NOT_FOUND');
      }
      return transfer;
    },
    async checkDestination(toUnitId, fromUnitId) {
      if (toUnitId === fromUnitId) {
        throw appError('ALREADY_IN_UNIT', { field: 'toUnitId' });
      }
      if (!(await services.regionsUnits.unit(toUnitId))) {
        throw appError('UNIT_UNKNOWN', { field: 'toUnitId' });
      }
    },
    async row(transfer, unitId) {
      const [row] = await rows([transfer], unitId);
      if (!row) {
        throw appError('NOT_FOUND');
      }
      return row;
    },
    self: async (transfer) => presentSelf(transfer, await unitsOf([transfer])),
  };

  return {
    ...createUnitMoves(platform, services, workshop),
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
      const [found, total] = await Promise.all([
        Transfer.find(filter)
          .sort({ open: -1, startedAt: -1, _id: -1 })
          .skip((page - 1) * pageSize)
          .limit(pageSize)
          .lean(),
        Transfer.countDocuments(filter),
      ]);
      return { items: await rows(found, unitId), total };
    },
    async ofLearner(learnerId) {
      const all = await Transfer.find({ learnerId: oid(learnerId) })
        .sort({ startedAt: -1, _id: -1 })
        .lean();
      const units = await unitsOf(all);
      return all.map((each) => presentSelf(each, units));
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
