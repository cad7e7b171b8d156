import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { LearnerDoc } from '../learners/model';
import { maskedIdNo } from '../learners/presenter';
import type { Services } from '../services';

/** Who is named on a paper. */
export interface Holder {
  learner: LearnerDoc;
  name: string;
  idNoMasked: string;
  /** 医通卡号; empty where he never had one. */
  personnelNo: string;
  /** Of today; empty for who has none. */
  unitName: string;
}

export interface Holders {
  /** By the learner's id; of a closed account there is no more than 已注销. */
  many(learnerIds: string[]): Promise<Map<string, Holder>>;
  /** @throws AppError NOT_FOUND. */
  one(learnerId: unknown): Promise<Holder>;
  /** What units are called, by id; of those that are gone nothing. */
  unitNames(unitIds: readonly unknown[]): Promise<(unitId: unknown) => string>;
}

export function createHolders({ cipher }: Platform, services: Services): Holders {
  async function unitNames(unitIds: readonly unknown[]) {
    return services.regionsUnits.unitNamesOf(unitIds.map((unitId) => ({ unitId: unitId ?? undefined })));
  }

  async function many(learnerIds: string[]) {
    const learners = await services.learners.many([...new Set(learnerIds)]);
    const nameOf = await unitNames([...learners.values()].map(({ unitId }) => unitId));
    return new Map(
      [...learners].map(([id, learner]) => [
        id,
        {
          learner,
          name: learner.name,
          idNoMasked: maskedIdNo(cipher, learner),
          personnelNo: learner.personnelNo ?? '',
          unitName: nameOf(learner.unitId),
        },
      ]),
    );
  }

  return {
    many,
    unitNames,
    async one(learnerId) {
      const holder = (await many([String(learnerId)])).get(String(learnerId));
      if (!holder) {
        throw appError('NOT_FOUND');
      }
      return holder;
    },
  };
}
