import { createHash } from 'node:crypto';
import type { MessageChoices } from '@common/contract/messages';
import { formatDateTime } from '@common/rules/shanghaiTime';
import { cut, templateValue } from '@common/rules/templateFields';
import { MESSAGE_CHANNELS, type MessageChannel, type MessageKind } from '@common/terms';
import type { Platform } from '../../platform';
import {
  type OfficialAccountSettings,
  OWN_FIELDS,
  type TemplateSetting,
} from '../../platform/officialAccounts';
import type { Services } from '../services';
import type { NotificationDoc } from './model';

/** One way by which a message can go out. */
export interface Way {
  channel: MessageChannel;
  /** The official account's key. */
  account?: string;
  /** 公众号“漯河继教”模板消息, for those who run the system. */
  name: string;
  /** Answers WeChat's id of it, where what became of it comes as an event. @throws WechatError, or Error of the SMS gateway. */
  send(): Promise<{ messageId?: string }>;
}

export interface Ways {
  /**
   * The ways of a message: one of each list is to reach its learner, those before others tried first. Of 账号安全 there are two
   * lists, since it goes through WeChat and as an SMS.
   */
  waysOf(row: NotificationDoc, choices: MessageChoices): Promise<Way[][]>;
}

/** A customer-service text takes 2048 bytes; a unit of UTF-16 makes three at most. */
const TEXT_UNITS = 680;
/** An SMS of several parts; the address of nothing stands in it. */
const SMS_UNITS = 200;

export function createWays({ wechat, config }: Platform, services: Services): Ways {
  const { WECHAT_SUBSCRIBE_TASK: task, WECHAT_SUBSCRIBE_CREDIT: credit } = config;
  const notice = config.WECHAT_SUBSCRIBE_NOTICE;
  /** 账号安全 asks for no 订阅消息: nobody would have allowed one. */
  const subscribeTemplates: Partial<Record<MessageKind, string>> = {
    ...(credit && { credit }),
    ...(task && { task, deadline: task, course: task }),
    ...(notice && { approval: notice, activity: notice, notice, checkIn: notice }),
  };

  async function subscribeWays(row: NotificationDoc): Promise<Way[]> {
    const templateId = subscribeTemplates[row.kind];
    if (!templateId || row.isKeptForOthers) {
      return [];
    }
    const openid = await services.accounts.identities.openidOf(String(row.learnerId), 'miniprogram');
    const send = async () => {
      const data = fieldsOf(row, OWN_FIELDS);
      await wechat.sendSubscribeMessage({ openid: openid ?? '', templateId, page: row.page, data });
      return {};
    };
    return openid ? [{ channel: 'subscribe', name: MESSAGE_CHANNELS.subscribe, send }] : [];
  }

  function accountWays(row: NotificationDoc, account: OfficialAccountSettings, openid: string): Way[] {
    const channel = 'officialAccount';
    const template = account.templates[row.kind];
    const api = () => wechat.account(account.key);
    const text: Way = {
      channel,
      account: account.key,
      name: `公众号“${account.name}”客服消息`,
      async send() {
        await api().sendText(openid, cut([row.title, ...row.lines].join('\n'), TEXT_UNITS));
        return {};
      },
    };
    const byTemplate: Way[] = template
      ? [
          {
            channel,
            account: account.key,
            name: `公众号“${account.name}”模板消息`,
            send: async () =>
              api().sendTemplate({
                openid,
                templateId: template.id,
                url: row.page ? `${config.PUBLIC_URL}/#/${row.page}` : config.PUBLIC_URL,
                data: fieldsOf(row, template.fields),
                clientMsgId: clientMessageId(row),
              }),
          },
        ]
      : [];
    return [...byTemplate, text];
  }

  async function officialAccountWays(row: NotificationDoc): Promise<Way[]> {
    const reachable = await services.bindings.reachable(String(row.learnerId));
    return reachable.flatMap(({ account: wanted, openid }) => {
      const account = config.officialAccounts.find(({ key }) => key === wanted);
      return account ? accountWays(row, account, openid) : [];
    });
  }

  const smsWay = ({ learnerId, title, lines }: NotificationDoc): Way => ({
    channel: 'sms',
    name: MESSAGE_CHANNELS.sms,
    async send() {
      const text = cut(`【继教通】${[title, ...lines].map(asSentence).join('')}`, SMS_UNITS);
      await services.learners.sendSms(String(learnerId), text);
      return {};
    },
  });

  return {
    async waysOf(row, { off }) {
      const isWanted = (channel: MessageChannel) =>
        !off.some((one) => one.kind === row.kind && one.channel === channel);
      const byWechat = [
        ...(isWanted('subscribe') ? await subscribeWays(row) : []),
        ...(isWanted('officialAccount') ? await officialAccountWays(row) : []),
      ];
      const hasSms = row.kind === 'account' && Boolean(config.SMS_GATEWAY_URL);
      return [byWechat, hasSms ? [smsWay(row)] : []].filter((list) => list.length > 0);
    },
  };
}

/** WeChat takes 32 characters, and keeps back a second message of the same id: two messages must never share one. */
const clientMessageId = ({ key, rounds = 0 }: NotificationDoc) =>
  createHash('sha256')
    .update(rounds > 0 ? `${key} ${rounds}` : key)
    .digest('base64url')
    .slice(0, 32);

/** The message in a template's fields. */
function fieldsOf(
  row: NotificationDoc,
  fields: TemplateSetting['fields'],
): Record<string, { value: string }> {
  const at = row.createdAt.getTime();
  const [line1 = '', line2 = ''] = row.lines;
  const slots = { title: row.title, line1, line2, time: formatDateTime(at) };
  return Object.fromEntries(
    Object.entries(fields).map(([field, slot]) => [field, { value: templateValue(field, slots[slot], at) }]),
  );
}

/** A line of a text message ends as a sentence does. */
const asSentence = (line: string) => (/[。！？：，；]$/.test(line) ? line : `${line}。`);
