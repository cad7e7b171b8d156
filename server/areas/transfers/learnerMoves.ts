import type { TransferSelf } from '@common/contract/transfers';
import { statesBefore } from '@common/rules/transfers';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { transferModel } from './model';
import type { TransfersWorkshop } from './workshop';

export interface LearnerMoves {
  /**
   * Asks both units for a 调动.
   * @throws AppError LEARNER_NOT_APPROVED, UNIT_UNKNOWN, ALREADY_IN_UNIT, TRANSFER_OPEN.
   */
  request(
    learnerId: string,
    given: { toUnitId: string; note: string },
    requestId: string,
  ): Promise<TransferSelf>;
  /** Takes back what no unit has acted upon. @throws AppError NOT_FOUND, TRANSFER_CLOSED. */
  withdraw(learnerId: string, transferId: string, requestId: string): Promise<void>;
}

export function createLearnerMoves(
  { mongo, clock }: Platform,
  services: Services,
  { start, checkDestination, selves, messages }: TransfersWorkshop,
): LearnerMoves {
  const Transfer = transferModel(mongo);

  const audit = async (learnerId: string, action: string, requestId: string) =>
    services.audit.append({
      actor: { kind: 'learner', id: learnerId },
      action,
      subject: `learner:${learnerId}`,
      requestId,
    });

  return {
    async request(learnerId, { toUnitId, note }, requestId) {
      const learner = await services.learners.get(learnerId);
      if (!learner?.unitId || learner.approval.state !== 'approved') {
        throw appError('LEARNER_NOT_APPROVED', {
          message: '单位审核通过后才能申请调动；审核通过前可以直接修改所在单位',
        });
      }
      const fromUnitId = String(learner.unitId);
      await checkDestination(toUnitId, fromUnitId);
      const transfer = await start({
        learnerId: learner._id,
        fromUnitId: learner.unitId,
        toUnitId: new Types.ObjectId(toUnitId),
        state: 'requested',
        requestedBy: 'learner',
        note,
        fromDepartment: learner.department,
        startedAt: new Date(clock.now()),
      });
      await audit(learnerId, 'transfer.requested', requestId);
      await Promise.all(
        [fromUnitId, toUnitId].map(async (unitId) => messages.remind(transfer, unitId, learner.name)),
      );
      const [self] = await selves([transfer]);
      if (!self) {
        throw appError('NOT_FOUND');
      }
      return self;
    },
    async withdraw(learnerId, transferId, requestId) {
      const his = { _id: new Types.ObjectId(transferId), learnerId: new Types.ObjectId(learnerId) };
      const withdrawn = await Transfer.findOneAndUpdate(
        { ...his, state: { $in: statesBefore('learner', 'cancel') } },
        { $set: { state: 'cancelled', cancelledAt: new Date(clock.now()) }, $unset: { open: 1 } },
      ).lean();
      if (withdrawn) {
        await audit(learnerId, 'transfer.withdrawn', requestId);
        return;
      }
      const transfer = await Transfer.findOne(his).lean();
      if (!transfer) {
        throw appError('NOT_FOUND');
      }
      throw appError('TRANSFER_CLOSED', {
        ...(transfer.open && { message: '原单位已办理调出，不能自行撤回；如需取消请联系原单位管理员' }),
      });
    },
  };
}
