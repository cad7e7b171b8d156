import { MAIN_ACCOUNT } from '../../platform/officialAccounts';

interface Audience {
  key: string;
  /** GB/T 2260, empty for the whole country. */
  regionCode: string;
}

/**
 * Accounts in the order in which a learner of this region should be told: the one of his county before his city's before his
 * province's, then the main one, then the others that he follows all the same.
 */
export function nearestFirst<A extends Audience>(accounts: readonly A[], regionCode: string): A[] {
  const nearness = ({ key, regionCode: audience }: Audience) => {
    const isHis = audience !== '' && regionCode.startsWith(audience);
    return isHis ? audience.length : key === MAIN_ACCOUNT ? 0 : -1;
  };
  return [...accounts].sort((a, b) => nearness(b) - nearness(a));
}
