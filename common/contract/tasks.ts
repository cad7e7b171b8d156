import { z } from 'zod';
import { codesOf, TASK_KINDS, TASK_STATES } from '../terms';
import { endpoint } from './endpoint';
import { id, instant, nothing } from './shapes';

/** What an attended activity still wants of its learner before it can be credited. */
export const learnerTask = z.object({
  kind: z.enum(codesOf(TASK_KINDS)),
  state: z.enum(codesOf(TASK_STATES)),
  /** No credit without it. */
  isRequired: z.boolean(),
  /** 及格，86分; 还可以考2次; 11月28日 24:00 截止. */
  words: z.string(),
  /** From when, and until when it can be done; null where nothing limits it. */
  opensAt: instant.nullable(),
  until: instant.nullable(),
});
export type LearnerTask = z.output<typeof learnerTask>;

export const tasks = {
  taskCounts: endpoint({
    method: 'GET',
    path: '/api/unit/activities/:activityId/tasks',
    summary: '签到人员中还有多少人没有考试、评价、撤离',
    who: ['unit'],
    input: z.object({ activityId: id }),
    output: z.object({
      attended: z.int(),
      items: z.array(
        z.object({
          kind: z.enum(codesOf(TASK_KINDS)),
          isRequired: z.boolean(),
          missing: z.int(),
          /** Null while it can not be done (yet, or any more), so that nobody is reminded. */
          until: instant.nullable(),
          /** When they were reminded last. */
          remindedAt: instant.nullable(),
        }),
      ),
    }),
  }),
  remindTask: endpoint({
    method: 'POST',
    path: '/api/unit/activities/:activityId/tasks/:kind/reminders',
    summary: '提醒还没有完成考试或评价的签到人员；同一人一天只提醒一次',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ activityId: id, kind: z.enum(codesOf(TASK_KINDS)) }),
    output: z.object({ reminded: z.int() }),
    errors: ['MOVE_REFUSED'],
  }),
  mySubscriptions: endpoint({
    method: 'GET',
    path: '/api/me/subscriptions',
    summary: '可以订阅的提醒：小程序请求订阅消息时用的模板',
    who: ['session'],
    input: nothing,
    output: z.object({
      templateIds: z.array(z.string()),
      /** Of them, the one that tells of a credit; absent where there is none. */
      creditTemplateId: z.string().optional(),
      /** The one that tells of approvals, notices and the like; absent where there is none. */
      noticeTemplateId: z.string().optional(),
    }),
  }),
};
