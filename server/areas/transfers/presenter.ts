import type { TransferRow, TransferSelf } from '@common/contract/transfers';
import { transferMoves } from '@common/rules/transfers';
import type { Cipher } from '../../platform/cipher';
import type { LearnerDoc } from '../learners/model';
import { maskedIdNo } from '../learners/presenter';
import type { UnitDoc } from '../regions-units/model';
import type { TransferDoc } from './model';

type Units = Map<string, UnitDoc>;

const nameOf = (units: Units, id: unknown) => units.get(String(id))?.name ?? '已撤销的单位';

/** Which of the two units of a 调动 this one is. */
export const sideOf = (transfer: Pick<TransferDoc, 'fromUnitId'>, unitId: string) =>
  String(transfer.fromUnitId) === unitId ? ('from' as const) : ('to' as const);

export function presentSelf(transfer: TransferDoc, units: Units): TransferSelf {
  return {
    id: String(transfer._id),
    state: transfer.state,
    fromUnitName: nameOf(units, transfer.fromUnitId),
    toUnitName: transfer.toUnitId ? nameOf(units, transfer.toUnitId) : null,
    note: transfer.note,
    requestedBy: transfer.requestedBy,
    startedAt: transfer.startedAt.toISOString(),
    releasedAt: transfer.releasedAt?.toISOString() ?? null,
    admittedAt: transfer.admittedAt?.toISOString() ?? null,
    reason: transfer.cancelReason,
  };
}

/** For one of its two units; each sees the department at its own side. */
export function presentRow(
  cipher: Cipher,
  transfer: TransferDoc,
  unitId: string,
  units: Units,
  learner: LearnerDoc | undefined,
): TransferRow {
  const side = sideOf(transfer, unitId);
  const moves = transferMoves(transfer.state, side);
  return {
    ...presentSelf(transfer, units),
    learnerId: String(transfer.learnerId),
    name: learner?.name ?? '已注销',
    idNoMasked: learner ? maskedIdNo(cipher, learner) : '',
    title: learner?.title ?? 'other',
    department: (side === 'to' && transfer.toDepartment) || transfer.fromDepartment,
    side: side === 'from' ? 'out' : 'in',
    can: moves.filter((move) => move !== 'request'),
  };
}

/** The person whom an administrator has looked up by idNo. */
export function presentPerson(cipher: Cipher, learner: LearnerDoc) {
  return {
    learnerId: String(learner._id),
    name: learner.name,
    idNoMasked: maskedIdNo(cipher, learner),
    title: learner.title,
    department: learner.department,
    personnelNo: learner.personnelNo ?? null,
  };
}
