import { useSyncExternalStore } from 'react';
import { client } from '../api/session';

/** How much waits, for the badges of the navigation. Zero until known. */
export interface Counts {
  waitingLearners: number;
  waitingCreditings: number;
}

let counts: Counts = { waitingLearners: 0, waitingCreditings: 0 };
const listeners = new Set<() => void>();

/** Asks the server anew; to be called after anything that changes a count. A failure leaves the badges as they are. */
export async function refreshCounts(role: 'unit' | 'authority'): Promise<void> {
  try {
    const overview =
      role === 'unit' ? await client.overview.unitOverview({}) : await client.overview.authorityOverview({});
    counts = {
      waitingLearners: 'waitingLearners' in overview ? overview.waitingLearners : 0,
      waitingCreditings: overview.waitingCreditings,
    };
    for (const listener of listeners) {
      listener();
    }
  } catch {
    // A badge is no reason to disturb anyone.
  }
}

/** The counts, kept current. */
export function useCounts(): Counts {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => counts,
  );
}
