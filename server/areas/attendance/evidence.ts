import type { FoundDoubt } from '@common/rules/doubtFindings';
import { type DoubtSwipe, findDoubts, TWO_VENUES_MS } from '@common/rules/doubts';
import { placeVerdict } from '@common/rules/placeVerdict';
import { isSameVenue, type Venue } from '@common/rules/sameVenue';
import type { FullActivity } from '../activities/service';
import type { CheckInDoc } from '../check-ins/model';
import type { Services } from '../services';

/** The doubts of an activity, with the check-ins and activities that their facts name. */
export interface Evidence {
  doubts: FoundDoubt[];
  /** By id: of the activity, and of its learners elsewhere. */
  swipes: Map<string, CheckInDoc>;
  /** The others. */
  activities: Map<string, FullActivity>;
}

/** Gathers all that `findDoubts` looks at. */
export function createEvidence(services: Services) {
  /** Check-ins of the same learners about the same time, where it is another venue. */
  async function elsewhere(full: FullActivity, swipes: readonly CheckInDoc[]) {
    const [first, last] = [swipes[0], swipes.at(-1)];
    if (!first || !last) {
      return { rows: [], activities: new Map<string, FullActivity>() };
    }
    const learnerIds = [...new Set(swipes.map(({ learnerId }) => String(learnerId)))];
    const found = await services.checkIns.elsewhere(
      String(full.activity._id),
      learnerIds,
      first.at.getTime() - TWO_VENUES_MS,
      last.at.getTime() + TWO_VENUES_MS,
    );
    const ids = [...new Set(found.map(({ activityId }) => String(activityId)))];
    const activities = ids.length > 0 ? await services.activities.many(ids) : new Map<string, FullActivity>();
    const rows = found.filter(({ activityId }) => {
      const other = activities.get(String(activityId));
      return other && !isSameVenue(venueOf(full), venueOf(other));
    });
    return { rows, activities };
  }

  return async function gather(full: FullActivity): Promise<Evidence> {
    const activityId = String(full.activity._id);
    const [swipes, settings, missed, otherWechats] = await Promise.all([
      services.checkIns.ofActivity(activityId),
      services.regionsUnits.settings(full.unit.regionCode),
      services.presence.missedSpotChecks(activityId),
      services.walkIns.otherWechats(activityId),
    ]);
    const others = await elsewhere(full, swipes);
    const { placeMetres } = settings.checkIn;
    const doubts = findDoubts({
      swipes: swipes.map((row) => doubtSwipe(row, full, placeMetres)),
      elsewhere: others.rows.map(({ _id, learnerId, at, method }) => ({
        id: String(_id),
        learnerId: String(learnerId),
        at: at.getTime(),
        method,
      })),
      missedSpotChecks: missed.map(({ learnerId, at }) => ({ learnerId, at: at.getTime() })),
      otherWechats,
    });
    return {
      doubts,
      swipes: new Map([...swipes, ...others.rows].map((row) => [String(row._id), row])),
      activities: others.activities,
    };
  };
}

/** As `isSameVenue` takes it. */
const venueOf = ({ activity }: FullActivity): Venue => ({
  unitId: String(activity.unitId),
  address: activity.address,
  point: activity.point,
});

function doubtSwipe(row: CheckInDoc, { activity }: FullActivity, placeMetres: number): DoubtSwipe {
  const { place, displayId, slot } = row;
  return {
    id: String(row._id),
    learnerId: String(row.learnerId),
    at: row.at.getTime(),
    method: row.method,
    device: row.device,
    network: row.network,
    // The time of one that came late is by the phone's clock: it cannot tell how old a code was.
    ...(displayId && !row.claim.startsWith('late:') && { displayId: String(displayId), slot }),
    isFar:
      placeMetres > 0 &&
      Boolean(place && activity.point && placeVerdict(place, activity.point, placeMetres).verdict === 'far'),
  };
}
