/** WeChat's interfaces for an official account's menu, with its bounds. */
import Router from '@koa/router';
import { z } from 'zod';
import { accountOf, bodyOf, fail, needsAccount } from './answers';
import type { World } from './world';

const button = z.object({
  name: z.string(),
  type: z.string().optional(),
  key: z.string().optional(),
  url: z.string().optional(),
  appid: z.string().optional(),
  pagepath: z.string().optional(),
});
const menuInput = z.object({ button: z.array(button.extend({ sub_button: z.array(button).optional() })) });
type Button = z.output<typeof button>;

const bytes = (text: string) => Buffer.byteLength(text);

/** The errcode for one entry. */
function refusedEntry({ type, key = '', url = '', appid, pagepath }: Button): number | null {
  switch (type) {
    case 'click':
    case 'scancode_push':
    case 'scancode_waitmsg':
      return key !== '' && bytes(key) <= 128 ? null : 40019;
    case 'view':
      return /^https?:\/\//.test(url) && bytes(url) <= 1024 ? null : 40020;
    case 'miniprogram':
      return appid && pagepath && /^https?:\/\//.test(url) ? null : 40020;
    default:
      return 40017;
  }
}

function refusedMenu({ button: top }: z.output<typeof menuInput>): number | null {
  if (top.length < 1 || top.length > 3) {
    return 40016;
  }
  for (const { name, sub_button: subs, ...entry } of top) {
    if (name === '' || bytes(name) > 16 || subs?.some((sub) => sub.name === '' || bytes(sub.name) > 60)) {
      return 40018;
    }
    if (subs && (subs.length < 1 || subs.length > 5)) {
      return 40023;
    }
    const refused = (subs ?? [{ name, ...entry }]).map(refusedEntry).find((errcode) => errcode !== null);
    if (refused) {
      return refused;
    }
  }
  return null;
}

export function createMenuRoutes(world: World): Router {
  const router = new Router();
  router.post('/cgi-bin/menu/create', needsAccount(world), (ctx) => {
    const menu = menuInput.safeParse(bodyOf(ctx));
    const refused = menu.success ? refusedMenu(menu.data) : 47001;
    if (!menu.success || refused) {
      return fail(ctx, refused ?? 47001);
    }
    world.menus.set(accountOf(ctx).key, menu.data);
    ctx.body = { errcode: 0, errmsg: 'ok' };
  });
  router.get('/cgi-bin/menu/get', needsAccount(world), (ctx) => {
    const menu = world.menus.get(accountOf(ctx).key);
    if (!menu) {
      return fail(ctx, 46003);
    }
    ctx.body = { menu: withSubs(menu as z.output<typeof menuInput>) };
  });
  return router;
}

/** WeChat gives an empty `sub_button` back where there is none. */
const withSubs = ({ button: top }: z.output<typeof menuInput>) => ({
  button: top.map(({ sub_button = [], ...entry }) => ({
    ...entry,
    sub_button: sub_button.map((sub) => ({ ...sub, sub_button: [] })),
  })),
});
