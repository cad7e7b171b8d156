import type { HeldRow, SwipeRow } from '@common/contract/attendance';
import { formatDateTime } from '@common/rules/shanghaiTime';
import { DIRECTIONS, DOUBT_KINDS, type DoubtKind } from '@common/terms';
import { courseNameOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { CheckInDoc, HeldScanDoc } from '../check-ins/model';
import type { Person } from './people';

export function presentSwipe(full: FullActivity, row: CheckInDoc, person: Person): SwipeRow {
  return {
    id: String(row._id),
    learnerId: String(row.learnerId),
    ...person,
    courseName: courseNameOf(full, row.courseId),
    direction: row.direction,
    at: row.at.toISOString(),
    method: row.method,
    reason: row.reason || null,
    by: row.by ?? null,
    metres: metresOf(row),
  };
}

/** `person` is null for a WeChat that nobody has registered with. */
export function presentHeld(full: FullActivity, row: HeldScanDoc, person: Person | null): HeldRow {
  return {
    id: String(row._id),
    kind: row.kind,
    state: row.state,
    name: person?.name ?? '尚未注册',
    unitName: person?.unitName ?? '',
    courseName: courseNameOf(full, row.courseId),
    direction: row.direction,
    at: row.at.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    words: row.words,
    canDecide: row.state === 'waiting' && row.kind !== 'unapproved',
    reason: row.reason || null,
    decidedBy: row.decidedBy ?? null,
  };
}

/** For the log: what was entered, and why. */
export const enteredInWords = ({ project }: FullActivity, row: SwipeRow): string =>
  `${project.name}，${row.courseName}，${DIRECTIONS[row.direction]}，${formatDateTime(Date.parse(row.at))}：${row.reason ?? ''}`;

/** For the log: which doubt was cleared, and why. */
export const clearedInWords = (
  { project }: FullActivity,
  { kind, reason }: { kind: DoubtKind; reason: string },
): string => `${project.name}，${DOUBT_KINDS[kind]}：${reason}`;

/** Whole metres from the venue; null where the phone or the venue has no point. */
export const metresOf = ({ place }: Pick<CheckInDoc, 'place'>): number | null =>
  place?.metres === undefined ? null : Math.round(place.metres);
