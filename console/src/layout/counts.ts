import { useSyncExternalStore } from 'react';
import { client } from '../api/session';

/** How much waits, for the badges of the navigation. Zero until known, and where a kind of account has none. */
export interface Counts {
  waitingLearners: number;
  waitingTransfers: number;
  waitingCorrections: number;
  waitingCreditings: number;
  waitingUnitRequests: number;
  /** Applications that wait for this account's review. */
  waitingApplications: number;
  /** 举办申请 and changes that wait for this account's review. */
  waitingActivities: number;
  /** 执行情况反馈 that a unit has to hand in, or an authority to review. */
  waitingReports: number;
}

const NONE: Counts = {
  waitingLearners: 0,
  waitingTransfers: 0,
  waitingCorrections: 0,
  waitingCreditings: 0,
  waitingUnitRequests: 0,
  waitingApplications: 0,
  waitingActivities: 0,
  waitingReports: 0,
};
let counts = NONE;
const listeners = new Set<() => void>();

/** Asks the server anew; to be called after anything that changes a count. A failure leaves the badges as they are. */
export async function refreshCounts(role: 'unit' | 'authority'): Promise<void> {
  try {
    const overview: Partial<Counts> =
      role === 'unit' ? await client.overview.unitOverview({}) : await client.overview.authorityOverview({});
    counts = {
      waitingLearners: overview.waitingLearners ?? 0,
      waitingTransfers: overview.waitingTransfers ?? 0,
      waitingCorrections: overview.waitingCorrections ?? 0,
      waitingCreditings: overview.waitingCreditings ?? 0,
      waitingUnitRequests: overview.waitingUnitRequests ?? 0,
      waitingApplications: overview.waitingApplications ?? 0,
      waitingActivities: overview.waitingActivities ?? 0,
      waitingReports: overview.waitingReports ?? 0,
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
