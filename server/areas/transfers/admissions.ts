import type { OutputOf, ParsedInputOf } from '@common/contract/endpoint';
import type { TransferRow, transfers } from '@common/contract/transfers';
import { statesBefore } from '@common/rules/transfers';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { LearnerDoc } from '../learners/model';
import type { Services } from '../services';
import { type TransferDoc, transferModel } from './model';
import { presentPerson } from './presenter';
import { moverId, type TransfersWorkshop, type UnitMover } from './workshop';

/** 调入: what the new unit does. */
export interface Admissions {
  /** Somebody who was released, to this unit or to none in particular. @throws AppError NOT_RELEASED, ALREADY_IN_UNIT. */
  findToAdmit(by: UnitMover, idNo: string): Promise<OutputOf<typeof transfers.findToAdmit>>;
  /** 调入: the learner is of this unit from now on. @throws AppError NOT_RELEASED, ALREADY_IN_UNIT. */
  admit(by: UnitMover, given: ParsedInputOf<typeof transfers.admit>): Promise<TransferRow>;
}

export function createAdmissions(
  { mongo, cipher, clock }: Platform,
  services: Services,
  { idNo: idNoOf, row, audit, messages }: TransfersWorkshop,
): Admissions {
  const Transfer = transferModel(mongo);
  const oid = (id: string) => new Types.ObjectId(id);
  /** The 调动 that a unit may admit: those that name it and those that name none. */
  const admissibleTo = (unitId: string) => ({
    state: { $in: statesBefore('to', 'admit') },
    $or: [{ toUnitId: oid(unitId) }, { toUnitId: { $exists: false } }],
  });

  /** The same answer, by the same look-ups, for who is not registered, not released or released to another unit. */
  async function released(
    unitId: string,
    given: string,
  ): Promise<{ learner: LearnerDoc; transfer: TransferDoc }> {
    const learner = await services.learners.findByIdNo(idNoOf(given));
    const transfer = await Transfer.findOne({
      learnerId: learner?._id ?? new Types.ObjectId(),
      ...admissibleTo(unitId),
    }).lean();
    if (learner && String(learner.unitId) === unitId) {
      throw appError('ALREADY_IN_UNIT', { field: 'idNo' });
    }
    if (!learner || !transfer) {
      throw appError('NOT_RELEASED', { field: 'idNo' });
    }
    return { learner, transfer };
  }

  async function moveHim(by: UnitMover, transfer: TransferDoc, department: string): Promise<TransferDoc> {
    let admitted: TransferDoc | null = null;
    await mongo.transaction(async (session) => {
      const at = new Date(clock.now());
      admitted = await Transfer.findOneAndUpdate(
        { _id: transfer._id, ...admissibleTo(by.unitId) },
        {
          $set: {
            state: 'admitted',
            toUnitId: oid(by.unitId),
            toDepartment: department,
            admittedAt: at,
            admittedBy: moverId(by),
          },
          $unset: { open: 1 },
        },
        { session, returnDocument: 'after' },
      ).lean();
      const moved =
        admitted &&
        (await services.learners.moveToUnit(
          {
            learnerId: String(transfer.learnerId),
            fromUnitId: String(transfer.fromUnitId),
            toUnitId: by.unitId,
            department,
            at,
          },
          session,
        ));
      if (!moved) {
        throw appError('NOT_RELEASED');
      }
    });
    return admitted ?? transfer;
  }

  return {
    async findToAdmit(by, idNo) {
      const { learner, transfer } = await released(by.unitId, idNo);
      const person = (await services.learners.many([String(learner._id)])).get(String(learner._id));
      const from = await services.regionsUnits.unit(String(transfer.fromUnitId));
      await audit(by, 'learner.looked-up', learner._id);
      return {
        ...presentPerson(cipher, person ?? learner),
        fromUnitName: from?.name ?? '',
        releasedAt: (transfer.releasedAt ?? transfer.startedAt).toISOString(),
      };
    },
    async admit(by, { idNo, transferId, department }) {
      if (!idNo && !transferId) {
        throw appError('INVALID_INPUT', { message: '请输入身份证号码', field: 'idNo' });
      }
      const transfer = transferId
        ? await Transfer.findOne({ _id: oid(transferId), toUnitId: oid(by.unitId) }).lean()
        : (await released(by.unitId, idNo ?? '')).transfer;
      if (!transfer) {
        throw appError('NOT_RELEASED');
      }
      const admitted = await moveHim(by, transfer, department).catch(async (error: unknown) => {
        // A colleague of the same unit was faster: that is no refusal.
        const learner = await services.learners.get(String(transfer.learnerId));
        throw String(learner?.unitId) === by.unitId ? appError('ALREADY_IN_UNIT') : error;
      });
      await audit(by, 'transfer.admitted', admitted.learnerId);
      await messages.tell(admitted, 'to');
      return row(admitted, by.unitId);
    },
  };
}
