/** WeChat's endpoints that send to people, and our text-message gateway: everything lands in the person's inbox. */
import Router from '@koa/router';
import { z } from 'zod';
import type { SimulatedAccount } from './accounts';
import { accountOf, bodyOf, fail, needsAccount, needsToken } from './answers';
import type { Persona } from './personas';
import { push } from './pusher';
import { refusedFields } from './templateFields';
import type { World } from './world';

const TEXT_BYTES = 2048;
const SAME_MESSAGE_MS = 10 * 60_000;

const fields = z.record(z.string(), z.object({ value: z.coerce.string() }));
const textMessage = z.object({
  touser: z.string(),
  msgtype: z.literal('text'),
  text: z.object({ content: z.string().min(1) }),
});
const templateMessage = z.object({
  touser: z.string(),
  template_id: z.string().min(1),
  url: z.string().optional(),
  miniprogram: z.object({ appid: z.string(), pagepath: z.string().optional() }).optional(),
  data: fields,
  client_msg_id: z.string().max(32).optional(),
});
const subscribeMessage = z.object({
  touser: z.string(),
  template_id: z.string().min(1),
  page: z.string().optional(),
  data: fields,
});
const sms = z.object({ phone: z.string().min(1), text: z.string().min(1) });

const valuesOf = (data: z.output<typeof fields>) =>
  Object.fromEntries(Object.entries(data).map(([name, { value }]) => [name, value]));

/** The platform takes line breaks out. */
const onOneLine = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.replace(/\s*\n\s*/g, ' ')]));

export function createMessageRoutes(world: World): Router {
  const router = new Router();
  const { personas, inboxes, contacts, rules, now } = world;
  const delivered = new Map<string, { id: string; until: number }>();
  let messageNumber = 0;
  const nextId = () => {
    messageNumber += 1;
    return String(3_000_000_000 + messageNumber);
  };

  /** Tells our server what became of a template message, once the call is answered. */
  function report(account: SimulatedAccount, persona: Persona, MsgID: string, Status: string): void {
    if (world.appUrl === '') {
      return;
    }
    const event = { event: 'TEMPLATESENDJOBFINISH', eventKey: '', fields: { MsgID, Status } };
    const running = new Promise(setImmediate)
      .then(async () => push(world, account, persona, event))
      .finally(() => world.underway.delete(running));
    world.underway.add(running);
  }

  router.post('/cgi-bin/message/custom/send', needsAccount(world), (ctx) => {
    const account = accountOf(ctx);
    const message = textMessage.safeParse(bodyOf(ctx));
    const persona = message.success && personas.byOpenid(account.app, message.data.touser);
    if (!message.success || !persona) {
      return fail(ctx, message.success ? 40003 : 47001);
    }
    if (Buffer.byteLength(message.data.text.content) > TEXT_BYTES) {
      return fail(ctx, 45002);
    }
    const refused = contacts.takeCustomerMessage(account.key, persona.id);
    if (refused) {
      return fail(ctx, refused);
    }
    inboxes.add(persona.id, { account: account.key, kind: 'text', text: message.data.text.content });
    ctx.body = { errcode: 0, errmsg: 'ok' };
  });
  router.post('/cgi-bin/message/template/send', needsAccount(world), (ctx) => {
    const account = accountOf(ctx);
    const message = templateMessage.safeParse(bodyOf(ctx));
    const persona = message.success && personas.byOpenid(account.app, message.data.touser);
    if (!message.success || !persona) {
      return fail(ctx, message.success ? 40003 : 47001);
    }
    const { touser, template_id, client_msg_id, url, miniprogram } = message.data;
    if (!contacts.isFollowing(account.key, persona.id)) {
      return fail(ctx, 43004);
    }
    const data = onOneLine(valuesOf(message.data.data));
    const refused = refusedFields(rules, template_id, data);
    if (refused) {
      return fail(ctx, refused);
    }
    const same = client_msg_id ? `${touser} ${client_msg_id}` : '';
    const before = delivered.get(same);
    const isRepeated = before !== undefined && before.until >= now();
    const id = isRepeated ? before.id : nextId();
    if (!isRepeated) {
      const isBlocked = contacts.isBlocking(account.key, persona.id);
      if (!isBlocked) {
        const template = { id: template_id, data, url, page: miniprogram?.pagepath };
        inboxes.add(persona.id, { account: account.key, kind: 'template', text: '', template });
      }
      report(account, persona, id, isBlocked ? 'failed:user block' : 'success');
    }
    if (same) {
      delivered.set(same, { id, until: now() + SAME_MESSAGE_MS });
    }
    ctx.body = { errcode: 0, errmsg: 'ok', msgid: Number(id) };
  });
  router.post('/cgi-bin/message/subscribe/send', needsToken(world, 'miniprogram'), (ctx) => {
    const message = subscribeMessage.safeParse(bodyOf(ctx));
    const persona = message.success && personas.byOpenid('miniprogram', message.data.touser);
    if (!message.success || !persona) {
      return fail(ctx, message.success ? 40003 : 47001);
    }
    const { template_id: id, page } = message.data;
    const data = valuesOf(message.data.data);
    const refused = refusedFields(rules, id, data);
    if (refused) {
      return fail(ctx, refused);
    }
    if (!contacts.takeAccept(persona.id, id)) {
      return fail(ctx, 43101);
    }
    inboxes.add(persona.id, { kind: 'subscribe', text: '', template: { id, data, page } });
    ctx.body = { errcode: 0, errmsg: 'ok' };
  });

  router.post('/sms', (ctx) => {
    const message = sms.safeParse(bodyOf(ctx));
    ctx.status = message.success ? 200 : 400;
    ctx.body = { ok: message.success };
    if (message.success) {
      const { phone, text } = message.data;
      inboxes.add(personas.byPhone(phone)?.id ?? phone, { kind: 'sms', text });
    }
  });
  return router;
}
