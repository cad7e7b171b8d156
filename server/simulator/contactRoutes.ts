/** Controls of how people stand to the official accounts, and of how strict WeChat is. */
import Router from '@koa/router';
import { z } from 'zod';
import { bodyOf } from './answers';
import { findAccount, type World } from './world';

const who = z.object({ persona: z.coerce.string(), account: z.string().optional() });
const contactInput = who.extend({ isFollowing: z.boolean().optional(), isBlocking: z.boolean().optional() });
const acceptInput = z.object({
  persona: z.coerce.string(),
  templateId: z.string().min(1),
  times: z.int().min(1).max(100).default(1),
});
const rulesInput = z.object({
  hasWindow: z.boolean().optional(),
  requiresAccept: z.boolean().optional(),
  templates: z.record(z.string(), z.array(z.string())).nullable().optional(),
});

export function createContactRoutes(world: World): Router {
  const router = new Router({ prefix: '/simulator' });
  const { contacts, personas, rules } = world;

  /** The person and the account's key; null where there is none such. */
  function find(given: unknown): { persona: string; key: string } | null {
    const parsed = who.safeParse(given);
    const persona = parsed.success && personas.find(parsed.data.persona);
    const account = parsed.success && findAccount(world, parsed.data.account);
    return persona && account ? { persona: persona.id, key: account.key } : null;
  }
  const standing = ({ persona, key }: { persona: string; key: string }) => ({
    isFollowing: contacts.isFollowing(key, persona),
    isBlocking: contacts.isBlocking(key, persona),
  });

  router.get('/contacts', (ctx) => {
    const found = find(ctx.query);
    ctx.status = found ? 200 : 404;
    ctx.body = found ? standing(found) : { message: '没有这个人或公众号' };
  });
  /** Without telling our server: whoever wants it told pushes `subscribe` or `unsubscribe`. */
  router.post('/contacts', (ctx) => {
    const found = find(bodyOf(ctx));
    const input = contactInput.safeParse(bodyOf(ctx));
    if (!found || !input.success) {
      ctx.status = 400;
      ctx.body = { message: '没有这个人或公众号' };
      return;
    }
    const { isFollowing, isBlocking } = { ...standing(found), ...input.data };
    contacts.setFollowing(found.key, found.persona, isFollowing);
    contacts.setBlocking(found.key, found.persona, isBlocking);
    ctx.body = standing(found);
  });
  /** A person's yes in the mini-program to subscribe messages of a template. */
  router.post('/accepts', (ctx) => {
    const input = acceptInput.safeParse(bodyOf(ctx));
    ctx.status = input.success ? 200 : 400;
    ctx.body = { ok: input.success };
    if (input.success) {
      contacts.accept(input.data.persona, input.data.templateId, input.data.times);
    }
  });
  router.get('/rules', (ctx) => {
    ctx.body = rules;
  });
  router.post('/rules', (ctx) => {
    const input = rulesInput.safeParse(bodyOf(ctx));
    ctx.status = input.success ? 200 : 400;
    Object.assign(rules, input.success ? input.data : {});
    ctx.body = rules;
  });
  return router;
}
