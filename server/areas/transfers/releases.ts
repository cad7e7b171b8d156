import type { OutputOf, ParsedInputOf } from '@common/contract/endpoint';
import type { TransferRow, transfers } from '@common/contract/transfers';
import { statesBefore } from '@common/rules/transfers';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { type TransferDoc, transferModel } from './model';
import { presentPerson } from './presenter';
import { moverId, type TransfersWorkshop, type UnitMover } from './workshop';

/** 调出: what the old unit does. */
export interface Releases {
  /** One of the unit's own people. @throws AppError NOT_FOUND, for everybody else. */
  findToRelease(unitId: string, idNo: string): Promise<OutputOf<typeof transfers.findToRelease>>;
  /** 调出, or agreeing to what the learner asked for. @throws AppError NOT_FOUND, TRANSFER_OPEN, UNIT_UNKNOWN. */
  release(by: UnitMover, given: ParsedInputOf<typeof transfers.release>): Promise<TransferRow>;
}

export function createReleases(
  { mongo, cipher, clock }: Platform,
  services: Services,
  { start, checkDestination, idNo: idNoOf, row, audit, messages }: TransfersWorkshop,
): Releases {
  const Transfer = transferModel(mongo);
  const oid = (id: string) => new Types.ObjectId(id);
  const now = () => new Date(clock.now());

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
          releasedBy: moverId(by),
          note: [open.note, given.note].filter(Boolean).join('；'),
        },
      },
      { returnDocument: 'after' },
    ).lean();
  }

  return {
    async findToRelease(unitId, idNo) {
      const learner = await services.learners.findApprovedIn(unitId, idNoOf(idNo));
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
            releasedBy: moverId(by),
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
  };
}
