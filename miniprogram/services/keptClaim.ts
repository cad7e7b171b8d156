import type { Claim } from '@common/contract/checkIns';
import type { Place } from '@common/contract/shapes';
import type { ScanMade } from './lateScan';
import { storage } from './storage';

const KEY = 'claim';

/** A claim waiting for its learner to register or be approved, for the place, or for the face. */
export interface KeptClaim {
  claim: Claim;
  /** When it ends by this phone's clock, ms. */
  until: number;
  /** The scan that it came from. */
  scan: ScanMade;
  /** What the check-in wants beside it, once the phone has it. */
  place?: Place;
  faceCheckId?: string;
}

/** How long a claim lives, ms. Taken as a length: the phone's clock may be wrong by hours. */
function lifeOf(claim: Claim): number {
  return Date.parse(claim.expiresAt) - Date.parse(claim.scannedAt);
}

/** The scan that must not be lost to a registration form. */
export const keptClaim = {
  keep(claim: Claim, scan: ScanMade): KeptClaim {
    const kept = { claim, until: Date.now() + lifeOf(claim), scan };
    storage.set(KEY, kept);
    return kept;
  },
  /** The same claim with more of what its check-in wants. */
  add(kept: KeptClaim, more: Pick<KeptClaim, 'place' | 'faceCheckId'>): KeptClaim {
    const fuller = { ...kept, ...more };
    storage.set(KEY, fuller);
    return fuller;
  },
  /** The kept claim while it is good. */
  get(): KeptClaim | undefined {
    const kept = storage.get<KeptClaim>(KEY);
    return kept && kept.until > Date.now() ? kept : undefined;
  },
  /** @param scanKey Only if it came from this scan. */
  drop(scanKey?: string): void {
    if (scanKey === undefined || storage.get<KeptClaim>(KEY)?.scan.key === scanKey) {
      storage.remove(KEY);
    }
  },
};
