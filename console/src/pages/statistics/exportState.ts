import type { ExportJob } from '@common/contract/exports';

export const isGoingOn = ({ state }: Pick<ExportJob, 'state'>) => state === 'waiting' || state === 'running';

/** How far it is, 0–100; what is not known yet is shown as nearly nothing, and only what is done as all. */
export function percentOf({ state, rows, total }: Pick<ExportJob, 'state' | 'rows' | 'total'>): number {
  if (state === 'done') {
    return 100;
  }
  return total ? Math.min(99, Math.floor((rows / total) * 100)) : 1;
}
