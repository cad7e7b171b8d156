import { z } from 'zod';
import { codesOf, MESSAGE_CHANNELS, MESSAGE_KINDS, MESSAGE_STATES } from '../terms';
import { endpoint } from './endpoint';
import { day, done, id, instant, nothing, pageOf, paging } from './shapes';

const kind = z.enum(codesOf(MESSAGE_KINDS));
const channel = z.enum(codesOf(MESSAGE_CHANNELS));
const state = z.enum(codesOf(MESSAGE_STATES));

/** A message as its learner reads it. */
export const messageRow = z.object({
  id,
  kind,
  title: z.string(),
  lines: z.array(z.string()),
  /** Page of the mini-program with its query, without a leading slash; null where there is nothing more to see. */
  page: z.string().nullable(),
  at: instant,
  isRead: z.boolean(),
});
export type MessageRow = z.output<typeof messageRow>;

/** An hour of the day in China, 0–24. */
const hour = z.int().min(0).max(24);

/** What a learner is sent beside 消息 of the mini-program, and when not. */
export const messageChoices = z.object({
  /** What he does not want by a channel; everything else is sent. */
  off: z.array(z.object({ kind: kind.exclude(['account']), channel: channel.exclude(['sms']) })).max(40),
  /** 免打扰: nothing is sent from `from` to `to` o'clock (over midnight where `to` is less); null: at any time. */
  quiet: z.object({ from: hour, to: hour }).nullable(),
});
export type MessageChoices = z.output<typeof messageChoices>;

/** A message as those who run the system see it. */
export const messageDelivery = z.object({
  id,
  kind,
  title: z.string(),
  /** 陈*敏. */
  learnerName: z.string(),
  unitName: z.string(),
  state,
  /** By what it went out, or was tried last. */
  channel: channel.nullable(),
  tries: z.int(),
  /** Why it did not arrive, in words. */
  problem: z.string().nullable(),
  at: instant,
  /** Held back until then: quiet hours, a limit of WeChat's. */
  notBefore: instant.nullable(),
});
export type MessageDelivery = z.output<typeof messageDelivery>;

/** 消息: what the learner was told, and how he wants to be told; and for those who run the system, what did not arrive. */
export const messages = {
  myMessages: endpoint({
    method: 'GET',
    path: '/api/me/messages',
    summary: '我的消息，最近的在前',
    who: ['learner'],
    input: z.object({ kind: kind.optional(), ...paging }),
    output: pageOf(messageRow).extend({ unread: z.int() }),
  }),
  unreadMessages: endpoint({
    method: 'GET',
    path: '/api/me/messages/unread',
    summary: '未读消息数',
    who: ['learner'],
    input: nothing,
    output: z.object({ unread: z.int() }),
  }),
  readMessages: endpoint({
    method: 'POST',
    path: '/api/me/messages/read',
    summary: '标为已读：给出编号的，或全部',
    who: ['learner'],
    input: z.object({ ids: z.array(id).max(200).optional() }),
    output: z.object({ unread: z.int() }),
  }),
  myMessageChoices: endpoint({
    method: 'GET',
    path: '/api/me/message-choices',
    summary: '消息设置：按类别和渠道，以及免打扰时间',
    who: ['learner'],
    input: nothing,
    output: messageChoices.extend({
      /** Whether he can be reached so at all; `words` say what to do where not. */
      channels: z.array(z.object({ channel, isReachable: z.boolean(), words: z.string() })),
    }),
  }),
  setMyMessageChoices: endpoint({
    method: 'PUT',
    path: '/api/me/message-choices',
    summary: '修改消息设置',
    who: ['learner'],
    input: messageChoices,
    output: messageChoices,
  }),
  listDeliveries: endpoint({
    method: 'GET',
    path: '/api/authority/messages',
    summary: '消息投递情况，最近的在前；仅最上级行政部门',
    who: ['authority'],
    permission: 'manageAccount',
    input: z.object({
      state: state.optional(),
      kind: kind.optional(),
      from: day.optional(),
      to: day.optional(),
      ...paging,
    }),
    output: pageOf(messageDelivery),
  }),
  deliveryFigures: endpoint({
    method: 'GET',
    path: '/api/authority/messages/figures',
    summary: '最近若干天各状态、各渠道的消息数',
    who: ['authority'],
    permission: 'manageAccount',
    input: z.object({ days: z.coerce.number().int().min(1).max(90).default(7) }),
    output: z.object({
      byState: z.array(z.object({ state, count: z.int() })),
      byChannel: z.array(z.object({ channel, count: z.int() })),
      byDay: z.array(z.object({ day, sent: z.int(), failed: z.int(), unreachable: z.int() })),
    }),
  }),
  retryDeliveries: endpoint({
    method: 'POST',
    path: '/api/authority/messages/retry',
    summary: '重新发送失败的消息：给出编号的，或全部失败的',
    who: ['authority'],
    permission: 'manageAccount',
    input: z.object({ ids: z.array(id).max(200).optional() }),
    output: done.extend({ retried: z.int() }),
  }),
};
