/** WeChat's endpoints that send to people, and our text-message gateway: everything lands in the person's inbox. */
import Router from '@koa/router';
import type { Context } from 'koa';
import { z } from 'zod';
import { bodyOf, fail, needsToken } from './answers';
import type { World } from './world';

const TEMPLATE_FIELD_CHARACTERS = 20;
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

export function createMessageRoutes(world: World): Router {
  const router = new Router();
  const { personas, inboxes, now } = world;
  const delivered = new Map<string, number>();
  let messageNumber = 0;

  function sent(ctx: Context): void {
    messageNumber += 1;
    ctx.body = { errcode: 0, errmsg: 'ok', msgid: messageNumber };
  }

  router.post('/cgi-bin/message/custom/send', needsToken(world, 'officialAccount'), (ctx) => {
    const message = textMessage.safeParse(bodyOf(ctx));
    const persona = message.success && personas.byOpenid('officialAccount', message.data.touser);
    if (!message.success || !persona) {
      return fail(ctx, message.success ? 40003 : 47001);
    }
    inboxes.add(persona.id, { kind: 'text', text: message.data.text.content });
    sent(ctx);
  });
  router.post('/cgi-bin/message/template/send', needsToken(world, 'officialAccount'), (ctx) => {
    const message = templateMessage.safeParse(bodyOf(ctx));
    const persona = message.success && personas.byOpenid('officialAccount', message.data.touser);
    if (!message.success || !persona) {
      return fail(ctx, message.success ? 40003 : 47001);
    }
    const { touser, template_id, client_msg_id, url, miniprogram, data } = message.data;
    const key = client_msg_id && `${touser} ${client_msg_id}`;
    if (!key || (delivered.get(key) ?? 0) < now()) {
      // The platform takes line breaks out and cuts every field.
      const values = Object.entries(valuesOf(data)).map(([name, value]) => [
        name,
        [...value.replace(/\s*\n\s*/g, ' ')].slice(0, TEMPLATE_FIELD_CHARACTERS).join(''),
      ]);
      const template = {
        id: template_id,
        data: Object.fromEntries(values),
        url,
        page: miniprogram?.pagepath,
      };
      inboxes.add(persona.id, { kind: 'template', text: '', template });
    }
    if (key) {
      delivered.set(key, now() + SAME_MESSAGE_MS);
    }
    sent(ctx);
  });
  router.post('/cgi-bin/message/subscribe/send', needsToken(world, 'miniprogram'), (ctx) => {
    const message = subscribeMessage.safeParse(bodyOf(ctx));
    const persona = message.success && personas.byOpenid('miniprogram', message.data.touser);
    if (!message.success || !persona) {
      return fail(ctx, message.success ? 40003 : 47001);
    }
    const data = valuesOf(message.data.data);
    if (Object.values(data).some((value) => value === '')) {
      return fail(ctx, 47003);
    }
    const template = { id: message.data.template_id, data, page: message.data.page };
    inboxes.add(persona.id, { kind: 'subscribe', text: '', template });
    ctx.body = { errcode: 0, errmsg: 'ok' };
  });
  router.post('/cgi-bin/menu/create', needsToken(world, 'officialAccount'), (ctx) => {
    const menu = z.object({ button: z.array(z.unknown()).min(1).max(3) }).safeParse(bodyOf(ctx));
    if (!menu.success) {
      return fail(ctx, 47001);
    }
    world.menu = menu.data;
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
