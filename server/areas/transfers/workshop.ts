import type { TransferRow, TransferSelf } from '@common/contract/transfers';
import { checkIdNo } from '@common/rules/idNo';
import { dayOf } from '@common/rules/shanghaiTime';
import { Types } from 'mongoose';
import type { Actor } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import type { Services } from '../services';
import { createMessages, type TransferMessages } from './messages';
import { type TransferDoc, transferModel } from './model';
import { presentRow, presentSelf } from './presenter';

/** The administrator of a unit who moves somebody. */
export interface UnitMover {
  unitId: string;
  actor: Actor;
  requestId: string;
}

/** The administrator's id, for the record. */
export const moverId = ({ actor }: UnitMover): Types.ObjectId | undefined =>
  actor.administratorId ? new Types.ObjectId(actor.administratorId) : undefined;

/** What the moves share. */
export interface TransfersWorkshop {
  /** Writes a new 调动. @throws AppError TRANSFER_OPEN; NOT_FOUND where the learner has left the unit meanwhile. */
  start(transfer: Omit<TransferDoc, '_id' | 'open'>): Promise<TransferDoc>;
  /** @throws AppError UNIT_UNKNOWN, ALREADY_IN_UNIT. */
  checkDestination(toUnitId: string, fromUnitId: string): Promise<void>;
  row(transfer: TransferDoc, unitId: string): Promise<TransferRow>;
  /** Presents some for one of their units, or for its learner. */
  rows(transfers: TransferDoc[], unitId: string): Promise<TransferRow[]>;
  selves(transfers: TransferDoc[]): Promise<TransferSelf[]>;
  /** One spelling of a typed idNo. @throws AppError INVALID_INPUT. */
  idNo(given: string): string;
  /** What a unit did, for the log. */
  audit(by: UnitMover, action: string, learnerId: unknown, reason?: string): Promise<void>;
  messages: TransferMessages;
}

/** Builds what releases, admissions, refusals and requests have in common. */
export function createWorkshop(platform: Platform, services: Services): TransfersWorkshop {
  const { mongo, cipher, clock } = platform;
  const Transfer = transferModel(mongo);

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

  return {
    messages: createMessages(platform, services),
    async start(given) {
      const transfer: TransferDoc = { ...given, _id: new Types.ObjectId(), open: true };
      // The unique index says "once": a colleague's or the learner's own open one is in the way.
      await Transfer.create([transfer]).catch((error: unknown) => {
        throw isDuplicate(error) ? appError('TRANSFER_OPEN') : error;
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
    rows,
    async selves(all) {
      const units = await unitsOf(all);
      return all.map((each) => presentSelf(each, units));
    },
    idNo(given) {
      const checked = checkIdNo(given, dayOf(clock.now()));
      if (!checked.ok) {
        throw appError('INVALID_INPUT', { message: checked.message, field: 'idNo' });
      }
      return checked.idNo;
    },
    audit: async (by, action, learnerId, reason) =>
      services.audit.append({
        actor: by.actor,
        action,
        subject: `learner:${String(learnerId)}`,
        ...(reason && { reason }),
        requestId: by.requestId,
      }),
  };
}
