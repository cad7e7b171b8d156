import type { Area, Caller, Endpoint } from '@common/contract/endpoint';
import { PERMISSIONS, type Permission } from '@common/terms';
import Router from '@koa/router';
import type { Context } from 'koa';
import type { z } from 'zod';
import type { Call, EventStream, Handlers, ServedFile } from './call';
import { appError } from './errors';
import { openEventStream } from './eventStream';
import type { RateLimiter } from './rateLimit';
import { receiveFile } from './receiveFile';
import type { RequestState } from './requestContext';
import { sendFile } from './sendFile';
import { rolesOf, type SessionRecord, type Sessions } from './sessions';

type AnyHandler = (call: Call, stream?: () => EventStream<Endpoint>) => Promise<unknown>;

/** Binds the contract's endpoints to their handlers. What the contract says of callers, limits and shapes is enforced here. */
export function bindContract<C extends Record<string, Area>>(
  contract: C,
  handlers: { [A in keyof C]: Handlers<C[A]> },
  deps: {
    sessions: Sessions;
    limit: RateLimiter;
    stopping: Promise<void>;
    /** The 权限 of an administrator as they stand now; empty for one who was removed. */
    permissionsOf(administratorId: string): Promise<readonly Permission[]>;
  },
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
        await authorisePermission(endpoint, session, deps.permissionsOf);
        const file = endpoint.upload ? await receiveFile(ctx, endpoint.upload.maxBytes) : null;
        const call: Call = {
          input: parseInput(endpoint, ctx),
          session,
          token,
          requestId: (ctx.state as RequestState).requestId,
          ip: ctx.ip,
          userAgent: ctx.get('user-agent').slice(0, 300),
          file,
        };
        if (endpoint.stream) {
          await handler(call, () => openEventStream(ctx, endpoint, deps.stopping));
          return;
        }
        if (endpoint.download) {
          sendFile(ctx, (await handler(call)) as ServedFile);
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

/** @throws AppError NOT_SIGNED_IN, FORBIDDEN, ADMINISTRATOR_REQUIRED or PASSWORD_CHANGE_REQUIRED. */
function authorise(endpoint: Endpoint, session: SessionRecord | null): void {
  const who: readonly Caller[] = endpoint.who;
  if (who.includes('anyone')) {
    return;
  }
  if (!session) {
    throw appError('NOT_SIGNED_IN');
  }
  if (!who.includes('session') && !rolesOf(session).some((role) => who.includes(role))) {
    throw appError('FORBIDDEN');
  }
  // First who it is, then his new password: a change is by somebody.
  if (isNameless(session) && !endpoint.beforeAdministrator && !mayAsLearner(endpoint, session)) {
    throw appError('ADMINISTRATOR_REQUIRED');
  }
  if (session.mustChangePassword && !endpoint.beforePasswordChange && !endpoint.beforeAdministrator) {
    throw appError('PASSWORD_CHANGE_REQUIRED');
  }
}

const isNameless = ({ unitId, authorityId, administratorId }: SessionRecord) =>
  Boolean(unitId || authorityId) && !administratorId;

/** A learner who is about to become an administrator on the same phone keeps what is his. */
const mayAsLearner = ({ who }: Endpoint, { identityId, learnerId }: SessionRecord) =>
  (Boolean(learnerId) && who.includes('learner')) || (Boolean(identityId) && who.includes('wechat'));

/** @throws AppError PERMISSION_REQUIRED. */
async function authorisePermission(
  { permission, who }: Endpoint,
  session: SessionRecord | null,
  permissionsOf: (administratorId: string) => Promise<readonly Permission[]>,
): Promise<void> {
  const actsForMany = (session?.unitId && who.includes('unit')) || session?.authorityId;
  if (!permission || !actsForMany) {
    return;
  }
  const held = session?.administratorId ? await permissionsOf(session.administratorId) : [];
  if (!held.includes(permission)) {
    throw appError('PERMISSION_REQUIRED', {
      message: `您没有“${PERMISSIONS[permission]}”权限，请联系本单位有“${PERMISSIONS.manageAccount}”权限的管理员开通`,
    });
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
