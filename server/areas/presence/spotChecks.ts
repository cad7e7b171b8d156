import type { SpotCheckView } from '@common/contract/presence';
import type { Place } from '@common/contract/shapes';
import { currentPeriod } from '@common/rules/periods';
import { formatTime } from '@common/rules/shanghaiTime';
import { drawSome, SPOT_CHECK_GRACE_MS, SPOT_CHECK_MS, takesAnswer } from '@common/rules/spotCheck';
import { isValidObjectId, Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate, type Paging, pageOf } from '../../platform/mongo';
import { insistApproved } from '../activities/policy';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { type SpotCheckDoc, spotCheckModel } from './model';
import { insistTime } from './policy';
import { isOver, presentSpotCheck } from './presenter';
import type { Roll } from './roll';

/** What an answer is taken with, as evidence. */
interface Answer {
  deviceId?: string;
  place?: Place;
}

export interface SpotChecks {
  /**
   * 点名: draws so many of those who are here and could answer on a phone, and tells them.
   * @throws AppError ACTIVITY_NOT_APPROVED, OUTSIDE_HOLDING_PERIOD, SPOT_CHECK_RUNNING, NOBODY_PRESENT.
   */
  start(full: FullActivity, persons: number, startedBy: string): Promise<SpotCheckView>;
  /** The latest first. */
  list(full: FullActivity, paging: Paging): Promise<{ items: SpotCheckView[]; total: number }>;
  /** What waits for a learner's answer now. */
  waitingFor(learnerId: string): Promise<SpotCheckDoc | null>;
  /** Answers when he confirmed first; again it changes nothing. @throws AppError NOT_FOUND, SPOT_CHECK_OVER. */
  confirm(learnerId: string, spotCheckId: string, answer: Answer): Promise<Date>;
  /** Who was asked and did not answer in time, for the doubts. */
  missedSpotChecks(activityId: string): Promise<{ learnerId: string; at: Date }[]>;
}

export function createSpotChecks(platform: Platform, services: Services, roll: Roll): SpotChecks {
  const { mongo, clock, random, cipher } = platform;
  const SpotCheck = spotCheckModel(mongo);
  const oid = (id: string) => new Types.ObjectId(id);

  async function present(full: FullActivity, checks: SpotCheckDoc[]): Promise<SpotCheckView[]> {
    const ids = new Set(checks.flatMap(({ asked }) => asked.map(({ learnerId }) => String(learnerId))));
    const people = await services.learners.briefs([...ids]);
    const unitNameOf = await services.regionsUnits.unitNamesOf(people.values());
    const { checkIn } = await services.regionsUnits.settings(full.unit.regionCode);
    const { point } = full.activity;
    const venue = point && checkIn.placeMetres > 0 ? { point, metres: checkIn.placeMetres } : null;
    return checks.map((check) => presentSpotCheck(check, { people, unitNameOf }, venue, clock.now()));
  }

  /** The index lets one run: what is over makes room for the next. */
  async function clearTheWay(activityId: Types.ObjectId): Promise<void> {
    const running = await SpotCheck.findOne({ activityId, running: true }).lean();
    if (running && isOver(running, clock.now())) {
      await SpotCheck.updateOne({ _id: running._id }, { $unset: { running: 1 } });
    }
  }

  async function tell(check: SpotCheckDoc, { project }: FullActivity): Promise<void> {
    await services.notifications.tellMany(
      check.asked.map(({ learnerId }) => ({
        learnerId: String(learnerId),
        key: `spot-check-${check._id}-${learnerId}`,
      })),
      {
        kind: 'checkIn',
        title: '点名：请确认您在现场',
        lines: [project.name, `请在 ${formatTime(check.until.getTime())} 前打开小程序，点“我在现场”。`],
        page: 'venue/spot-check/index',
        isUrgent: true,
      },
    );
  }

  return {
    async start(full, persons, startedBy) {
      const { _id: activityId } = full.activity;
      const now = clock.now();
      insistApproved(full.activity, '该活动尚未审核通过，不能点名');
      insistTime(full, currentPeriod(now, periodsOf(full.activity)) !== null, '点名');
      await clearTheWay(activityId);
      const hall = (await roll(full)).filter(({ state, isApproved }) => state === 'here' && isApproved);
      if (hall.length === 0) {
        throw appError('NOBODY_PRESENT');
      }
      const check: SpotCheckDoc = {
        _id: new Types.ObjectId(),
        activityId,
        startedAt: new Date(now),
        until: new Date(now + SPOT_CHECK_MS),
        startedBy,
        asked: drawSome(hall, persons, (n) => random.int(n)).map(({ learnerId }) => ({
          learnerId: oid(learnerId),
        })),
        running: true,
      };
      await SpotCheck.create([check]).catch((error: unknown) => {
        throw isDuplicate(error) ? appError('SPOT_CHECK_RUNNING') : error;
      });
      await tell(check, full);
      const [view] = await present(full, [check]);
      return view as SpotCheckView;
    },
    async list(full, paging) {
      const filter = { activityId: full.activity._id };
      const { rows, total } = await pageOf(SpotCheck, filter, { startedAt: -1, _id: -1 }, paging);
      return { items: await present(full, rows), total };
    },
    async waitingFor(learnerId) {
      const now = new Date(clock.now());
      const asked = { $elemMatch: { learnerId: oid(learnerId), confirmedAt: { $exists: false } } };
      // Of two halls at once the one that ends first.
      return SpotCheck.findOne({ 'asked.learnerId': oid(learnerId), until: { $gt: now }, asked })
        .sort({ until: 1 })
        .lean();
    },
    async confirm(learnerId, spotCheckId, { deviceId, place }) {
      const mine = { _id: spotCheckId, 'asked.learnerId': oid(learnerId) };
      const check = isValidObjectId(spotCheckId) ? await SpotCheck.findOne(mine).lean() : null;
      if (!check) {
        throw appError('NOT_FOUND');
      }
      const now = clock.now();
      if (takesAnswer(check.until.getTime(), now)) {
        await SpotCheck.updateOne(
          {
            _id: check._id,
            asked: { $elemMatch: { learnerId: oid(learnerId), confirmedAt: { $exists: false } } },
          },
          {
            $set: {
              'asked.$.confirmedAt': new Date(now),
              ...(deviceId && { 'asked.$.device': cipher.hash('device', deviceId) }),
              ...(place && { 'asked.$.place': place }),
            },
          },
        );
      }
      const kept = await SpotCheck.findOne(mine).lean();
      const own = kept?.asked.find((one) => String(one.learnerId) === learnerId);
      if (!own?.confirmedAt) {
        throw appError('SPOT_CHECK_OVER');
      }
      return own.confirmedAt;
    },
    async missedSpotChecks(activityId) {
      const before = new Date(clock.now() - SPOT_CHECK_GRACE_MS);
      const over = await SpotCheck.find({ activityId: oid(activityId), until: { $lt: before } })
        .sort({ startedAt: 1 })
        .lean();
      return over.flatMap(({ asked, startedAt }) =>
        asked
          .filter(({ confirmedAt }) => !confirmedAt)
          .map(({ learnerId }) => ({ learnerId: String(learnerId), at: startedAt })),
      );
    },
  };
}
