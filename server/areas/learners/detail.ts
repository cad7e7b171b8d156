import type { OutputOf } from '@common/contract/endpoint';
import type { learners } from '@common/contract/learners';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import type { Corrections } from './corrections';
import { isKnown } from './list';
import { learnerModel } from './model';
import { type ByUnit, doneByUnit, ofUnit } from './policy';
import { maskedNumbers, sealedTo } from './presenter';
import type { Views } from './views';

/** One of the unit's people in full. Each opening is written down, and he can see it. */
export interface Detail {
  /** @throws AppError NOT_FOUND. */
  learnerDetail(by: ByUnit, learnerId: string): Promise<OutputOf<typeof learners.learnerDetail>>;
  /** The whole numbers. @throws AppError NOT_FOUND. */
  revealNumbers(by: ByUnit, learnerId: string): Promise<{ idNo: string; phone: string }>;
}

const SAME_NAMES = 20;

export function createDetail(
  { mongo, cipher }: Platform,
  services: Services,
  parts: { views: Views; corrections: Corrections },
): Detail {
  const Learner = learnerModel(mongo);

  async function find(unitId: string, learnerId: string) {
    const learner = await Learner.findOne({ _id: learnerId, ...ofUnit(unitId) })
      .select('+idNo +phone')
      .lean();
    if (!learner) {
      throw appError('NOT_FOUND');
    }
    return learner;
  }

  return {
    async learnerDetail(by, learnerId) {
      const learner = await find(by.unitId, learnerId);
      // First the log: what cannot be written down is not shown.
      await services.audit.append(doneByUnit(by, 'learner.read', learnerId));
      const [profile, known, corrections, sameName] = await Promise.all([
        parts.views.profile(learnerId),
        services.regionsUnits.departmentNames(by.unitId),
        parts.corrections.ofLearner(learnerId),
        Learner.find({ ...ofUnit(by.unitId), name: learner.name, _id: { $ne: learner._id } })
          .select('+idNo +phone')
          .limit(SAME_NAMES)
          .lean(),
      ]);
      return {
        ...profile,
        sameName: sameName.map((other) => ({
          id: String(other._id),
          idNoMasked: maskedNumbers(cipher, other).idNoMasked,
          department: other.department,
          title: other.title,
          state: other.approval.state,
        })),
        isDepartmentKnown: isKnown(learner.department, known),
        corrections,
      };
    },
    async revealNumbers(by, learnerId) {
      const { _id, idNo, phone } = await find(by.unitId, learnerId);
      await services.audit.append(doneByUnit(by, 'learner.numbers-read', learnerId));
      return {
        idNo: cipher.open(sealedTo('idNo', _id), idNo),
        phone: cipher.open(sealedTo('phone', _id), phone),
      };
    },
  };
}
