import { useSyncExternalStore } from 'react';
import type { LateScans } from '@/services/lateScanStore';
import { lateScans } from '@/services/lateScans';

/** The scans that this phone keeps, followed. */
export function useLateScans(): LateScans {
  return useSyncExternalStore(lateScans.subscribe, lateScans.snapshot);
}
