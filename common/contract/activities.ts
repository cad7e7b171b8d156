import { z } from 'zod';
import { ACTIVITY_STATES, CREDIT_CLASSES, codesOf, PROJECT_LEVELS } from '../terms';
import { endpoint } from './endpoint';
import { direction, hundredths, id, instant, minutes, nothing, pageOf, paging } from './shapes';

const period = z.object({ from: instant, to: instant });
const course = z.object({ id, name: z.string(), minutes, lecturer: z.string() });

/** One term of a project, as lists show it. */
export const activityRow = z.object({
  id,
  projectNumber: z.string(),
  term: z.int(),
  name: z.string(),
  discipline: z.string(),
  level: z.enum(codesOf(PROJECT_LEVELS)),
  creditClass: z.enum(codesOf(CREDIT_CLASSES)),
  leader: z.string(),
  venue: z.string(),
  unitName: z.string(),
  from: instant,
  to: instant,
  credits: hundredths,
  minutes,
  state: z.enum(codesOf(ACTIVITY_STATES)),
  holding: z.enum(['before', 'within', 'between', 'after', 'none']),
});
export type ActivityRow = z.output<typeof activityRow>;

export const activityView = activityRow.extend({
  courses: z.array(course),
  /** 举办周期: only swipes inside them count. */
  periods: z.array(period),
  /** Seconds between two turns of the QR, set by the authority. */
  qrPeriodSeconds: z.int(),
});
export type ActivityView = z.output<typeof activityView>;

/** A class that concerns the learner now: held by his unit and open, or one that he has signed into. */
export const learnerActivity = z.object({
  id,
  name: z.string(),
  projectNumber: z.string(),
  unitName: z.string(),
  venue: z.string(),
  from: instant,
  to: instant,
  creditClass: z.enum(codesOf(CREDIT_CLASSES)),
  credits: hundredths,
  today: z.boolean(),
  checkIns: z.array(z.object({ courseName: z.string(), direction, at: instant })),
  /** The stages on the way to the credit, and who has the next step: 本人, or a unit's or authority's name. */
  stages: z.array(
    z.object({
      name: z.string(),
      state: z.enum(['done', 'waiting', 'ahead']),
      waitingFor: z.string().nullable(),
    }),
  ),
});
export type LearnerActivity = z.output<typeof learnerActivity>;

export const activities = {
  listUnitActivities: endpoint({
    method: 'GET',
    path: '/api/unit/activities',
    summary: '继教活动－项目管理：本单位举办的活动，最近的在前',
    who: ['unit'],
    input: z.object({ q: z.string().trim().max(40).default(''), ...paging }),
    output: pageOf(activityRow),
  }),
  getActivity: endpoint({
    method: 'GET',
    path: '/api/activities/:activityId',
    summary: '活动详情',
    who: ['unit', 'authority'],
    input: z.object({ activityId: id }),
    output: activityView,
  }),
  myActivities: endpoint({
    method: 'GET',
    path: '/api/me/activities',
    summary: '学员的活动：今天在本单位举办的，以及考勤记录查询',
    who: ['learner'],
    input: nothing,
    output: z.object({ items: z.array(learnerActivity) }),
  }),
};
