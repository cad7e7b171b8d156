/** The official accounts' QR codes: WeChat's interface that makes them, and scanning one as a control. */
import Router from '@koa/router';
import { z } from 'zod';
import { accountOf, bodyOf, fail, needsAccount } from './answers';
import { push } from './pusher';
import { findAccount, type World } from './world';

const MOST_SECONDS = 2_592_000;

const create = z.object({
  expire_seconds: z.int().min(1).max(MOST_SECONDS).default(60),
  action_name: z.enum(['QR_STR_SCENE', 'QR_LIMIT_STR_SCENE']),
  action_info: z.object({ scene: z.object({ scene_str: z.string().min(1).max(64) }) }),
});
const scan = z.object({ persona: z.coerce.string(), text: z.string().trim().min(1) });

export function createQrRoutes(world: World): Router {
  const router = new Router();
  const { qrs, contacts, personas, now } = world;

  router.post('/cgi-bin/qrcode/create', needsAccount(world), (ctx) => {
    const given = create.safeParse(bodyOf(ctx));
    if (!given.success) {
      return fail(ctx, 47001);
    }
    const { expire_seconds, action_info } = given.data;
    const { ticket, url } = qrs.make(accountOf(ctx).key, action_info.scene.scene_str, expire_seconds);
    ctx.body = { ticket, expire_seconds, url };
  });

  router.get('/simulator/qrs', (ctx) => {
    const account = findAccount(world, ctx.query.account ? String(ctx.query.account) : undefined);
    ctx.body = { qrs: account ? qrs.live(account.key) : [] };
  });
  /** `text` is what the QR holds, or its scene. */
  router.post('/simulator/scan', async (ctx) => {
    const given = scan.safeParse(bodyOf(ctx));
    const persona = given.success && personas.find(given.data.persona);
    const qr = given.success && qrs.find(given.data.text);
    const account = qr && findAccount(world, qr.account);
    if (!persona || !account || qr.until <= now()) {
      ctx.status = 400;
      ctx.body = { message: qr && persona ? '二维码已过期' : '这不是公众号的二维码' };
      return;
    }
    const isFollowing = contacts.isFollowing(account.key, persona.id);
    const event = isFollowing
      ? { event: 'SCAN', eventKey: qr.scene }
      : { event: 'subscribe', eventKey: `qrscene_${qr.scene}` };
    const fields = { Ticket: qr.ticket };
    ctx.body = { account: account.key, ...(await push(world, account, persona, { ...event, fields })) };
  });
  return router;
}
