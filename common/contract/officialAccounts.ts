import { z } from 'zod';
import { codesOf, MESSAGE_MODES } from '../terms';
import { endpoint } from './endpoint';
import { day, nothing } from './shapes';

/** 公众号: what those who run the system look at. Only for an authority that has none above it. */
export const officialAccounts = {
  listOfficialAccounts: endpoint({
    method: 'GET',
    path: '/api/authority/official-accounts',
    summary: '已配置的公众号及其绑定人数；仅最上级行政部门',
    who: ['authority'],
    permission: 'manageAccount',
    input: nothing,
    output: z.object({
      items: z.array(
        z.object({
          account: z.string(),
          name: z.string(),
          /** wx5a…e3f1. */
          appIdMasked: z.string(),
          mode: z.enum(codesOf(MESSAGE_MODES)),
          /** 全国, 河南省漯河市. */
          audienceName: z.string(),
          /** 开发者服务器地址, for WeChat's own console. */
          serverUrl: z.string(),
          bound: z.int(),
          following: z.int(),
        }),
      ),
    }),
  }),
  accountFigures: endpoint({
    method: 'GET',
    path: '/api/authority/official-accounts/figures',
    summary: '最近若干天公众号收到的消息与微信接口的错误',
    who: ['authority'],
    permission: 'manageAccount',
    input: z.object({ days: z.coerce.number().int().min(1).max(90).default(7) }),
    output: z.object({
      byDay: z.array(z.object({ day, received: z.int(), late: z.int(), failed: z.int() })),
      /** What was asked, most first: `label` as 学分查询, 没有看懂. */
      byCommand: z.array(z.object({ command: z.string(), label: z.string(), count: z.int() })),
      /** What WeChat's interfaces refused, most first; `errcode` null: no usable answer. */
      apiErrors: z.array(
        z.object({ path: z.string(), errcode: z.int().nullable(), words: z.string(), count: z.int() }),
      ),
    }),
  }),
};
