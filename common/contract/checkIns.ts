import { z } from 'zod';
import { CHECK_IN_METHODS, codesOf, HELD_KINDS } from '../terms';
import { endpoint } from './endpoint';
import { deviceId, direction, done, id, instant, place } from './shapes';

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
  z.object({
    type: z.literal('blocked'),
    message: z.string(),
    /** The console's page where it is put right, from its root; null where one can only wait. */
    fix: z.string().nullable().default(null),
  }),
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
  periods: z.array(z.object({ from: instant, to: instant })),
  /** When the code is shown, in order; as the periods where no hours are set. */
  hours: z.array(z.object({ from: instant, to: instant })).default([]),
  serverTime: instant,
  /** How many are expected: those enrolled, or the persons of 举办前登记; null where neither is known. */
  expected: z.int().nullable(),
});
export type ScreenView = z.output<typeof screenView>;

export const claim = z.object({
  claimId: z.string(),
  activityName: z.string(),
  courseName: z.string(),
  direction,
  scannedAt: instant,
  expiresAt: instant,
  /** The check-in wants `place`. */
  isPlaceRequired: z.boolean(),
  /** The check-in wants a passed `faceCheckId`. */
  isFaceRequired: z.boolean(),
  /** Whoever has no account may fill in the 现场登记表. */
  hasWalkInForm: z.boolean(),
});
export type Claim = z.output<typeof claim>;

/** What is still due today, e.g. 上午签到 1 of 2; `done` may exceed `of`. */
export const due = z.object({ label: z.string(), done: z.int(), of: z.int() });
export type Due = z.output<typeof due>;

/** A scan that is kept and does not count yet: why, and who has it. */
export const held = z.object({ kind: z.enum(codesOf(HELD_KINDS)), words: z.string() });

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
  due: z.array(due),
  /** Null where the check-in stands. */
  held: held.nullable(),
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
      deviceId: deviceId.optional(),
    }),
    output: claim,
    errors: [
      'QR_UNKNOWN',
      'QR_EXPIRED',
      'QR_NOT_CAMERA',
      'CODE_UNKNOWN',
      'ACTIVITY_NOT_APPROVED',
      'OUTSIDE_HOLDING_PERIOD',
      'CODE_HOURS',
    ],
    limit: { points: 30, seconds: 60 },
  }),
  checkIn: endpoint({
    method: 'POST',
    path: '/api/check-ins',
    summary: '凭扫码凭证签到或撤离；重复提交得到同一结果',
    who: ['wechat'],
    input: z.object({
      claimId: z.string().min(1).max(64),
      place: place.optional(),
      deviceId: deviceId.optional(),
      faceCheckId: id.optional(),
    }),
    output: receipt,
    errors: [
      'CLAIM_EXPIRED',
      'CLAIM_NOT_YOURS',
      'LEARNER_NOT_APPROVED',
      'LEARNER_REJECTED',
      'OUTSIDE_HOLDING_PERIOD',
      'PLACE_REQUIRED',
      'FACE_REQUIRED',
    ],
    limit: { points: 60, seconds: 60 },
  }),
  scanLate: endpoint({
    method: 'POST',
    path: '/api/late-scans',
    summary: '补传没有网络时的扫码：核对二维码后留待管理员确认；同一次扫码（key）重复补传得到同一结果',
    who: ['wechat'],
    input: z.object({
      /** Random, made with the scan. */
      key: z.string().regex(/^[\w-]{16,64}$/, '扫码标识不正确'),
      text: z.string().max(512).optional(),
      code: z.string().max(32).optional(),
      /** By the phone's clock. */
      scannedAt: instant,
      /** What the phone's clock shows now: the difference to ours corrects `scannedAt`. */
      sentAt: instant,
      scene: z.coerce.number().int().optional(),
      deviceId: deviceId.optional(),
      place: place.optional(),
    }),
    output: receipt,
    errors: ['QR_UNKNOWN', 'QR_EXPIRED', 'QR_NOT_CAMERA', 'CODE_UNKNOWN', 'LEARNER_NOT_APPROVED'],
    limit: { points: 30, seconds: 60 },
  }),
  dueToday: endpoint({
    method: 'GET',
    path: '/api/me/due',
    summary: '今天的活动：已签到几次、还差几次，有哪些扫码在等待确认',
    who: ['wechat'],
    input: z.object({}),
    output: z.object({
      items: z.array(
        z.object({
          activityId: id,
          activityName: z.string(),
          venue: z.string(),
          from: instant,
          to: instant,
          due: z.array(due),
          held: z.array(held.extend({ at: instant, courseName: z.string() })),
        }),
      ),
    }),
  }),
  listDisplays: endpoint({
    method: 'GET',
    path: '/api/activities/:activityId/displays',
    summary: '已打开的会场大屏，可以在任何一台电脑上关闭',
    who: ['unit'],
    input: z.object({ activityId: id }),
    output: z.object({
      items: z.array(
        z.object({
          displayId: id,
          courseId: id,
          courseName: z.string(),
          direction,
          openedAt: instant,
          /** The administrator's name. */
          openedBy: z.string(),
          closesAt: instant,
          /** Null for one who may not hold activities: whoever has it sees the code. */
          screenUrl: z.string().nullable(),
        }),
      ),
      serverTime: instant,
      /** 签到 and 撤离 are both needed for a full attendance. */
      isDepartureRequired: z.boolean(),
      /** Every code that the activity's courses could have, in order. */
      codes: z.array(
        z.object({
          courseId: id,
          direction,
          /** When it is shown, in order. */
          hours: z.array(z.object({ from: instant, to: instant })),
          /** Why there is no screen for it; null where one may be opened. */
          refusal: z.string().nullable(),
        }),
      ),
    }),
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
