import { z } from 'zod';
import { codesOf, PRESENCE_STATES } from '../terms';
import { endpoint } from './endpoint';
import { deviceId, id, instant, pageOf, paging, place } from './shapes';

const activityId = { activityId: id };

/** One who is expected or came. */
export const presenceRow = z.object({
  learnerId: id,
  name: z.string(),
  unitName: z.string(),
  department: z.string(),
  state: z.enum(codesOf(PRESENCE_STATES)),
  /** The last swipe today. */
  lastAt: instant.nullable(),
  isEnrolled: z.boolean(),
});
export type PresenceRow = z.output<typeof presenceRow>;

/** 点名: who was asked, and who has answered. */
export const spotCheckView = z.object({
  id,
  startedAt: instant,
  /** Until when an answer counts. */
  until: instant,
  /** Milliseconds until then by the server's clock, 0 afterwards: a phone's clock may be wrong. */
  msLeft: z.int(),
  startedBy: z.string(),
  asked: z.int(),
  confirmed: z.int(),
  isOver: z.boolean(),
  people: z.array(
    z.object({
      learnerId: id,
      name: z.string(),
      unitName: z.string(),
      department: z.string(),
      confirmedAt: instant.nullable(),
      /** What speaks against the answer, in words: another's phone, far from the venue. */
      remark: z.string().nullable(),
    }),
  ),
});
export type SpotCheckView = z.output<typeof spotCheckView>;

export const presence = {
  presence: endpoint({
    method: 'GET',
    path: '/api/unit/activities/:activityId/presence',
    summary: '现场看板：今天谁到了、谁没到、谁已离开，按科室统计',
    who: ['unit'],
    input: z.object({
      ...activityId,
      show: z.enum(['all', ...codesOf(PRESENCE_STATES)]).default('all'),
      /** Exactly as `departments` names it. */
      department: z.string().max(100).optional(),
      q: z.string().trim().max(40).default(''),
      ...paging,
    }),
    output: pageOf(presenceRow).extend({
      here: z.int(),
      missing: z.int(),
      left: z.int(),
      /** Scans that wait to be confirmed. */
      held: z.int(),
      /** The unit's own people by department, all others by unit. The largest first. */
      departments: z.array(z.object({ name: z.string(), here: z.int(), expected: z.int() })),
    }),
  }),
  remindMissing: endpoint({
    method: 'POST',
    path: '/api/unit/activities/:activityId/presence/reminders',
    summary: '提醒已报名、今天还没有签到的学员；每人每半天最多一次',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ ...activityId, learnerIds: z.array(id).min(1).max(2000).optional() }),
    output: z.object({ told: z.int(), alreadyTold: z.int() }),
    errors: ['OUTSIDE_HOLDING_PERIOD', 'ACTIVITY_NOT_APPROVED'],
  }),
  startSpotCheck: endpoint({
    method: 'POST',
    path: '/api/unit/activities/:activityId/spot-checks',
    summary: '点名：随机抽取在场学员，在一分钟内用手机确认',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ ...activityId, persons: z.int().min(1, '至少抽取1人').max(100, '一次最多抽取100人') }),
    output: spotCheckView,
    errors: ['NOBODY_PRESENT', 'SPOT_CHECK_RUNNING', 'OUTSIDE_HOLDING_PERIOD'],
  }),
  listSpotChecks: endpoint({
    method: 'GET',
    path: '/api/unit/activities/:activityId/spot-checks',
    summary: '历次点名，最近的在前',
    who: ['unit'],
    input: z.object({ ...activityId, ...paging }),
    output: pageOf(spotCheckView),
  }),
  mySpotCheck: endpoint({
    method: 'GET',
    path: '/api/me/spot-check',
    summary: '正在等待我确认的点名',
    who: ['learner'],
    input: z.object({}),
    output: z.object({
      check: z
        .object({
          id,
          activityName: z.string(),
          until: instant,
          serverTime: instant,
          /** The authority asks for the place of check-ins: it goes along with the answer where the phone gives it. */
          isPlaceAsked: z.boolean(),
        })
        .nullable(),
    }),
    limit: { points: 120, seconds: 60 },
  }),
  confirmSpotCheck: endpoint({
    method: 'POST',
    path: '/api/me/spot-checks/:spotCheckId/confirmation',
    summary: '确认在场；重复提交得到同一结果',
    who: ['learner'],
    input: z.object({ spotCheckId: id, deviceId: deviceId.optional(), place: place.optional() }),
    output: z.object({ confirmedAt: instant }),
    errors: ['SPOT_CHECK_OVER'],
  }),
};
