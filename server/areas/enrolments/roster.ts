import type { ParsedInputOf } from '@common/contract/endpoint';
import type { EnrolmentRow, enrolments } from '@common/contract/enrolments';
import { formatDateTime } from '@common/rules/shanghaiTime';
import { ACTIVE_ENROLMENTS } from '@common/rules/waitingList';
import { ENROLMENT_STATES, type EnrolmentState, TITLES } from '@common/terms';
import type { ServedFile } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { buildWorkbook } from '../../sheets/buildWorkbook';
import { XLSX } from '../../sheets/writeTemplate';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { type EnrolmentDoc, enrolmentModel } from './model';
import { presentEnrolment } from './presenter';
import type { Count, InQueue } from './queue';

type Query = Omit<ParsedInputOf<typeof enrolments.listEnrolments>, 'activityId'>;

/** 报名名单, for the unit that holds the activity. */
export interface Roster {
  /** @throws AppError NOT_FOUND for another unit's. */
  own(unitId: string, activityId: string): Promise<FullActivity>;
  /** Who came first is first; who waits comes last. */
  list(
    full: FullActivity,
    query: Query,
  ): Promise<{ items: EnrolmentRow[]; total: number } & Record<'enrolled' | 'waiting' | 'capacity', number>>;
  export(full: FullActivity): Promise<ServedFile>;
  /** Another number of places, 0 for no limit; those who wait are placed. @throws AppError INVALID_INPUT, ENROLMENT_CLOSED. */
  setCapacity(full: FullActivity, capacity: number): Promise<void>;
}

const EXPORTED_AT_ONCE = 500;

export function createRoster({ mongo, cipher }: Platform, services: Services, inQueue: InQueue): Roster {
  const Enrolment = enrolmentModel(mongo);

  const countOf = async ({ activity }: FullActivity, state: EnrolmentState) =>
    Enrolment.countDocuments({ activityId: activity._id, state });

  /** Learners with the names of their units. */
  async function people(found: EnrolmentDoc[]) {
    const learners = await services.learners.many(found.map(({ learnerId }) => String(learnerId)));
    return { learners, unitNameOf: await services.regionsUnits.unitNamesOf(learners.values()) };
  }

  /** `before`: how many of those who wait come before the first of these. */
  async function rows(found: EnrolmentDoc[], before: number) {
    const { learners, unitNameOf } = await people(found);
    const firstWaiting = found.findIndex(({ state }) => state === 'waiting');
    return found.map((each, at) => {
      const learner = learners.get(String(each.learnerId));
      const place = each.state === 'waiting' ? before + at - firstWaiting + 1 : null;
      const row = presentEnrolment(cipher, each, place, learner, unitNameOf(learner?.unitId));
      return { row, title: learner ? TITLES[learner.title] : '' };
    });
  }

  /** A page in order: `enrolled` sorts before `waiting`. */
  const page = async (full: FullActivity, states: readonly EnrolmentState[], skip: number, limit: number) =>
    Enrolment.find({ activityId: full.activity._id, state: { $in: states } })
      .sort({ state: 1, order: 1 })
      .skip(skip)
      .limit(limit)
      .lean();

  return {
    async own(unitId, activityId) {
      const full = await services.activities.get(activityId);
      if (String(full.activity.unitId) !== unitId) {
        throw appError('NOT_FOUND');
      }
      return full;
    },
    async list(full, query) {
      const states = query.state === 'all' ? ACTIVE_ENROLMENTS : [query.state];
      const skip = (query.page - 1) * query.pageSize;
      const [found, enrolled, waiting] = await Promise.all([
        page(full, states, skip, query.pageSize),
        countOf(full, 'enrolled'),
        countOf(full, 'waiting'),
      ]);
      const ahead = states.includes('enrolled') ? enrolled : 0;
      const items = (await rows(found, Math.max(0, skip - ahead))).map(({ row }) => row);
      const total = ahead + (states.includes('waiting') ? waiting : 0);
      return { items, total, enrolled, waiting, capacity: full.activity.capacity ?? 0 };
    },
    async export(full) {
      const enrolled = await countOf(full, 'enrolled');
      const lines: string[][] = [];
      for (;;) {
        const some = await page(full, ACTIVE_ENROLMENTS, lines.length, EXPORTED_AT_ONCE);
        for (const { row, title } of await rows(some, Math.max(0, lines.length - enrolled))) {
          lines.push([
            String(lines.length + 1),
            row.name,
            row.unitName,
            row.department,
            title,
            row.phoneMasked,
            row.place === null
              ? ENROLMENT_STATES[row.state]
              : `${ENROLMENT_STATES[row.state]}第${row.place}位`,
            formatDateTime(Date.parse(row.enrolledAt)),
          ]);
        }
        if (some.length < EXPORTED_AT_ONCE) {
          break;
        }
      }
      const body = await buildWorkbook([{ name: '报名名单', columns: COLUMNS, rows: lines }]);
      return { name: `报名名单-${full.project.name}-第${full.activity.term}期.xlsx`, type: XLSX, body };
    },
    async setCapacity({ activity }, capacity) {
      const activityId = String(activity._id);
      await inQueue(activityId, async ({ taken }: Count, session) => {
        if (capacity > 0 && capacity < taken) {
          throw appError('INVALID_INPUT', {
            message: `已有${taken}人报名，名额不能少于${taken}`,
            field: 'capacity',
          });
        }
        await services.activities.setCapacity(activityId, capacity, session);
      });
      await services.enrolments.fill(activityId);
    },
  };
}

const COLUMNS: [string, number][] = [
  ['序号', 8],
  ['姓名', 14],
  ['单位', 30],
  ['科室', 18],
  ['职称', 16],
  ['手机号', 16],
  ['报名状态', 16],
  ['报名时间', 20],
];
