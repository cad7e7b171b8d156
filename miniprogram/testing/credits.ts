/** Credits for tests, granted by 漯河市中心医院. All invented. */
import type { CreditRow, CreditSummary } from '@common/contract/credits';
import { idOf } from './people';

export const NO_CREDITS: CreditSummary['totals'] = {
  ...{ total: 0, reviewed: 0, pending: 0, classI: 0, classII: 0, other: 0, minutes: 0 },
};

/** The n-th credit, reviewed. */
export function creditOf(n: number, part: Partial<CreditRow> = {}): CreditRow {
  return {
    id: idOf(900 + n),
    activityId: idOf(n),
    activityDate: '2026-11-21',
    startedOn: '2026-11-20',
    endedOn: '2026-11-21',
    projectNumber: '2020-14-02-049 (国)',
    activityName: `学习班${n}`,
    unitName: '漯河市中心医院',
    level: 'national',
    discipline: '护理学/外科护理学',
    creditClass: 'classI',
    role: 'participant',
    credits: 200,
    minutes: 360,
    state: 'reviewed',
    reviewed: true,
    waitingFor: null,
    opinion: null,
    ...part,
  };
}

/** Granted, not reviewed yet. */
export const pendingCredit = (n: number, part: Partial<CreditRow> = {}): CreditRow =>
  creditOf(n, { state: 'pending', reviewed: false, waitingFor: '漯河市卫生健康委员会', ...part });

/** A year without credits, unless a test says otherwise. */
export function summaryOf(part: Partial<CreditSummary> = {}): CreditSummary {
  const year = new Date().getFullYear();
  return { year, years: [year], required: 2500, totals: NO_CREDITS, byLevel: [], items: [], ...part };
}
