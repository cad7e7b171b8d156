import type { checkIns } from '@common/contract/checkIns';
import type { RawOutputOf } from '@common/contract/endpoint';
import { dueOn } from '@common/rules/dueToday';
import { isoSpanOf, type Period } from '@common/rules/periods';
import { dayOf, startOfDay } from '@common/rules/shanghaiTime';
import { Types } from 'mongoose';
import type { SessionRecord } from '../../http/sessions';
import type { Platform } from '../../platform';
import { courseNameOf, periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import type { Held } from './held';
import type { Hindrances } from './hindrance';
import { type CheckInDoc, checkInModel, type HeldScanDoc, heldScanModel } from './model';

type Item = RawOutputOf<typeof checkIns.dueToday>['items'][number];

/** Whose scans they are. */
type Scanner = Pick<SessionRecord, 'identityId' | 'learnerId'>;

export interface DueToday {
  /** 今天的活动 of a WeChat identity: what is due, and the scans that wait for somebody, of whatever day. */
  dueToday(scanner: Scanner): Promise<Item[]>;
}

const DAY = 24 * 3600_000;

export function createDueToday(
  { mongo, clock }: Platform,
  services: Services,
  { rulesOf, completeHeld }: Pick<Hindrances, 'rulesOf'> & Pick<Held, 'completeHeld'>,
): DueToday {
  const CheckIn = checkInModel(mongo);
  const HeldScan = heldScanModel(mongo);

  /** The periods that the day beginning at `from` (ms) has a part in. */
  const onDay = (periods: readonly Period[], from: number) =>
    periods.filter((period) => period.from < from + DAY && from <= period.to);

  async function enrolledToday(learnerId: string, from: number): Promise<FullActivity[]> {
    const enrolments = await services.enrolments.ofLearner(learnerId);
    return enrolments.flatMap(({ enrolment, full }) =>
      enrolment.state === 'enrolled' &&
      full.activity.state === 'approved' &&
      onDay(periodsOf(full.activity), from).length > 0
        ? [full]
        : [],
    );
  }

  async function waitingOf({ identityId, learnerId }: Scanner): Promise<HeldScanDoc[]> {
    const his = learnerId ? await services.accounts.identities.idsOf(learnerId) : [];
    const ids = [...his, ...(identityId ? [new Types.ObjectId(identityId)] : [])];
    const find = async () =>
      HeldScan.find({ identityId: { $in: ids }, state: 'waiting' })
        .sort({ at: 1 })
        .lean();
    const rows = await find();
    const isUnapproved = rows.some(({ kind }) => kind === 'unapproved');
    if (!learnerId || !isUnapproved) {
      return rows;
    }
    // Approved meanwhile, and a crash came between: now at the latest.
    await completeHeld(learnerId);
    return find();
  }

  async function present(
    full: FullActivity,
    day: string,
    swipes: CheckInDoc[],
    held: HeldScanDoc[],
  ): Promise<Item> {
    const { activity, project } = full;
    const from = startOfDay(day);
    const isOf = ({ activityId }: { activityId: Types.ObjectId }) => activityId.equals(activity._id);
    const all = periodsOf(activity);
    const today = onDay(all, from);
    const shown = today.length > 0 ? today : all;
    const own = swipes.filter(isOf).map(({ direction, at }) => ({ direction, at: at.getTime() }));
    return {
      activityId: String(activity._id),
      activityName: project.name,
      venue: activity.venue,
      ...isoSpanOf(shown),
      due: today.length > 0 ? dueOn(day, all, own, await rulesOf(full)) : [],
      held: held.filter(isOf).map(({ kind, words, at, courseId }) => ({
        kind,
        words,
        at: at.toISOString(),
        courseName: courseNameOf(full, courseId),
      })),
    };
  }

  return {
    async dueToday(scanner) {
      const day = dayOf(clock.now());
      const from = startOfDay(day);
      const { learnerId } = scanner;
      const held = await waitingOf(scanner);
      const [enrolled, swipes] = learnerId
        ? await Promise.all([
            enrolledToday(learnerId, from),
            CheckIn.find({
              learnerId: new Types.ObjectId(learnerId),
              at: { $gte: new Date(from), $lt: new Date(from + DAY) },
            }).lean(),
          ])
        : [[], []];
      const met = await services.activities.many([
        ...new Set([...held, ...swipes].map(({ activityId }) => String(activityId))),
      ]);
      const all = new Map([...enrolled.map((full) => [String(full.activity._id), full] as const), ...met]);
      const items = await Promise.all(
        [...all.values()].map(async (full) => present(full, day, swipes, held)),
      );
      return items.sort((a, b) => (a.from < b.from ? -1 : 1));
    },
  };
}
