import type { OutputOf, ParsedInputOf } from '@common/contract/endpoint';
import type { TransferRow, transfers } from '@common/contract/transfers';
import { checkIdNo } from '@common/rules/idNo';
import { dayOf } from '@common/rules/shanghaiTime';
import { statesBefore } from '@common/rules/transfers';
import { isValidObjectId, Types } from 'mongoose';
import type { Actor } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { LearnerDoc } from '../learners/model';
import type { Services } from '../services';
import { type TransferDoc, transferModel } from './model';
import { presentPerson, sideOf } from './presenter';
import type { TransfersWorkshop } from './service';

/** The administrator of a unit who moves somebody. */
export interface UnitMover {
  unitId: string;
  actor: Actor;
  requestId: string;
}

export interface UnitMoves {
  /** One of the unit's own people. @throws AppError NOT_FOUND, for everybody else. */
  findToRelease(unitId: string, idNo: string): Promise<OutputOf<typeof transfers.findToRelease>>;
  /** 调出, or agreeing to what the learner asked for. @throws AppError NOT_FOUND, TRANSFER_OPEN, UNIT_UNKNOWN. */
  release(by: UnitMover, given: ParsedInputOf<typeof transfers.release>): Promise<TransferRow>;
  /** Somebody who was released, to this unit or to none in particular. @throws AppError NOT_RELEASED, ALREADY_IN_UNIT. */
  findToAdmit(by: UnitMover, idNo: string): Promise<OutputOf<typeof transfers.findToAdmit>>;
  /** 调入: the learner is of this unit from now on. @throws AppError NOT_RELEASED, ALREADY_IN_UNIT. */
  admit(by: UnitMover, given: ParsedInputOf<typeof transfers.admit>): Promise<TransferRow>;
  /** Takes a release back, or refuses. @throws AppError NOT_FOUND, TRANSFER_CLOSED. */
  cancel(by: UnitMover, transferId: string, reason: string): Promise<void>;
}

export function createUnitMoves(
  { mongo, cipher, clock }: Platform,
  services: Services,
  { start, checkDestination, row, messages }: TransfersWorkshop,
): UnitMoves {
  const Transfer = transferModel(mongo);
  const oid = (id: string) => new Types.ObjectId(id);
  const now = () => new Date(clock.now());
  const who = ({ actor }: UnitMover) => actor.administratorId && oid(actor.administratorId);
  /** The 调动 that a unit may admit: those that name it and those that name none. */
  const admissibleTo = (unitId: string) => ({
    state: { $in: statesBefore('to', 'admit') },
    $or: [{ toUnitId: oid(unitId) }, { toUnitId: { $exists: false } }],
  });

  function wellFormed(given: string): string {
    const checked = checkIdNo(given, dayOf(clock.now()));
    if (!checked.ok) {
      throw appError('INVALID_INPUT', { message: checked.message, field: 'idNo' });
    }
    return checked.idNo;
  }

  const audit = async (by: UnitMover, action: string, learnerId: unknown, reason?: string) =>
    services.audit.append({
      actor: by.actor,
      action,
      subject: `learner:${String(learnerId)}`,
      ...(reason && { reason }),
      requestId: by.requestId,
    });

  /** The same answer, by the same look-ups, for who is not registered, not released or released to another unit. */
  async function released(
    unitId: string,
    given: string,
  ): Promise<{ learner: LearnerDoc; transfer: TransferDoc }> {
    const learner = await services.learners.findByIdNo(wellFormed(given));
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

  async function agree(by: UnitMover, open: TransferDoc, given: { toUnitId?: string; note: string }) {
    if (!statesBefore('from', 'release').includes(open.state)) {
      throw appError('TRANSFER_OPEN', { message: '该人员已调出，正在等待现单位调入' });
    }
    if (given.toUnitId && given.toUnitId !== String(open.toUnitId)) {
      throw appError('TRANSFER_OPEN', {
        message: '该人员已申请调往其他单位，请先处理其申请',
        field: 'toUnitId',
      });
    }
    return Transfer.findOneAndUpdate(
      { _id: open._id, state: open.state },
      {
        $set: {
          state: 'released',
          releasedAt: now(),
          releasedBy: who(by),
          note: [open.note, given.note].filter(Boolean).join('；'),
        },
      },
      { returnDocument: 'after' },
    ).lean();
  }

  async function moveHim(by: UnitMover, transfer: TransferDoc, department: string): Promise<TransferDoc> {
    let admitted: TransferDoc | null = null;
    await mongo.transaction(async (session) => {
      const at = now();
      admitted = await Transfer.findOneAndUpdate(
        { _id: transfer._id, ...admissibleTo(by.unitId) },
        {
          $set: {
            state: 'admitted',
            toUnitId: oid(by.unitId),
            toDepartment: department,
            admittedAt: at,
            admittedBy: who(by),
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
    async findToRelease(unitId, idNo) {
      const learner = await services.learners.findApprovedIn(unitId, wellFormed(idNo));
      if (!learner) {
        throw appError('NOT_FOUND', {
          message: '本单位审核通过的人员中没有此证件号码，请核对后重新输入',
          field: 'idNo',
        });
      }
      const open = await Transfer.findOne({ learnerId: learner._id, open: true }).lean();
      return { ...presentPerson(cipher, learner), transfer: open && (await row(open, unitId)) };
    },
    async release(by, { learnerId, toUnitId, note }) {
      const learner = await services.learners.get(learnerId);
      if (!learner || String(learner.unitId) !== by.unitId || learner.approval.state !== 'approved') {
        throw appError('NOT_FOUND');
      }
      if (toUnitId) {
        await checkDestination(toUnitId, by.unitId);
      }
      const open = await Transfer.findOne({ learnerId: learner._id, open: true }).lean();
      const at = now();
      const released = open
        ? await agree(by, open, { toUnitId, note })
        : await start({
            learnerId: learner._id,
            fromUnitId: oid(by.unitId),
            ...(toUnitId && { toUnitId: oid(toUnitId) }),
            state: 'released',
            requestedBy: 'unit',
            note,
            fromDepartment: learner.department,
            startedAt: at,
            releasedAt: at,
            ...(who(by) && { releasedBy: who(by) as Types.ObjectId }),
          });
      if (!released) {
        throw appError('TRANSFER_CLOSED');
      }
      await audit(by, 'transfer.released', learner._id);
      await messages.tell(released, 'from');
      // Of what the learner asked for the new unit knows already.
      if (toUnitId && !open) {
        await messages.remind(released, toUnitId, learner.name);
      }
      return row(released, by.unitId);
    },
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
            cancelledAt: now(),
            cancelledBy: who(by),
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
