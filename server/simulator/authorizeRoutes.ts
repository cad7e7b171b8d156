/** Page authorisation (网页授权) for any browser: the simulated person of this browser agrees at once. */
import Router from '@koa/router';
import type { Context } from 'koa';
import type { Persona } from './personas';
import type { World } from './world';

const COOKIE = 'jjt_simulated_person';
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

export function createAuthorizeRoutes(world: World): Router {
  const router = new Router();
  const { personas, codes, apps } = world;

  /** Chosen by `?persona=`, else by the cookie; a new visitor is the first person. */
  function personOf(ctx: Context): Persona | undefined {
    const asked = ctx.query.persona ?? ctx.cookies.get(COOKIE) ?? '1';
    const persona = personas.find(String(asked));
    if (persona) {
      ctx.cookies.set(COOKIE, persona.id, { httpOnly: true, sameSite: 'lax' });
    }
    return persona;
  }

  /** WeChat sends codes only to the domain that was registered: ours, or this machine's. */
  function returnAddress(text: unknown): URL | null {
    if (typeof text !== 'string' || !URL.canParse(text)) {
      return null;
    }
    const address = new URL(text);
    const isOurs = URL.canParse(world.appUrl) && address.host === new URL(world.appUrl).host;
    return /^https?:$/.test(address.protocol) && (isOurs || LOOPBACK.has(address.hostname)) ? address : null;
  }

  router.get('/connect/oauth2/authorize', (ctx) => {
    const address = returnAddress(ctx.query.redirect_uri);
    const persona = personOf(ctx);
    if (ctx.query.appid !== apps.officialAccount.appId || !address || !persona) {
      ctx.status = 400;
      ctx.body = address ? 'appid 参数错误' : 'redirect_uri 参数错误';
      return;
    }
    address.searchParams.set('code', codes.issue('officialAccount', persona));
    address.searchParams.set('state', String(ctx.query.state ?? ''));
    ctx.redirect(address.href);
  });

  router.get('/personas', (ctx) => {
    const current = personOf(ctx);
    const rows = personas.named.map(({ id, name, phone }) => {
      const mark = id === current?.id ? ' aria-current="true"' : '';
      return `<li><a href="/personas?persona=${id}"${mark}><b>${escapeHtml(name)}</b><span>${phone}</span></a></li>`;
    });
    ctx.type = 'html';
    ctx.body = page(`<h1>这台浏览器是谁？</h1>
<p>选择后，用微信登录的网页就以此人的身份进入。</p><ul>${rows.join('')}</ul><p><a href="/">公众号聊天窗口</a></p>`);
  });
  return router;
}

const page = (body: string) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>模拟微信</title>
<link rel="stylesheet" href="/chat/personas.css"><main>${body}</main></html>`;
