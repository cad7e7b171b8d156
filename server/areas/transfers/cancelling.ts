import { statesBefore } from '@common/rules/transfers';
import { isValidObjectId, Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { transferModel } from './model';
import { sideOf } from './presenter';
import { moverId, type TransfersWorkshop, type UnitMover } from './workshop';

/** How a 调动 ends without anybody having moved. */
export interface Cancelling {
  /** Takes a release back, or refuses. @throws AppError NOT_FOUND, TRANSFER_CLOSED. */
  cancel(by: UnitMover, transferId: string, reason: string): Promise<void>;
}

export function createCancelling(
  { mongo, clock }: Platform,
  { audit, messages }: TransfersWorkshop,
): Cancelling {
  const Transfer = transferModel(mongo);
  const oid = (id: string) => new Types.ObjectId(id);

  return {
    async cancel(by, transferId, reason) {
      const mine = [{ fromUnitId: oid(by.unitId) }, { toUnitId: oid(by.unitId) }];
      const transfer = isValidObjectId(transferId)
        ? await Transfer.findOne({ _id: oid(transferId), $or: mine }).lean()
        : null;
      if (!transfer) {
        throw appError('NOT_FOUND');
      }
      const side = sideOf(transfer, by.unitId);
      const cancelled = await Transfer.findOneAndUpdate(
        { _id: transfer._id, state: { $in: statesBefore(side, 'cancel') } },
        {
          $set: {
            state: 'cancelled',
            cancelledAt: new Date(clock.now()),
            cancelledBy: moverId(by),
            ...(reason && { cancelReason: reason }),
          },
          $unset: { open: 1 },
        },
        { returnDocument: 'after' },
      ).lean();
      if (!cancelled) {
        throw appError('TRANSFER_CLOSED');
      }
      await audit(by, 'transfer.cancelled', cancelled.learnerId, reason);
      await messages.tell(cancelled, side);
    },
  };
}
