import type { Area, Caller, Endpoint } from '@common/contract/endpoint';
import Router from '@koa/router';
import type { Context } from 'koa';
import type { z } from 'zod';
import type { Call, EventStream, Handlers } from './call';
import { appError } from './errors';
import { openEventStream } from './eventStream';
import type { RateLimiter } from './rateLimit';
import type { RequestState } from './requestContext';
import { rolesOf, type SessionRecord, type Sessions } from './sessions';

type AnyHandler = (call: Call, stream?: () => EventStream<Endpoint>) => Promise<unknown>;

/** Binds the contract's endpoints to their handlers. What the contract says of callers, limits and shapes is enforced here. */
export function bindContract<C extends Record<string, Area>>(
  contract: C,
  handlers: { [A in keyof C]: Handlers<C[A]> },
  deps: { sessions: Sessions; limit: RateLimiter; stopping: Promise<void> },
): Router {
  const router = new Router();
  for (const [areaName, area] of Object.entries(contract)) {
    for (const [name, endpoint] of Object.entries(area)) {
      const handler = (handlers[areaName] as unknown as Record<string, AnyHandler>)[name];
      if (!handler) {
        throw new Error(`the contract's ${areaName}.${name} has no handler`);
      }
      const serve = async (ctx: Context) => {
        (ctx.state as RequestState).endpoint = `${areaName}.${name}`;
        const { token, session } = await authenticate(ctx, deps.sessions);
        const by = session && token ? (session.identityId ?? session.accountId ?? token) : ctx.ip;
        if (endpoint.limit) {
          await deps.limit(`${areaName}.${name}`, endpoint.limit, by);
        }
        authorise(endpoint, session);
        const call: Call = {
          input: parseInput(endpoint, ctx),
          session,
          token,
          requestId: (ctx.state as RequestState).requestId,
          ip: ctx.ip,
        };
        if (endpoint.stream) {
          await handler(call, () => openEventStream(ctx, endpoint, deps.stopping));
          return;
        }
        // The output schema strips what it does not name: nothing leaves that the contract does not know.
        ctx.body = endpoint.output.parse(await handler(call));
        ctx.set('cache-control', 'no-store');
      };
      router.register(endpoint.path, [endpoint.method.toLowerCase()], serve);
    }
  }
  return router;
}

async function authenticate(ctx: Context, sessions: Sessions) {
  const [, token = null] = /^Bearer ([\w-]{43})$/.exec(ctx.get('authorization')) ?? [];
  return { token, session: token ? await sessions.find(token) : null };
}

/** @throws AppError NOT_SIGNED_IN, PASSWORD_CHANGE_REQUIRED or FORBIDDEN. */
function authorise(endpoint: Endpoint, session: SessionRecord | null): void {
  const who: readonly Caller[] = endpoint.who;
  if (who.includes('anyone')) {
    return;
  }
  if (!session) {
    throw appError('NOT_SIGNED_IN');
  }
  if (session.mustChangePassword && !endpoint.beforePasswordChange) {
    throw appError('PASSWORD_CHANGE_REQUIRED');
  }
  if (!who.includes('session') && !rolesOf(session).some((role) => who.includes(role))) {
    throw appError('FORBIDDEN');
  }
}

function parseInput(endpoint: Endpoint, ctx: Context): unknown {
  const hasBody = endpoint.method === 'POST' || endpoint.method === 'PUT';
  const given = hasBody ? (ctx.request as { body?: object }).body : ctx.query;
  const result = endpoint.input.safeParse({ ...given, ...ctx.params });
  if (!result.success) {
    throw inputError(result.error);
  }
  return result.data;
}

/** Only the first problem is told: a form shows it at its field, and the next one after that. */
function inputError(error: z.ZodError) {
  const [issue] = error.issues;
  return appError('INVALID_INPUT', {
    ...(issue && { message: issue.message, field: issue.path.join('.') || undefined }),
  });
}
