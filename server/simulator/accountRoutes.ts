/** WeChat's endpoints about accounts: access tokens, sign-in codes, phone numbers, users. */
import Router from '@koa/router';
import type { Context } from 'koa';
import { z } from 'zod';
import { accountOf, bodyOf, fail, needsAccount, needsToken } from './answers';
import type { CodePurpose } from './credentials';
import { openidOf, type SimulatedApp } from './personas';
import type { World } from './world';

export function createAccountRoutes(world: World): Router {
  const router = new Router();
  const { apps, accounts, contacts, personas, codes, tokens, now } = world;
  const known = [{ app: 'miniprogram' as const, ...apps.miniprogram }, ...accounts];

  /** Which app the pair belongs to; answers the errcode itself when it is none. */
  function appOf(ctx: Context, appId: unknown, secret: unknown): SimulatedApp | null {
    const found = known.find((one) => one.appId === appId);
    if (!found || found.secret !== secret) {
      fail(ctx, found ? 40125 : 40013);
      return null;
    }
    return found.app;
  }

  function issueToken(ctx: Context, kind: 'plain' | 'stable', input: Record<string, unknown>): void {
    const app = appOf(ctx, input.appid, input.secret);
    if (app) {
      const token = tokens.issue(app, kind, input.force_refresh === true);
      ctx.body = { access_token: token.value, expires_in: token.expiresIn };
    }
  }

  /** The person whose code it is; answers the errcode itself. */
  function redeem(ctx: Context, purpose: CodePurpose, code: unknown) {
    const redeemed = typeof code === 'string' && code ? codes.redeem(purpose, code) : { errcode: 41008 };
    if ('persona' in redeemed) {
      return redeemed.persona;
    }
    fail(ctx, redeemed.errcode);
    return null;
  }

  router.get('/cgi-bin/token', (ctx) => issueToken(ctx, 'plain', ctx.query));
  router.post('/cgi-bin/stable_token', (ctx) =>
    issueToken(ctx, 'stable', z.record(z.string(), z.unknown()).catch({}).parse(bodyOf(ctx))),
  );

  router.get('/sns/jscode2session', (ctx) => {
    const app = appOf(ctx, ctx.query.appid, ctx.query.secret);
    const persona = app && redeem(ctx, 'miniprogram', ctx.query.js_code);
    if (persona) {
      const session_key = Buffer.alloc(16, persona.id).toString('base64');
      ctx.body = { openid: persona.openids.miniprogram, session_key, unionid: persona.unionid };
    }
  });
  router.get('/sns/oauth2/access_token', (ctx) => {
    const app = appOf(ctx, ctx.query.appid, ctx.query.secret);
    const persona = app && redeem(ctx, 'officialAccount', ctx.query.code);
    if (persona) {
      // snsapi_base: no unionid.
      const openid = persona.openids.officialAccount;
      ctx.body = { access_token: `u_${openid}`, expires_in: 7200, openid, scope: 'snsapi_base' };
    }
  });
  router.post('/wxa/business/getuserphonenumber', needsToken(world, 'miniprogram'), (ctx) => {
    const { code } = z.object({ code: z.string() }).catch({ code: '' }).parse(bodyOf(ctx));
    const persona = redeem(ctx, 'phone', code);
    if (persona) {
      ctx.body = {
        errcode: 0,
        errmsg: 'ok',
        phone_info: {
          phoneNumber: persona.phone,
          purePhoneNumber: persona.phone,
          countryCode: '86',
          watermark: { timestamp: Math.floor(now() / 1000), appid: apps.miniprogram.appId },
        },
      };
    }
  });
  router.get('/cgi-bin/user/info', needsAccount(world), (ctx) => {
    const { app, key } = accountOf(ctx);
    const persona = personas.byOpenid(app, String(ctx.query.openid));
    if (!persona) {
      return fail(ctx, 40003);
    }
    const openid = openidOf(persona, app);
    // Of who does not follow nothing else is told.
    ctx.body = contacts.isFollowing(key, persona.id)
      ? { subscribe: 1, openid, language: 'zh_CN', unionid: persona.unionid }
      : { subscribe: 0, openid };
  });
  return router;
}
