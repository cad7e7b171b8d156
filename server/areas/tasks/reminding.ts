import type { RawOutputOf } from '@common/contract/endpoint';
import type { tasks } from '@common/contract/tasks';
import { dayOf } from '@common/rules/shanghaiTime';
import { untilWords } from '@common/rules/taskHours';
import type { TaskKind } from '@common/terms';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { isOpenAt, type MissingOf, type MissingTask } from './missing';
import { taskWatchModel } from './model';

export interface Reminding {
  /** How many of those who attended have not done what there is to do. */
  counts(full: FullActivity): Promise<RawOutputOf<typeof tasks.taskCounts>>;
  /** Reminds them, each once a day of a kind; answers how many were. @throws AppError MOVE_REFUSED. */
  remind(full: FullActivity, kind: TaskKind): Promise<number>;
  /** Reminds who has not done a task that is open, once for each `round`; answers how many had not been reminded in it. */
  remindOf(full: FullActivity, task: MissingTask, round: string): Promise<number>;
}

const TITLES: Record<TaskKind, string> = {
  departure: '请扫码撤离',
  exam: '请参加在线考试',
  evaluation: '请完成项目评价',
};
/** Of the last call. */
const LAST_TITLES: Record<TaskKind, string> = {
  departure: '请扫码撤离',
  exam: '在线考试即将截止',
  evaluation: '项目评价即将截止',
};
/** Where a tap on the message leads in the mini-program. */
const PAGES: Record<TaskKind, string> = {
  departure: 'pages/scan/index',
  exam: 'study/exam/index',
  evaluation: 'study/evaluation/index',
};

/** The round shortly before a task's end: then it is the deadline that is told. */
export const LAST_ROUND = '2';

export function createReminding(
  { mongo, clock }: Platform,
  services: Services,
  missingOf: MissingOf,
): Reminding {
  const Watch = taskWatchModel(mongo);
  const iso = (ms: number) => new Date(ms).toISOString();

  async function remindOf(
    { activity, project }: FullActivity,
    { kind, isRequired, openTo, hours }: MissingTask,
    round: string,
  ): Promise<number> {
    if (openTo.length === 0 || !hours) {
      return 0;
    }
    const id = String(activity._id);
    const reminded = await services.notifications.tellMany(
      openTo.map((learnerId) => ({ learnerId, key: `task-${kind}-${id}-${learnerId}-${round}` })),
      {
        ...(round === LAST_ROUND
          ? { kind: 'deadline', title: LAST_TITLES[kind] }
          : { kind: 'task', title: TITLES[kind] }),
        lines: [project.name, untilWords(hours.to), ...(isRequired ? ['完成后才能授予学分'] : [])],
        page: kind === 'departure' ? PAGES[kind] : `${PAGES[kind]}?activityId=${id}`,
      },
    );
    if (reminded > 0) {
      await Watch.updateOne(
        { _id: activity._id },
        { $set: { [`reminded.${kind}`]: new Date(clock.now()) } },
        { upsert: true },
      );
    }
    return reminded;
  }

  return {
    remindOf,
    async counts(full) {
      const [{ attended, tasks: found }, watch] = await Promise.all([
        missingOf(full),
        Watch.findById(full.activity._id).lean(),
      ]);
      const now = clock.now();
      return {
        attended,
        items: found.map((task) => ({
          kind: task.kind,
          isRequired: task.isRequired,
          missing: task.learnerIds.length,
          until: isOpenAt(task, now) ? iso(task.hours.to) : null,
          remindedAt: watch?.reminded?.[task.kind]?.toISOString() ?? null,
        })),
      };
    },
    async remind(full, kind) {
      const now = clock.now();
      const { tasks: found } = await missingOf(full);
      const task = found.find((each) => each.kind === kind);
      if (!task || !isOpenAt(task, now)) {
        throw appError('MOVE_REFUSED', { message: '现在不在可以完成的时间内，不能提醒' });
      }
      return remindOf(full, task, dayOf(now));
    },
  };
}
