import { z } from 'zod';
import { endpoint } from './endpoint';
import { id, instant } from './shapes';

/** A course that is followed on the phone. */
export const onlineClass = z.object({
  courseId: id,
  courseName: z.string(),
  /** https address of the recording. */
  videoUrl: z.string(),
  /** What has to be watched. */
  requiredSeconds: z.int(),
  /** Random prompts during it. */
  prompts: z.int(),
});
export type OnlineClass = z.output<typeof onlineClass>;

/** Where a learner stands in an online class. By the server's clock: a phone cannot hurry. */
export const watching = z.object({
  courseId: id,
  courseName: z.string(),
  activityName: z.string(),
  videoUrl: z.string(),
  watchedSeconds: z.int(),
  requiredSeconds: z.int(),
  /** An open prompt: to be answered until then, or the minutes since the last one do not count. */
  prompt: z.object({ key: z.string(), until: instant }).nullable(),
  answered: z.int(),
  prompts: z.int(),
  isDone: z.boolean(),
  /** When the next beat is wanted, in seconds. */
  beatSeconds: z.int(),
  serverTime: instant,
});
export type Watching = z.output<typeof watching>;

/** The phone that learns, by a name of its own. */
const key = z.string().regex(/^[\w-]{8,40}$/, '学习标识不正确');
const course = { activityId: id, courseId: id };

export const onlineClasses = {
  listOnlineClasses: endpoint({
    method: 'GET',
    path: '/api/unit/activities/:activityId/online-classes',
    summary: '活动中可以在手机上学习的课程',
    who: ['unit'],
    input: z.object({ activityId: id }),
    output: z.object({
      /** 培训形式 of its project is 远程 or 线上线下结合; the others have no online classes. */
      isOnline: z.boolean(),
      items: z.array(onlineClass.extend({ learners: z.int(), finished: z.int() })),
    }),
  }),
  setOnlineClass: endpoint({
    method: 'PUT',
    path: '/api/unit/activities/:activityId/online-classes/:courseId',
    summary: '设置一门课程的线上学习：视频地址、应看时长、随机提问次数；地址留空为取消',
    who: ['unit'],
    permission: 'holdActivities',
    input: z.object({
      ...course,
      videoUrl: z.string().trim().max(500, '视频地址过长'),
      requiredSeconds: z
        .int()
        .min(60, '应看时长至少1分钟')
        .max(8 * 3600, '应看时长最多8小时'),
      prompts: z.int().min(0).max(20, '随机提问最多20次'),
    }),
    output: z.object({ class: onlineClass.nullable() }),
    errors: ['MOVE_REFUSED'],
  }),
  myOnlineClasses: endpoint({
    method: 'GET',
    path: '/api/me/online-classes',
    summary: '我已报名的线上课程：正在举办周期内的，和下一周期开始的',
    who: ['learner'],
    input: z.object({}),
    output: z.object({
      items: z.array(
        watching.extend({
          activityId: id,
          /** Of the holding period that is now, or comes next: it can be watched within it only. */
          from: instant,
          to: instant,
        }),
      ),
    }),
  }),
  openClass: endpoint({
    method: 'POST',
    path: '/api/me/activities/:activityId/online-classes/:courseId',
    summary: '开始或继续线上学习；开始即记一次签到',
    who: ['learner'],
    input: z.object({ ...course, key }),
    output: watching,
    errors: [
      'OUTSIDE_HOLDING_PERIOD',
      'LEARNER_NOT_APPROVED',
      'ENROLMENT_REQUIRED',
      'ACTIVITY_NOT_APPROVED',
      'CLASS_ELSEWHERE',
    ],
  }),
  beat: endpoint({
    method: 'POST',
    path: '/api/me/activities/:activityId/online-classes/:courseId/beats',
    summary: '学习进度：播放中每隔一段时间发送一次；看满应看时长、回答了提问即记一次撤离',
    who: ['learner'],
    input: z.object({
      ...course,
      key,
      /** Whether the picture has been moving since the last beat. */
      isPlaying: z.boolean(),
    }),
    output: watching,
    errors: ['CLASS_ELSEWHERE', 'OUTSIDE_HOLDING_PERIOD'],
    limit: { points: 60, seconds: 60 },
  }),
  answerPrompt: endpoint({
    method: 'POST',
    path: '/api/me/activities/:activityId/online-classes/:courseId/prompts/:key',
    summary: '回答“您还在学习吗”',
    who: ['learner'],
    input: z.object({ ...course, key: z.string().max(40) }),
    output: watching,
    errors: ['PROMPT_OVER'],
  }),
};
