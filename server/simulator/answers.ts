/** How WeChat answers: HTTP 200 always; trouble is an errcode with English words. */
import type { Context, Next } from 'koa';
import type { SimulatedAccount } from './accounts';
import type { SimulatedApp } from './personas';
import type { World } from './world';

const MESSAGES: Readonly<Record<number, string>> = {
  40001: 'invalid credential, access_token is invalid or not latest',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40016: 'invalid button size',
  40017: 'invalid button type',
  40018: 'invalid button name size',
  40019: 'invalid button key size',
  40020: 'invalid button url size',
  40023: 'invalid sub button size',
  40125: 'invalid appsecret',
  40163: 'code been used',
  41001: 'access_token missing',
  41008: 'missing code',
  43004: 'require subscribe',
  43101: 'user refuse to accept the msg',
  44002: 'empty post data',
  45015: 'response out of time limit or subscription is canceled',
  45047: 'out of response count limit',
  46003: 'menu no exist',
  47001: 'data format error',
  47003: 'argument invalid! data value is empty or malformed',
  // As people quote it; not seen by us.
  84001: 'invalid identity id',
};

export function fail(ctx: Context, errcode: number): void {
  ctx.body = { errcode, errmsg: `${MESSAGES[errcode] ?? 'error'} rid: 0-0-0` };
}

/** The parsed JSON body. */
export const bodyOf = (ctx: Context) => (ctx.request as { body?: unknown }).body;

/** Lets only calls with a valid access_token of that app through. */
export function needsToken({ tokens }: World, app: SimulatedApp) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const token = ctx.query.access_token;
    if (typeof token !== 'string') {
      return fail(ctx, 41001);
    }
    if (!tokens.isValid(app, token)) {
      return fail(ctx, 40001);
    }
    await next();
  };
}

/** Lets only calls with a valid access_token of an official account through; `accountOf` tells which one it is. */
export function needsAccount({ tokens, accounts }: World) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const token = ctx.query.access_token;
    if (typeof token !== 'string') {
      return fail(ctx, 41001);
    }
    const owner = tokens.ownerOf(token);
    const account = accounts.find(({ app }) => app === owner);
    if (!account) {
      return fail(ctx, 40001);
    }
    ctx.state.account = account;
    await next();
  };
}

/** The official account whose token the call has. */
export const accountOf = (ctx: Context): SimulatedAccount => ctx.state.account;
