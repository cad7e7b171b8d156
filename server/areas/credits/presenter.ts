import type { CreditRow, CreditSummary } from '@common/contract/credits';
import { creditsByLevel, creditTotals } from '@common/rules/credits';
import { spanOf } from '@common/rules/periods';
import { dayOf } from '@common/rules/shanghaiTime';
import { periodsOf } from '../activities/presenter';
import type { CreditStanding } from './standings';

/** One line of 学分情况查询. */
export function presentCredit({ entry, full, review, revocation, state }: CreditStanding): CreditRow {
  const { activity, project, unit } = full;
  const held = spanOf(periodsOf(activity));
  return {
    id: String(entry._id),
    activityId: String(activity._id),
    activityDate: entry.activityDate,
    startedOn: dayOf(held.from),
    endedOn: dayOf(held.to),
    projectNumber: project.number,
    activityName: project.name,
    unitName: unit.name,
    level: entry.level,
    discipline: project.discipline,
    creditClass: entry.creditClass,
    role: entry.role,
    credits: entry.credits,
    minutes: entry.minutes,
    state,
    reviewed: state === 'reviewed',
    waitingFor: revocation ? null : review.waitingFor,
    opinion: opinionOf({ review, revocation, state }),
  };
}

/** 审核意见: why it was revoked, or why its batch was returned. */
export function opinionOf({
  review,
  revocation,
  state,
}: Pick<CreditStanding, 'review' | 'revocation' | 'state'>): string | null {
  if (revocation) {
    return revocation.reason ?? null;
  }
  return state === 'returned' ? review.returnReason : null;
}

/** Every line that counts: a grant and what revoked it add up to nothing. */
const linesOf = (standings: readonly CreditStanding[]) =>
  standings.flatMap(({ entry, review, revocation }) =>
    [entry, ...(revocation ? [revocation] : [])].map((line) => ({ ...line, reviewed: review.reviewed })),
  );

export const totalsOf = (standings: readonly CreditStanding[]) => creditTotals(linesOf(standings));

export const byLevelOf = (standings: readonly CreditStanding[]): CreditSummary['byLevel'] =>
  creditsByLevel(linesOf(standings));
