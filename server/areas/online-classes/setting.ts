import type { ParsedInputOf } from '@common/contract/endpoint';
import type { OnlineClass, onlineClasses } from '@common/contract/onlineClasses';
import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { onlineClassModel, onlineWatchingModel } from './model';
import { insistOnline, insistVideo } from './policy';
import { presentClass } from './presenter';

type Given = Omit<ParsedInputOf<typeof onlineClasses.setOnlineClass>, 'activityId'>;
type Listed = OnlineClass & { learners: number; finished: number };

export interface Setting {
  /** Those of an activity, in the order of its courses, with how many began and finished. */
  list(full: FullActivity): Promise<Listed[]>;
  /**
   * Sets a course; without an address it is no online class any more, and what was watched stays.
   * @throws AppError MOVE_REFUSED, NOT_FOUND, INVALID_INPUT.
   */
  set(full: FullActivity, given: Given): Promise<OnlineClass | null>;
}

export function createSetting({ mongo }: Platform, services: Services): Setting {
  const Class = onlineClassModel(mongo);
  const Watching = onlineWatchingModel(mongo);

  return {
    async list(full) {
      const classes = await Class.find({ activityId: full.activity._id }).lean();
      const counts = await Watching.aggregate<{ _id: Types.ObjectId; learners: number; finished: number }>([
        { $match: { courseId: { $in: classes.map(({ courseId }) => courseId) } } },
        {
          $group: {
            _id: '$courseId',
            learners: { $sum: 1 },
            finished: { $sum: { $cond: ['$state.isDone', 1, 0] } },
          },
        },
      ]);
      const countOf = new Map(counts.map((count) => [String(count._id), count]));
      const byCourse = new Map(classes.map((doc) => [String(doc.courseId), doc]));
      return full.activity.courses.flatMap(({ _id }) => {
        const doc = byCourse.get(String(_id));
        const { learners = 0, finished = 0 } = countOf.get(String(_id)) ?? {};
        return doc ? [{ ...presentClass(full, doc), learners, finished }] : [];
      });
    },
    async set(full, { courseId, videoUrl, requiredSeconds, prompts }) {
      insistOnline(full);
      services.activities.course(full.activity, courseId);
      const ofCourse = { courseId: new Types.ObjectId(courseId) };
      if (videoUrl === '') {
        await Class.deleteOne(ofCourse);
        return null;
      }
      insistVideo(videoUrl);
      const doc = await Class.findOneAndUpdate(
        ofCourse,
        { $set: { activityId: full.activity._id, videoUrl, requiredSeconds, prompts } },
        { upsert: true, returnDocument: 'after' },
      ).lean();
      return presentClass(full, doc);
    },
  };
}
