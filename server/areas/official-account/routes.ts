import Router from '@koa/router';
import type { Context } from 'koa';
import { MAIN_ACCOUNT } from '../../platform/officialAccounts';
import type { OfficialAccount } from './service';
import { MAX_XML_BYTES } from './xml';

/** Where WeChat delivers messages (开发者服务器地址): the main account's, and the others' by their keys. */
const MESSAGES_PATH = '/wechat/messages{/:account}';

/**
 * WeChat's door. It reads the raw body itself, so it stands before any body parser; it answers in WeChat's way, not in the
 * API's.
 */
export function officialAccountRoutes(accounts: ReadonlyMap<string, OfficialAccount>): Router {
  const router = new Router();
  const accountOf = (ctx: Context) => accounts.get(ctx.params.account ?? MAIN_ACCOUNT);
  router.get(MESSAGES_PATH, (ctx) => {
    const account = accountOf(ctx);
    if (account) {
      answer(ctx, account.verify(ctx.query));
    }
  });
  router.post(MESSAGES_PATH, async (ctx) => {
    const account = accountOf(ctx);
    const body = account && (await readBody(ctx));
    if (body) {
      answer(ctx, await account.receive(ctx.query, body));
    }
  });
  return router;
}

function answer(ctx: Context, { status, body }: { status: number; body: string }): void {
  ctx.status = status;
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.type = body.startsWith('<xml>') && status === 200 ? 'application/xml' : 'text/plain';
  ctx.body = body;
}

/** The body as it came; null after answering that it is too large (413) or broke off (400). */
async function readBody(ctx: Context): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  if (Number(ctx.get('content-length')) > MAX_XML_BYTES) {
    return tooLarge(ctx);
  }
  try {
    // Not destroyed on return: the connection is still needed for the answer.
    for await (const part of ctx.req.iterator({ destroyOnReturn: false })) {
      size += part.length;
      if (size > MAX_XML_BYTES) {
        return tooLarge(ctx);
      }
      parts.push(part);
    }
  } catch {
    answer(ctx, { status: 400, body: 'malformed' });
    return null;
  }
  return Buffer.concat(parts);
}

/** The rest is not waited for: the connection ends with the answer. */
function tooLarge(ctx: Context): null {
  ctx.req.resume();
  ctx.set('Connection', 'close');
  answer(ctx, { status: 413, body: 'too large' });
  return null;
}
