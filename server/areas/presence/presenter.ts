import type { PresenceRow, SpotCheckView } from '@common/contract/presence';
import type { Point } from '@common/rules/distance';
import { metresInWords, placeVerdict } from '@common/rules/placeVerdict';
import { isSpotCheckOver, sameDevice } from '@common/rules/spotCheck';
import type { LearnerBrief } from '../learners/lookups';
import type { AskedDoc, SpotCheckDoc } from './model';
import type { Present } from './roll';

/** What a person of 点名 is called by, by learner. */
export interface Names {
  people: Map<string, LearnerBrief>;
  unitNameOf(unitId: unknown): string;
}

export const presentPerson = (one: Present): PresenceRow => ({
  learnerId: one.learnerId,
  name: one.name,
  unitName: one.unitName,
  department: one.department,
  state: one.state,
  lastAt: one.lastAt?.toISOString() ?? null,
  isEnrolled: one.isEnrolled,
});

/** Where answers have to come from; null where the authority does not ask for the place, or the venue has no point. */
export type Venue = { point: Point; metres: number } | null;

/** For the unit that asked; who has not answered comes first. */
export function presentSpotCheck(
  check: SpotCheckDoc,
  { people, unitNameOf }: Names,
  venue: Venue,
  now: number,
): SpotCheckView {
  const shared = sameDevice(check.asked);
  const nameOf = ({ learnerId }: AskedDoc) => people.get(String(learnerId))?.name ?? '已注销';
  const remark = (asked: AskedDoc) => {
    const others = shared.get(asked)?.map(nameOf) ?? [];
    const place = venue && asked.place ? placeVerdict(asked.place, venue.point, venue.metres) : null;
    return [
      ...(others.length > 0 ? [`与${others.join('、')}用同一部手机确认`] : []),
      ...(place && place.verdict !== 'near' ? [`确认时距会场约${metresInWords(place.metres)}`] : []),
    ].join('；');
  };
  const asked = [...check.asked].sort(
    (a, b) => (a.confirmedAt?.getTime() ?? 0) - (b.confirmedAt?.getTime() ?? 0),
  );
  return {
    id: String(check._id),
    startedAt: check.startedAt.toISOString(),
    until: check.until.toISOString(),
    msLeft: Math.max(0, check.until.getTime() - now),
    startedBy: check.startedBy,
    asked: asked.length,
    confirmed: asked.filter(({ confirmedAt }) => confirmedAt).length,
    isOver: isOver(check, now),
    people: asked.map((one) => {
      const person = people.get(String(one.learnerId));
      return {
        learnerId: String(one.learnerId),
        name: nameOf(one),
        unitName: unitNameOf(person?.unitId),
        department: person?.department ?? '',
        confirmedAt: one.confirmedAt?.toISOString() ?? null,
        remark: remark(one) || null,
      };
    }),
  };
}

/** Whether nothing more will come of it. */
export const isOver = ({ until, asked }: Pick<SpotCheckDoc, 'until' | 'asked'>, now: number): boolean =>
  isSpotCheckOver(
    {
      until: until.getTime(),
      asked: asked.map(({ confirmedAt }) => ({ hasConfirmed: Boolean(confirmedAt) })),
    },
    now,
  );
