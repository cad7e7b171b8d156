import { normaliseIdNo } from '@common/rules/idNo';
import { maskPhone, normalisePhone } from '@common/rules/phone';
import type { ApprovalState } from '@common/terms';
import { isValidObjectId, Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { literally } from '../../platform/mongo';
import type { SmsPurpose } from '../accounts/smsCodes';
import type { Services } from '../services';
import { correctionModel, type LearnerDoc, learnerModel } from './model';
import { ofUnit, PRESENT } from './policy';
import { sealedTo } from './presenter';

export type LearnerBrief = Pick<LearnerDoc, 'name' | 'unitId' | 'department' | 'title' | 'personnelNo'> & {
  approval: Pick<LearnerDoc['approval'], 'state'>;
};

/** What the other areas ask about learners. Who closed his account is found by nothing but `many`. */
export interface Lookups {
  get(learnerId: string): Promise<LearnerDoc | null>;
  /** Learners by id, with their sealed numbers, for another area's presenter; closed ones too, since their credits remain. */
  many(learnerIds: string[]): Promise<Map<string, LearnerDoc>>;
  /** What a list of many shows of each, and no more. */
  briefs(learnerIds: string[]): Promise<Map<string, LearnerBrief>>;
  /** Who of these is called so; the name as `normaliseName` writes it. */
  calledAmong(learnerIds: string[], name: string): Promise<string[]>;
  /** Who of these has not closed his account. */
  presentOf(learnerIds: string[]): Promise<Set<string>>;
  findByIdNo(idNo: string): Promise<LearnerDoc | null>;
  findByPersonnelNo(personnelNo: string): Promise<LearnerDoc | null>;
  /** Approved learners of a unit, by name or 医通卡号 where `q` is given. */
  idsOf(unitId: string, q?: string): Promise<string[]>;
  /** Approved learners by the keyed hash of their idNo, or by phone (which several may share). */
  approvedByIdNoHash(hashes: string[]): Promise<LearnerDoc[]>;
  approvedByPhone(phone: string): Promise<LearnerDoc[]>;
  /** An approved learner of this unit, with his sealed numbers. */
  findApprovedIn(unitId: string, idNo: string): Promise<LearnerDoc | null>;
  /** Whether the last four characters of the learner's idNo are these. */
  idNoEndsWith(learnerId: string, last4: string): Promise<boolean>;
  /** What his password must not hold: 医通卡号, idNo, birthday, phone. They stay inside the server. */
  passwordTaboos(learnerId: string): Promise<string[]>;
  /** Sends a text to the registered phone; the number stays inside. */
  sendSms(learnerId: string, text: string): Promise<void>;
  /** Sends a code to the registered phone; answers the seconds until the next may be asked for. */
  sendCode(learnerId: string, purpose: SmsPurpose): Promise<{ retryAfter: number; phoneMasked: string }>;
  /** @throws AppError SMS_CODE_INVALID. */
  checkCode(learnerId: string, code: string, purpose: SmsPurpose): Promise<void>;
  /** Checks it and uses it up. @throws AppError SMS_CODE_INVALID. */
  redeemCode(learnerId: string, code: string, purpose: SmsPurpose): Promise<void>;
  count(filter: { unitIds?: string[]; state: ApprovalState }): Promise<number>;
  /** Approved learners of each of these units; units without any are absent. */
  countByUnit(unitIds: string[]): Promise<Map<string, number>>;
  /** 更正申请 that wait for a unit. */
  countCorrections(unitId: string): Promise<number>;
}

export function createLookups({ mongo, cipher, sms }: Platform, services: Services): Lookups {
  const Learner = learnerModel(mongo);
  const Correction = correctionModel(mongo);

  const withNumbers = async (learnerId: string) => {
    const learner = await Learner.findOne({ _id: learnerId, ...PRESENT })
      .select('+idNo +phone')
      .lean();
    if (!learner) {
      throw appError('NOT_FOUND');
    }
    return {
      learner,
      idNo: cipher.open(sealedTo('idNo', learner._id), learner.idNo),
      phone: cipher.open(sealedTo('phone', learner._id), learner.phone),
    };
  };
  const byIdNo = (idNo: string) => ({ idNoHash: cipher.hash('idNo', normaliseIdNo(idNo)) });

  return {
    get: async (learnerId) =>
      isValidObjectId(learnerId) ? Learner.findOne({ _id: learnerId, ...PRESENT }).lean() : null,
    async many(learnerIds) {
      const found = await Learner.find({ _id: { $in: learnerIds } })
        .select('+idNo +phone')
        .lean();
      return new Map(found.map((learner) => [String(learner._id), learner]));
    },
    async briefs(learnerIds) {
      const found = await Learner.find(
        { _id: { $in: learnerIds } },
        { name: 1, unitId: 1, department: 1, title: 1, personnelNo: 1, 'approval.state': 1 },
      ).lean<(LearnerBrief & Pick<LearnerDoc, '_id'>)[]>();
      return new Map(found.map((learner) => [String(learner._id), learner]));
    },
    async calledAmong(learnerIds, name) {
      const found = await Learner.find({ _id: { $in: learnerIds }, name, ...PRESENT }, { _id: 1 }).lean();
      return found.map(({ _id }) => String(_id));
    },
    async presentOf(learnerIds) {
      const found = await Learner.find({ _id: { $in: learnerIds }, ...PRESENT }, { _id: 1 }).lean();
      return new Set(found.map(({ _id }) => String(_id)));
    },
    findByIdNo: async (idNo) => Learner.findOne({ ...byIdNo(idNo), ...PRESENT }).lean(),
    findByPersonnelNo: async (personnelNo) => Learner.findOne({ personnelNo, ...PRESENT }).lean(),
    async idsOf(unitId, q = '') {
      const found = await Learner.find(
        {
          ...ofUnit(unitId),
          'approval.state': 'approved',
          ...(q && { $or: [{ name: literally(q) }, { personnelNo: q }] }),
        },
        { _id: 1 },
      ).lean();
      return found.map(({ _id }) => String(_id));
    },
    approvedByIdNoHash: async (hashes) =>
      Learner.find({ idNoHash: { $in: hashes }, 'approval.state': 'approved', ...PRESENT }).lean(),
    approvedByPhone: async (phone) =>
      Learner.find({
        phoneHash: cipher.hash('phone', normalisePhone(phone)),
        'approval.state': 'approved',
        ...PRESENT,
      }).lean(),
    findApprovedIn: async (unitId, idNo) =>
      Learner.findOne({ ...byIdNo(idNo), ...ofUnit(unitId), 'approval.state': 'approved' })
        .select('+idNo +phone')
        .lean(),
    async idNoEndsWith(learnerId, last4) {
      return (await withNumbers(learnerId)).idNo.endsWith(last4.toUpperCase());
    },
    async passwordTaboos(learnerId) {
      const { learner, idNo, phone } = await withNumbers(learnerId);
      return [learner.personnelNo ?? '', idNo, idNo.slice(6, 14), phone];
    },
    async sendSms(learnerId, text) {
      await sms.send((await withNumbers(learnerId)).phone, text);
    },
    async sendCode(learnerId, purpose) {
      const { phone } = await withNumbers(learnerId);
      const retryAfter = await services.accounts.smsCodes.send(phone, purpose);
      return { retryAfter, phoneMasked: maskPhone(phone) };
    },
    async checkCode(learnerId, code, purpose) {
      await services.accounts.smsCodes.check((await withNumbers(learnerId)).phone, code, purpose);
    },
    async redeemCode(learnerId, code, purpose) {
      await services.accounts.smsCodes.redeem((await withNumbers(learnerId)).phone, code, purpose);
    },
    count: async ({ unitIds, state }) =>
      Learner.countDocuments({
        'approval.state': state,
        ...PRESENT,
        ...(unitIds && { unitId: { $in: unitIds } }),
      }),
    async countByUnit(unitIds) {
      const counts = await Learner.aggregate<{ _id: Types.ObjectId; count: number }>([
        {
          $match: {
            unitId: { $in: unitIds.map((id) => new Types.ObjectId(id)) },
            'approval.state': 'approved',
            ...PRESENT,
          },
        },
        { $group: { _id: '$unitId', count: { $sum: 1 } } },
      ]);
      return new Map(counts.map(({ _id, count }) => [String(_id), count]));
    },
    countCorrections: async (unitId) =>
      Correction.countDocuments({ unitId: new Types.ObjectId(unitId), state: 'waiting' }),
  };
}
