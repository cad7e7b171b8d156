import type { Claim } from '@common/contract/checkIns';
import { storage } from './storage';

const KEY = 'claim';

/** A claim waiting for its learner to register or be approved. */
export interface KeptClaim {
  claim: Claim;
  /** When it ends by this phone's clock, ms. */
  until: number;
}

/** How long a claim lives, ms. Taken as a length: the phone's clock may be wrong by hours. */
function lifeOf(claim: Claim): number {
  return Date.parse(claim.expiresAt) - Date.parse(claim.scannedAt);
}

/** The scan that must not be lost to a registration form. */
export const keptClaim = {
  keep(claim: Claim): KeptClaim {
    const kept = { claim, until: Date.now() + lifeOf(claim) };
    storage.set(KEY, kept);
    return kept;
  },
  /** The kept claim while it is good. */
  get(): KeptClaim | undefined {
    const kept = storage.get<KeptClaim>(KEY);
    return kept && kept.until > Date.now() ? kept : undefined;
  },
  drop(): void {
    storage.remove(KEY);
  },
};
