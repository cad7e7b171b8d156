import type { LearnerRow, LearnerSelf } from '@common/contract/learners';
import { checkIdNo, normaliseIdNo } from '@common/rules/idNo';
import { normaliseName } from '@common/rules/personName';
import { isPersonnelNo } from '@common/rules/personnelNo';
import type { ApprovalState } from '@common/terms';
import { type QueryFilter, Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { literally } from '../../platform/mongo';
import type { Services } from '../services';
import { createApproval } from './approval';
import { type LearnerDoc, learnerModel } from './model';
import { presentRow, presentSelf, sealedTo } from './presenter';
import { createRegistration, type Registration } from './registration';

export interface LearnersService extends Registration {
  decide: ReturnType<typeof createApproval>;
  /** The learner as he sees himself. */
  self(learnerId: string): Promise<LearnerSelf | null>;
  list(
    unitId: string,
    query: { state: ApprovalState | 'all'; q: string; page: number; pageSize: number },
  ): Promise<{ items: LearnerRow[]; total: number }>;
  get(learnerId: string): Promise<LearnerDoc | null>;
  /** Learners by id, with their sealed numbers, for another area's presenter. */
  many(learnerIds: string[]): Promise<Map<string, LearnerDoc>>;
  findByIdNo(idNo: string): Promise<LearnerDoc | null>;
  findByPersonnelNo(personnelNo: string): Promise<LearnerDoc | null>;
  /** Whether the last four characters of the learner's idNo are these. */
  idNoEndsWith(learnerId: string, last4: string): Promise<boolean>;
  /** What his password must not hold: 医通卡号, idNo, birthday, phone. They stay inside the server. */
  passwordTaboos(learnerId: string): Promise<string[]>;
  /** Sends a text to the registered phone; the number stays inside. */
  sendSms(learnerId: string, text: string): Promise<void>;
  /** What he signs in with: 医通卡号, or before approval his idNo, masked. */
  userName(learnerId: string): Promise<string>;
  count(filter: { unitIds?: string[]; state: ApprovalState }): Promise<number>;
}

export function createLearnersService(platform: Platform, services: Services): LearnersService {
  const { mongo, cipher, sms } = platform;
  const Learner = learnerModel(mongo);

  const withNumbers = async (learnerId: string) => {
    const learner = await Learner.findById(learnerId).select('+idNo +phone').lean();
    if (!learner) {
      throw appError('NOT_FOUND');
    }
    return learner;
  };

  function searchBy(q: string): QueryFilter<LearnerDoc> {
    const number = normaliseIdNo(q);
    if (isPersonnelNo(number)) {
      return { personnelNo: number };
    }
    if (checkIdNo(q, '9999-12-31').ok) {
      return { idNoHash: cipher.hash('idNo', number) };
    }
    return q ? { name: { ...literally(normaliseName(q)), $options: 'i' } } : {};
  }

  return {
    ...createRegistration(platform, services),
    decide: createApproval(platform, services),
    async self(learnerId) {
      const learner = await Learner.findById(learnerId).select('+idNo +phone').lean();
      const unit = learner && (await services.regionsUnits.unit(String(learner.unitId)));
      return learner && unit ? presentSelf(cipher, learner, unit) : null;
    },
    async list(unitId, { state, q, page, pageSize }) {
      const ofUnit = { unitId: new Types.ObjectId(unitId) };
      const filter = { ...ofUnit, ...(state !== 'all' && { 'approval.state': state }), ...searchBy(q) };
      const [rows, total] = await Promise.all([
        Learner.find(filter)
          .select('+idNo +phone')
          .sort({ 'approval.submittedAt': 1, _id: 1 })
          .skip((page - 1) * pageSize)
          .limit(pageSize)
          .lean(),
        Learner.countDocuments(filter),
      ]);
      const names = await Learner.aggregate<{ _id: string; count: number }>([
        { $match: { ...ofUnit, name: { $in: rows.map((row) => row.name) } } },
        { $group: { _id: '$name', count: { $sum: 1 } } },
      ]);
      const shared = new Set(names.filter(({ count }) => count > 1).map(({ _id }) => _id));
      return { items: rows.map((row) => presentRow(cipher, row, shared.has(row.name))), total };
    },
    get: async (learnerId) => Learner.findById(learnerId).lean(),
    async many(learnerIds) {
      const found = await Learner.find({ _id: { $in: learnerIds } })
        .select('+idNo +phone')
        .lean();
      return new Map(found.map((learner) => [String(learner._id), learner]));
    },
    findByIdNo: async (idNo) =>
      Learner.findOne({ idNoHash: cipher.hash('idNo', normaliseIdNo(idNo)) }).lean(),
    findByPersonnelNo: async (personnelNo) => Learner.findOne({ personnelNo }).lean(),
    async idNoEndsWith(learnerId, last4) {
      const learner = await withNumbers(learnerId);
      return cipher.open(sealedTo('idNo', learner._id), learner.idNo).endsWith(last4.toUpperCase());
    },
    async passwordTaboos(learnerId) {
      const learner = await withNumbers(learnerId);
      const idNo = cipher.open(sealedTo('idNo', learner._id), learner.idNo);
      const phone = cipher.open(sealedTo('phone', learner._id), learner.phone);
      return [learner.personnelNo ?? '', idNo, idNo.slice(6, 14), phone];
    },
    async sendSms(learnerId, text) {
      const learner = await withNumbers(learnerId);
      await sms.send(cipher.open(sealedTo('phone', learner._id), learner.phone), text);
    },
    async userName(learnerId) {
      const self = await this.self(learnerId);
      return self?.personnelNo ?? `本人身份证号（${self?.idNoMasked ?? ''}）`;
    },
    count: async ({ unitIds, state }) =>
      Learner.countDocuments({ 'approval.state': state, ...(unitIds && { unitId: { $in: unitIds } }) }),
  };
}
