import type { crediting } from '@common/contract/crediting';
import type { ParsedInputOf } from '@common/contract/endpoint';
import { appError } from '../../http/errors';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import type { By } from './by';
import type { Granted, Granting } from './granting';

export interface Manual {
  /**
   * 手工授分 of what could not be scanned (manual 001 §三(三)1: 线上培训), each with a reason; the authority must have looked at it.
   * @throws AppError LEARNER_UNKNOWN at the person, NOTHING_TO_CREDIT, ACTIVITY_NOT_APPROVED, INVALID_INPUT.
   */
  grantManually(
    full: FullActivity,
    given: Omit<ParsedInputOf<typeof crediting.grantManually>, 'activityId'>,
    by: By,
  ): Promise<Granted>;
}

export function createManual(
  services: Services,
  granting: Pick<Granting, 'grantTo' | 'insistGrantable'>,
): Manual {
  return {
    async grantManually(full, { persons, activityDate }, by) {
      granting.insistGrantable(full, activityDate);
      const ids = persons.map(({ learnerId }) => learnerId);
      const [learners, present] = await Promise.all([
        services.learners.briefs(ids),
        services.learners.presentOf(ids),
      ]);
      const unknown = ids.findIndex(
        (id) => !present.has(id) || learners.get(id)?.approval.state !== 'approved',
      );
      if (unknown >= 0) {
        throw appError('LEARNER_UNKNOWN', {
          message: '没有找到这名学员，或还没有通过单位审核',
          field: `persons.${unknown}.learnerId`,
        });
      }
      const { credits, minutes } = full.project;
      const wanted = new Map(
        persons.map(({ learnerId, reason }) => [learnerId, { credits, minutes, reason }]),
      );
      return granting.grantTo({ full, kind: 'manual', activityDate, wanted }, by);
    },
  };
}
