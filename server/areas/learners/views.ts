import type { LearnerSelf } from '@common/contract/learners';
import type { LearnerProfile } from '@common/contract/profile';
import { dayOf } from '@common/rules/shanghaiTime';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { type LearnerDoc, learnerModel } from './model';
import type { Photos } from './photos';
import { PRESENT } from './policy';
import { type Around, presentProfile, presentSelf } from './presenter';

/** A learner as he sees himself; nobody where he closed his account. */
export interface Views {
  self(learnerId: string): Promise<LearnerSelf | null>;
  /** Everything of him, the five pages and his history. @throws AppError NOT_FOUND. */
  profile(learnerId: string): Promise<LearnerProfile>;
  /** What he signs in with: 医通卡号, or before approval his idNo, masked. */
  userName(learnerId: string): Promise<string>;
}

export function createViews(
  { mongo, cipher, clock }: Platform,
  services: Services,
  photos: Photos,
): Views & { selfOf(learner: LearnerDoc): Promise<LearnerSelf> } {
  const Learner = learnerModel(mongo);
  const find = async (learnerId: string) =>
    Learner.findOne({ _id: learnerId, ...PRESENT })
      .select('+idNo +phone')
      .lean();

  async function aroundOf({ _id, unitId, photoId }: LearnerDoc): Promise<Around> {
    return {
      unit: unitId ? await services.regionsUnits.unit(String(unitId)) : null,
      // Once he has a unit the request has done its work.
      unitRequest: unitId ? null : await services.regionsUnits.requestOf(String(_id)),
      photoUrl: photos.url(photoId),
    };
  }
  const selfOf = async (learner: LearnerDoc) => presentSelf(cipher, learner, await aroundOf(learner));

  async function self(learnerId: string): Promise<LearnerSelf | null> {
    const learner = await find(learnerId);
    return learner && selfOf(learner);
  }

  return {
    selfOf,
    self,
    async profile(learnerId) {
      const learner = await find(learnerId);
      if (!learner) {
        throw appError('NOT_FOUND');
      }
      const former = (learner.formerUnits ?? []).map(({ unitId }) => String(unitId));
      const [around, units] = await Promise.all([aroundOf(learner), services.regionsUnits.units(former)]);
      return presentProfile(cipher, learner, {
        ...around,
        unitNames: new Map([...units].map(([id, { name }]) => [id, name])),
        today: dayOf(clock.now()),
      });
    },
    async userName(learnerId) {
      const { personnelNo, idNoMasked } = (await self(learnerId)) ?? {};
      return personnelNo ?? `本人身份证号（${idNoMasked ?? ''}）`;
    },
  };
}
