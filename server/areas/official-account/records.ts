import { refusalWords } from '@common/rules/refusalWords';
import { dayOf } from '@common/rules/shanghaiTime';
import { AppError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { OfficialAccountSettings } from '../../platform/officialAccounts';
import { periodsOf } from '../activities/presenter';
import type { Services } from '../services';
import type { CommandPorts } from './commandPorts';

/** How many missing credits are explained in one answer: each is a dozen look-ups. */
const EXPLAINED = 3;
const REFUSED = 5;

/** The other areas' services as the commands of an account need them. */
export function recordsOf(
  { clock }: Pick<Platform, 'clock'>,
  services: Services,
  account: OfficialAccountSettings,
): CommandPorts {
  async function unitOf(learnerId: string) {
    const learner = await services.learners.get(learnerId);
    return learner?.unitId ? services.regionsUnits.unit(String(learner.unitId)) : null;
  }

  const regionOf = async (learnerId: string | null) =>
    (learnerId ? (await unitOf(learnerId))?.regionCode : undefined) ?? account.regionCode;

  /** When each activity began (ms) that he signed into, enrolled for or scanned at, and has no reviewed credit of. */
  async function lacking(learnerId: string): Promise<Map<string, number>> {
    const now = clock.now();
    const [activities, enrolments, { held, refused }] = await Promise.all([
      services.activities.mine(learnerId),
      services.enrolments.ofLearner(learnerId),
      services.checkIns.uncountedOf(learnerId),
    ]);
    const began = new Map<string, number>();
    for (const { activityId, at } of [...held, ...refused]) {
      if (activityId) {
        began.set(String(activityId), at.getTime());
      }
    }
    for (const { enrolment, full } of enrolments) {
      const from = Math.min(...periodsOf(full.activity).map((period) => period.from));
      if (enrolment.state === 'enrolled' && full.activity.state === 'approved' && dayOf(from) <= dayOf(now)) {
        began.set(String(full.activity._id), from);
      }
    }
    for (const { id, from, stages } of activities.filter(({ checkIns }) => checkIns.length > 0)) {
      // The last stage is the review.
      if (stages.at(-1)?.state === 'done') {
        began.delete(id);
      } else {
        began.set(id, Date.parse(from));
      }
    }
    return began;
  }

  return {
    account: account.key,
    unitName: async (learnerId) => (await unitOf(learnerId))?.name ?? null,
    release: async (openid) => services.bindings.release(account.key, openid),
    activities: async (learnerId) => services.activities.mine(learnerId),
    async missing(learnerId) {
      const latest = [...(await lacking(learnerId))].sort(([, a], [, b]) => b - a);
      const items = await Promise.all(
        latest.slice(0, EXPLAINED).map(async ([activityId]) =>
          services.credits.whyMissing(learnerId, activityId).catch((error: unknown) => {
            // Withdrawn meanwhile: there is nothing to explain.
            if (error instanceof AppError && error.code === 'NOT_FOUND') {
              return null;
            }
            throw error;
          }),
        ),
      );
      return { items: items.filter((item) => item !== null), total: latest.length };
    },
    async scans(learnerId) {
      const [due, { held, refused }] = await Promise.all([
        services.checkIns.dueToday({ learnerId }),
        services.checkIns.uncountedOf(learnerId),
      ]);
      const rows = [
        ...refused.map(({ activityId, at, reason }) => ({ activityId, at, reason: refusalWords(reason) })),
        ...held
          .filter(({ state }) => state === 'refused')
          .map(({ activityId, at, reason }) => ({
            activityId,
            at,
            reason: `举办单位未予确认${reason ? `：${reason}` : ''}`,
          })),
      ]
        .sort((a, b) => b.at.getTime() - a.at.getTime())
        .slice(0, REFUSED);
      const fulls = await services.activities.many(
        rows.flatMap(({ activityId }) => (activityId ? [String(activityId)] : [])),
      );
      return {
        due,
        refused: rows.map(({ activityId, at, reason }) => ({
          activityName: (activityId && fulls.get(String(activityId))?.project.name) ?? '',
          at: at.getTime(),
          reason,
        })),
      };
    },
    async published(kind, learnerId, limit, words) {
      const { items, total } = await services.notices.published(
        kind,
        await regionOf(learnerId),
        limit,
        words,
      );
      return {
        items: items.map((item) => ({ ...item, url: services.notices.addressOf(item.noticeId) })),
        total,
      };
    },
    standards: async (learnerId, year) => services.standards.inForce(await regionOf(learnerId), year),
  };
}
