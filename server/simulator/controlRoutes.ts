/** What scripts, tests and the chat page ask of the simulator itself. */
import Router from '@koa/router';
import type { Context } from 'koa';
import { z } from 'zod';
import { bodyOf } from './answers';
import { faultInput } from './faults';
import type { Persona } from './personas';
import { push } from './pusher';
import { findAccount, type World } from './world';

const personaId = z.coerce.string();
const personaOnly = z.object({ persona: personaId });
const fields = z.record(z.string().regex(/^\w+$/), z.string()).optional();
const content = z.union([
  z.object({ text: z.string().min(1).max(2000) }),
  z.object({ event: z.string().min(1), eventKey: z.string().default(''), fields }),
  z.object({ msgType: z.string().min(1), fields }),
]);
const message = personaOnly
  .extend({
    account: z.string().optional(),
    mode: z.enum(['plain', 'compatible', 'safe']).optional(),
    copies: z.int().min(1).max(5).optional(),
    lost: z.int().min(0).max(2).optional(),
  })
  .and(content);
const loginCode = personaOnly.extend({ app: z.enum(['miniprogram', 'officialAccount']) });

export function createControlRoutes(world: World): Router {
  const router = new Router({ prefix: '/simulator' });
  const { personas, codes, inboxes, faults } = world;

  /** The input in its shape with its person; answers 400 itself. */
  function read<T extends z.ZodType<{ persona: string }>>(
    ctx: Context,
    shape: T,
  ): { input: z.output<T>; persona: Persona } | null {
    const parsed = shape.safeParse(bodyOf(ctx));
    const persona = parsed.success && personas.find(parsed.data.persona);
    if (parsed.success && persona) {
      return { input: parsed.data, persona };
    }
    ctx.status = 400;
    ctx.body = { message: parsed.success ? '没有这个人' : '参数有误' };
    return null;
  }

  router.get('/personas', (ctx) => {
    ctx.body = { personas: personas.named };
  });
  router.get('/personas/:id/inbox', (ctx) => {
    const persona = personas.find(ctx.params.id ?? '');
    ctx.status = persona ? 200 : 404;
    ctx.body = { messages: persona ? inboxes.of(persona.id, Number(ctx.query.after ?? 0)) : [] };
  });
  /** Text messages to phones that no persona has, such as those of demonstration data. */
  router.get('/sms', (ctx) => {
    const phone = String(ctx.query.phone);
    const items = inboxes.of(personas.byPhone(phone)?.id ?? phone);
    ctx.body = { messages: items.filter(({ kind }) => kind === 'sms') };
  });
  router.get('/sms/strangers', (ctx) => {
    ctx.body = { messages: inboxes.toStrangers(Number(ctx.query.after ?? 0)) };
  });
  router.get('/accounts', (ctx) => {
    const accounts = world.accounts.map(({ key, name, aesKey }) => ({
      key,
      name,
      hasSafeMode: aesKey !== null,
    }));
    ctx.body = { accounts, appUrl: world.appUrl };
  });
  router.get('/account', (ctx) => {
    const account = findAccount(world, ctx.query.account ? String(ctx.query.account) : undefined);
    ctx.status = account ? 200 : 404;
    ctx.body = {
      hasSafeMode: Boolean(account?.aesKey),
      menu: (account && world.menus.get(account.key)) ?? null,
      appUrl: world.appUrl,
    };
  });

  router.post('/messages', async (ctx) => {
    const given = read(ctx, message);
    const account = given && findAccount(world, given.input.account);
    if (given && account) {
      ctx.body = await push(world, account, given.persona, given.input, given.input);
    } else if (given) {
      ctx.status = 400;
      ctx.body = { message: '没有这个公众号' };
    }
  });
  router.post('/login-code', (ctx) => {
    const given = read(ctx, loginCode);
    if (given) {
      ctx.body = { code: codes.issue(given.input.app, given.persona) };
    }
  });
  router.post('/phone-code', (ctx) => {
    const given = read(ctx, personaOnly);
    if (given) {
      ctx.body = { code: codes.issue('phone', given.persona) };
    }
  });

  router.post('/faults', (ctx) => {
    const fault = faultInput.safeParse(bodyOf(ctx));
    ctx.status = fault.success ? 200 : 400;
    ctx.body = { ok: fault.success };
    if (fault.success) {
      faults.order(fault.data);
    }
  });
  router.get('/faults', (ctx) => {
    ctx.body = { faults: faults.ordered() };
  });
  router.delete('/faults', (ctx) => {
    faults.clear();
    ctx.body = { ok: true };
  });
  router.get('/calls', (ctx) => {
    ctx.body = { calls: faults.calls(String(ctx.query.path)) };
  });
  return router;
}
