import { z } from 'zod';
import { codesOf, TRANSFER_STATES } from '../terms';
import { endpoint } from './endpoint';
import { done, id, instant, nothing, pageOf, paging, title } from './shapes';

const idNo = z.string().min(1, '请输入身份证号码').max(40);
const note = z.string().trim().max(200, '说明最多200字').default('');

/** A 调动 as its learner sees it. */
export const transferSelf = z.object({
  id,
  state: z.enum(codesOf(TRANSFER_STATES)),
  fromUnitName: z.string(),
  /** Null where the old unit released without naming the new one. */
  toUnitName: z.string().nullable(),
  note: z.string(),
  /** Who asked for it. */
  requestedBy: z.enum(['learner', 'unit']),
  startedAt: instant,
  releasedAt: instant.nullable(),
  admittedAt: instant.nullable(),
  /** Why a unit refused or took its release back, where it said so. */
  reason: z.string().optional(),
});
export type TransferSelf = z.output<typeof transferSelf>;

/** A 调动 as one of its two units sees it. */
export const transferRow = transferSelf.extend({
  learnerId: id,
  name: z.string(),
  idNoMasked: z.string(),
  title,
  department: z.string(),
  /** `out` for the old unit, `in` for the new one. */
  side: z.enum(['out', 'in']),
  /** What this unit can do now. */
  can: z.array(z.enum(['release', 'admit', 'cancel'])),
});
export type TransferRow = z.output<typeof transferRow>;

const person = z.object({
  learnerId: id,
  name: z.string(),
  idNoMasked: z.string(),
  title,
  department: z.string(),
  personnelNo: z.string().nullable(),
});

/** 人员调动 (manual 003 §六): the old unit releases, then the new one admits. Credits follow the person. */
export const transfers = {
  findToRelease: endpoint({
    method: 'POST',
    path: '/api/unit/transfers/find-own',
    summary: '调出前按身份证号码查询本单位人员；他单位人员一律查不到',
    who: ['unit'],
    permission: 'approveLearners',
    input: z.object({ idNo }),
    output: person.extend({ transfer: transferRow.nullable() }),
    errors: ['NOT_FOUND'],
    limit: { points: 120, seconds: 600 },
  }),
  release: endpoint({
    method: 'POST',
    path: '/api/unit/transfers/releases',
    summary: '调出本单位人员；学员已申请的调动即同意其申请',
    who: ['unit'],
    permission: 'approveLearners',
    input: z.object({ learnerId: id, toUnitId: id.optional(), note }),
    output: transferRow,
    errors: ['TRANSFER_OPEN', 'TRANSFER_CLOSED', 'UNIT_UNKNOWN', 'ALREADY_IN_UNIT'],
  }),
  findToAdmit: endpoint({
    method: 'POST',
    path: '/api/unit/transfers/find-released',
    summary: '调入前按身份证号码查询已由原单位调出的人员；未调出与未注册的回答相同',
    who: ['unit'],
    permission: 'approveLearners',
    input: z.object({ idNo }),
    output: person.extend({ fromUnitName: z.string(), releasedAt: instant }),
    errors: ['NOT_RELEASED', 'ALREADY_IN_UNIT'],
    limit: { points: 120, seconds: 600 },
  }),
  admit: endpoint({
    method: 'POST',
    path: '/api/unit/transfers/admissions',
    summary: '调入已由原单位调出的人员',
    who: ['unit'],
    permission: 'approveLearners',
    input: z.object({
      idNo: idNo.optional(),
      transferId: id.optional(),
      department: z.string().trim().max(40, '科室名称过长').default(''),
    }),
    output: transferRow,
    errors: ['NOT_RELEASED', 'ALREADY_IN_UNIT'],
    limit: { points: 120, seconds: 600 },
  }),
  cancelTransfer: endpoint({
    method: 'DELETE',
    path: '/api/unit/transfers/:transferId',
    summary: '原单位撤回调出，或任一单位不同意学员的调动申请',
    who: ['unit'],
    permission: 'approveLearners',
    input: z.object({ transferId: id, reason: z.string().trim().max(200).default('') }),
    output: done,
    errors: ['TRANSFER_CLOSED'],
  }),
  listTransfers: endpoint({
    method: 'GET',
    path: '/api/unit/transfers',
    summary: '本单位的调出与调入，待处理的在前',
    who: ['unit'],
    input: z.object({
      side: z.enum(['all', 'out', 'in']).default('all'),
      open: z.enum(['all', 'open', 'closed']).default('all'),
      ...paging,
    }),
    output: pageOf(transferRow),
  }),
  myTransfers: endpoint({
    method: 'GET',
    path: '/api/me/transfers',
    summary: '本人的调动记录',
    who: ['learner'],
    input: nothing,
    output: z.object({ items: z.array(transferSelf) }),
  }),
  requestTransfer: endpoint({
    method: 'POST',
    path: '/api/me/transfers',
    summary: '学员申请调动到新单位，原单位与新单位都会收到提醒',
    who: ['learner'],
    input: z.object({ toUnitId: id, note }),
    output: transferSelf,
    errors: ['TRANSFER_OPEN', 'ALREADY_IN_UNIT', 'UNIT_UNKNOWN', 'LEARNER_NOT_APPROVED'],
    limit: { points: 10, seconds: 3600 },
  }),
  withdrawTransfer: endpoint({
    method: 'DELETE',
    path: '/api/me/transfers/:transferId',
    summary: '撤回尚未调出的调动申请',
    who: ['learner'],
    input: z.object({ transferId: id }),
    output: done,
    errors: ['TRANSFER_CLOSED'],
  }),
};
