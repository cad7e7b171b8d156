import { PRIVACY_VERSION } from '@common/privacy';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { learnerModel } from './model';
import { PRESENT } from './policy';

/** 同意记录: which version of 个人信息处理说明 a learner agreed to, and when. */
export interface Consents {
  /** The latest first. */
  consents(learnerId: string): Promise<{ version: string; at: Date }[]>;
  /** Agrees to the version in force; a second time changes nothing. @throws AppError PRIVACY_CHANGED for another version. */
  agree(learnerId: string, version: string): Promise<void>;
}

/** @throws AppError PRIVACY_CHANGED where what was agreed to is not what is in force. */
export function insistOnPrivacy(version: string): void {
  if (version !== PRIVACY_VERSION) {
    throw appError('PRIVACY_CHANGED', { field: 'privacyVersion' });
  }
}

export function createConsents({ mongo, clock }: Platform): Consents {
  const Learner = learnerModel(mongo);

  return {
    async consents(learnerId) {
      const learner = await Learner.findOne({ _id: learnerId, ...PRESENT }, { consents: 1 }).lean();
      if (!learner) {
        throw appError('NOT_FOUND');
      }
      return [...(learner.consents ?? [])].reverse();
    },
    async agree(learnerId, version) {
      insistOnPrivacy(version);
      await Learner.updateOne(
        { _id: learnerId, 'consents.version': { $ne: version }, ...PRESENT },
        { $push: { consents: { version, at: new Date(clock.now()) } } },
      );
    },
  };
}
