import { z } from 'zod';
import { CREDIT_CLASSES, codesOf, ENROLMENT_STATES, PROJECT_FORMS, PROJECT_LEVELS } from '../terms';
import { endpoint } from './endpoint';
import { day, file, hundredths, id, instant, minutes, pageOf, paging, regionCode } from './shapes';

const enrolmentState = z.enum(codesOf(ENROLMENT_STATES));
const period = z.object({ from: instant, to: instant });
const point = z.object({ longitude: z.number(), latitude: z.number() });

/** An approved activity as a learner finds it. */
export const openActivity = z.object({
  id,
  name: z.string(),
  projectNumber: z.string(),
  term: z.int(),
  /** 护理学/外科护理学. */
  discipline: z.string(),
  level: z.enum(codesOf(PROJECT_LEVELS)),
  creditClass: z.enum(codesOf(CREDIT_CLASSES)),
  credits: hundredths,
  minutes,
  form: z.enum(codesOf(PROJECT_FORMS)),
  unitName: z.string(),
  /** 河南省 漯河市 源汇区. */
  regionName: z.string(),
  venue: z.string(),
  from: instant,
  to: instant,
  /** 0: without limit. */
  capacity: z.int(),
  /** Places taken; who waits is not among them. */
  enrolled: z.int(),
  /** Metres from where the learner is; null where he has not said or the venue has no point. */
  distance: z.int().nullable(),
  /** The caller's own enrolment; null also for one that he has left. */
  mine: z.object({ state: enrolmentState, /** 1 is the next. */ place: z.int().nullable() }).nullable(),
});
export type OpenActivity = z.output<typeof openActivity>;

export const openActivityView = openActivity.extend({
  address: z.string(),
  point: point.nullable(),
  leader: z.string(),
  periods: z.array(period),
  courses: z.array(z.object({ name: z.string(), minutes, lecturer: z.string() })),
  contact: z.string(),
  contactPhone: z.string(),
  audience: z.string(),
  /** Until when one may enrol or leave: the end of the last period. */
  isOpen: z.boolean(),
  /** Who waits: how many would be before one who joins now. */
  waiting: z.int(),
});
export type OpenActivityView = z.output<typeof openActivityView>;

/** One who is enrolled, as the unit that holds it sees him. */
export const enrolmentRow = z.object({
  learnerId: id,
  name: z.string(),
  unitName: z.string(),
  department: z.string(),
  phoneMasked: z.string(),
  state: enrolmentState,
  place: z.int().nullable(),
  enrolledAt: instant,
});
export type EnrolmentRow = z.output<typeof enrolmentRow>;

const activityId = { activityId: id };

export const enrolments = {
  findActivities: endpoint({
    method: 'GET',
    path: '/api/open-activities',
    summary: '查找活动：审核通过、还没有结束的继教活动',
    who: ['learner'],
    input: z
      .object({
        /** Characters of the name, the number, the leader or the unit. */
        q: z.string().trim().max(40).default(''),
        /** Two or four digits of common/disciplines.ts. */
        discipline: z
          .string()
          .regex(/^\d{2}(\d{2})?$/, '学科不正确')
          .optional(),
        region: regionCode.optional(),
        level: z.enum(codesOf(PROJECT_LEVELS)).optional(),
        /** Held on any of these days, both included. */
        from: day.optional(),
        to: day.optional(),
        /** Where the learner is: nearest first then, else the soonest first. */
        longitude: z.coerce.number().min(-180).max(180).optional(),
        latitude: z.coerce.number().min(-90).max(90).optional(),
        ...paging,
      })
      .refine((input) => (input.longitude === undefined) === (input.latitude === undefined), {
        message: '位置不完整',
        path: ['latitude'],
      }),
    output: pageOf(openActivity),
    limit: { points: 240, seconds: 60 },
  }),
  openActivity: endpoint({
    method: 'GET',
    path: '/api/open-activities/:activityId',
    summary: '活动介绍：时间、地点、课程、报名情况',
    who: ['learner'],
    input: z.object(activityId),
    output: openActivityView,
  }),
  myEnrolments: endpoint({
    method: 'GET',
    path: '/api/me/enrolments',
    summary: '我的报名：还没有结束的在前',
    who: ['learner'],
    input: z.object(paging),
    output: pageOf(openActivity),
  }),
  enrol: endpoint({
    method: 'POST',
    path: '/api/open-activities/:activityId/enrolment',
    summary: '报名；名额已满则排队候补',
    who: ['learner'],
    input: z.object(activityId),
    output: openActivityView,
    errors: ['ENROLMENT_CLOSED', 'LEARNER_NOT_APPROVED'],
  }),
  leave: endpoint({
    method: 'DELETE',
    path: '/api/open-activities/:activityId/enrolment',
    summary: '取消报名；候补的第一位随即递补并收到提醒',
    who: ['learner'],
    input: z.object(activityId),
    output: openActivityView,
    errors: ['ENROLMENT_CLOSED'],
  }),
  calendar: endpoint({
    method: 'GET',
    path: '/api/open-activities/:activityId/calendar.ics',
    summary: '加入日历（iCalendar，提前一天提醒）',
    who: ['learner'],
    input: z.object(activityId),
    output: file,
    download: true,
  }),

  listEnrolments: endpoint({
    method: 'GET',
    path: '/api/unit/activities/:activityId/enrolments',
    summary: '报名名单：先报名的在前，候补在后',
    who: ['unit'],
    input: z.object({
      ...activityId,
      state: z.enum(['all', 'enrolled', 'waiting']).default('all'),
      ...paging,
    }),
    output: pageOf(enrolmentRow).extend({ enrolled: z.int(), waiting: z.int(), capacity: z.int() }),
  }),
  exportEnrolments: endpoint({
    method: 'GET',
    path: '/api/unit/activities/:activityId/enrolments.xlsx',
    summary: '导出报名名单（Excel）',
    who: ['unit'],
    input: z.object(activityId),
    output: file,
    download: true,
  }),
  setCapacity: endpoint({
    method: 'PUT',
    path: '/api/unit/activities/:activityId/capacity',
    summary: '调整审核通过、还没有结束的活动的名额，0为不限；增加后候补的依次递补并收到提醒',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({
      ...activityId,
      capacity: z.int('请填写名额').min(0, '名额不能少于0').max(100_000, '名额最多100000'),
    }),
    output: z.object({ capacity: z.int(), enrolled: z.int(), waiting: z.int() }),
    errors: ['ENROLMENT_CLOSED'],
  }),
  poster: endpoint({
    method: 'GET',
    path: '/api/unit/activities/:activityId/poster.:format',
    summary: '活动海报（PNG或PDF）：名称、时间、地点和报名二维码，可张贴在公告栏',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ ...activityId, format: z.enum(['png', 'pdf']) }),
    output: file,
    download: true,
    errors: ['ACTIVITY_NOT_APPROVED'],
  }),
};
