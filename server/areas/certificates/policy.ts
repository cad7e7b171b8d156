import { dayOf } from '@common/rules/shanghaiTime';
import { appError } from '../../http/errors';
import type { CreditStanding } from '../credits/ledger';

/** A certificate is of a reviewed credit. @throws AppError CREDIT_NOT_REVIEWED, for a revoked one saying so. */
export function insistReviewed({ state, revocation }: Pick<CreditStanding, 'state' | 'revocation'>): void {
  if (revocation) {
    throw appError('CREDIT_NOT_REVIEWED', {
      message: `该学分已于${dayOf(revocation.grantedAt.getTime())}撤销，证书随之作废`,
    });
  }
  if (state !== 'reviewed') {
    throw appError('CREDIT_NOT_REVIEWED');
  }
}

/** What counts on a statement and in a booklet. */
export const isReviewed = ({ state }: Pick<CreditStanding, 'state'>) => state === 'reviewed';
/** What will count once it is reviewed. */
export const isPending = ({ state }: Pick<CreditStanding, 'state'>) =>
  state === 'pending' || state === 'returned';
