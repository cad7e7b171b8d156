import type { Watching } from '@common/contract/onlineClasses';
import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { createEntering } from './entering';
import { onlineWatchingModel } from './model';
import { presentWatching } from './presenter';
import { createSetting, type Setting } from './setting';
import { createStudying, type Studying } from './studying';

export interface OnlineClassesService extends Setting, Studying {
  /** A learner's classes with their periods: those that can be followed now first. */
  mine(learnerId: string): Promise<(Watching & { activityId: string; from: string; to: string })[]>;
}

/** 线上课程: watch time and random questions as 签到 and 撤离. */
export function createOnlineClassesService(platform: Platform, services: Services): OnlineClassesService {
  const { mongo, clock } = platform;
  const Row = onlineWatchingModel(mongo);
  const entering = createEntering(platform, services);
  return {
    ...createSetting(platform, services),
    ...createStudying(platform, services, entering),
    async mine(learnerId) {
      const open = await entering.of(learnerId);
      const rows = await Row.find({
        learnerId: new Types.ObjectId(learnerId),
        courseId: { $in: open.map(({ doc }) => doc.courseId) },
      }).lean();
      const byCourse = new Map(rows.map((row) => [String(row.courseId), row]));
      return open.map(({ full, doc, period }) => ({
        ...presentWatching(full, doc, byCourse.get(String(doc.courseId)) ?? null, clock.now()),
        activityId: String(full.activity._id),
        from: new Date(period.from).toISOString(),
        to: new Date(period.to).toISOString(),
      }));
    },
  };
}
