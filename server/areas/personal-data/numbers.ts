import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { sealedTo } from '../learners/presenter';
import type { Services } from '../services';

/** A learner's own idNo and phone in full: for himself and nobody else. @throws AppError NOT_FOUND once he has closed his account. */
export async function ownNumbers(
  { cipher }: Platform,
  services: Services,
  learnerId: string,
): Promise<{ idNo: string; phone: string }> {
  const learner = (await services.learners.many([learnerId])).get(learnerId);
  if (!learner || learner.closedAt) {
    throw appError('NOT_FOUND');
  }
  return {
    idNo: cipher.open(sealedTo('idNo', learner._id), learner.idNo),
    phone: cipher.open(sealedTo('phone', learner._id), learner.phone),
  };
}
