import { z } from 'zod';
import { CHECK_IN_METHODS, codesOf } from '../terms';
import { endpoint } from './endpoint';
import { direction, done, id, instant } from './shapes';

const latest = z.object({ name: z.string(), unitName: z.string(), at: instant });
const headcount = {
  /** 人数: distinct learners. 人次: check-ins. Of this course and direction. */
  persons: z.int(),
  swipes: z.int(),
  latest: z.array(latest),
};

/** What the venue screen is told, one server-sent event each. */
export const screenEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('turn'),
    /** The QR's text, at most 62 bytes. */
    text: z.string(),
    /** Eight characters for a phone without a camera. */
    shortCode: z.string(),
    slot: z.int(),
    periodMs: z.int(),
    /** Milliseconds until the next turn, by the server's clock. */
    turnsInMs: z.int(),
  }),
  z.object({ type: z.literal('count'), ...headcount }),
  /** No QR may be shown now: the message says why and what to do. */
  z.object({ type: z.literal('blocked'), message: z.string() }),
  z.object({ type: z.literal('closed') }),
]);
export type ScreenEvent = z.output<typeof screenEvent>;

export const screenView = z.object({
  activityName: z.string(),
  projectNumber: z.string(),
  courseName: z.string(),
  unitName: z.string(),
  venue: z.string(),
  direction,
  /** The holding periods in words, e.g. 2026-11-21 08:00 至 18:00. */
  periods: z.array(z.object({ from: instant, to: instant })),
  serverTime: instant,
});
export type ScreenView = z.output<typeof screenView>;

export const claim = z.object({
  claimId: z.string(),
  activityName: z.string(),
  courseName: z.string(),
  direction,
  scannedAt: instant,
  expiresAt: instant,
});
export type Claim = z.output<typeof claim>;

export const receipt = z.object({
  checkInId: id,
  learnerName: z.string(),
  activityName: z.string(),
  courseName: z.string(),
  venue: z.string(),
  direction,
  at: instant,
  /** The same check-in had been recorded already: shown as done, not as an error. */
  repeated: z.boolean(),
  /** This learner's check-ins of this activity today. */
  today: z.array(z.object({ courseName: z.string(), direction, at: instant })),
});
export type Receipt = z.output<typeof receipt>;

const ticket = z.string().regex(/^[\w-]{22}$/, '大屏地址不正确');

export const checkIns = {
  openDisplay: endpoint({
    method: 'POST',
    path: '/api/activities/:activityId/displays',
    summary: '二维码考勤：为一门课程打开会场大屏',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ activityId: id, courseId: id, direction }),
    output: z.object({ displayId: id, screenUrl: z.string() }),
    errors: ['ACTIVITY_NOT_APPROVED'],
  }),
  closeDisplay: endpoint({
    method: 'DELETE',
    path: '/api/displays/:displayId',
    summary: '关闭会场大屏，二维码立即失效',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({ displayId: id }),
    output: done,
  }),
  screen: endpoint({
    method: 'GET',
    path: '/api/screens/:ticket',
    summary: '会场大屏的内容',
    who: ['anyone'],
    input: z.object({ ticket }),
    output: screenView,
  }),
  screenEvents: endpoint({
    method: 'GET',
    path: '/api/screens/:ticket/events',
    summary: '会场大屏的实时事件：换码、人数、停用',
    who: ['anyone'],
    input: z.object({ ticket }),
    output: screenEvent,
    stream: true,
  }),
  scan: endpoint({
    method: 'POST',
    path: '/api/scans',
    summary: '扫码（text）或输入签到码（code）换取一次性的签到凭证，3分钟有效，只属于当前微信',
    who: ['wechat'],
    input: z.object({
      text: z.string().max(512).optional(),
      code: z.string().max(32).optional(),
      /** WeChat's launch scene, when the mini-program was opened by the scan. */
      scene: z.coerce.number().int().optional(),
    }),
    output: claim,
    errors: [
      'QR_UNKNOWN',
      'QR_EXPIRED',
      'QR_NOT_CAMERA',
      'CODE_UNKNOWN',
      'ACTIVITY_NOT_APPROVED',
      'OUTSIDE_HOLDING_PERIOD',
    ],
    limit: { points: 30, seconds: 60 },
  }),
  checkIn: endpoint({
    method: 'POST',
    path: '/api/check-ins',
    summary: '凭扫码凭证签到或撤离；重复提交得到同一结果',
    who: ['wechat'],
    input: z.object({ claimId: z.string().min(1).max(64) }),
    output: receipt,
    errors: [
      'CLAIM_EXPIRED',
      'CLAIM_NOT_YOURS',
      'LEARNER_NOT_APPROVED',
      'LEARNER_REJECTED',
      'OUTSIDE_HOLDING_PERIOD',
    ],
    limit: { points: 60, seconds: 60 },
  }),
  board: endpoint({
    method: 'GET',
    path: '/api/activities/:activityId/board',
    summary: '现场：各课程的签到、撤离人数与最近签到人员',
    who: ['unit'],
    input: z.object({ activityId: id }),
    output: z.object({
      persons: z.int(),
      swipes: z.int(),
      courses: z.array(
        z.object({
          courseId: id,
          name: z.string(),
          inPersons: z.int(),
          outPersons: z.int(),
          swipes: z.int(),
        }),
      ),
      latest: z.array(
        latest.extend({ courseName: z.string(), direction, method: z.enum(codesOf(CHECK_IN_METHODS)) }),
      ),
      /** Scans refused today, so that the organiser can help: reason in words and how many. */
      refused: z.array(z.object({ reason: z.string(), count: z.int() })),
    }),
  }),
};
