import type { Context, Middleware } from 'koa';
import type { Platform } from '../platform';
import { appError, toAppError } from './errors';

/** What our middlewares keep on a request. */
export interface RequestState {
  requestId: string;
  /** `area.endpoint`, for logs and metrics; unset outside the contract. */
  endpoint?: string;
}

/** The request's own id; a proxy's is taken over when it is well formed, so that logs join up. */
function requestIdOf(ctx: Context, platform: Platform): string {
  const given = ctx.get('x-request-id');
  return /^[\w-]{8,64}$/.test(given) ? given : platform.random.bytes(9).toString('base64url');
}

/**
 * The outermost middleware: gives the request an id, turns every error into the contract's shape, logs one line and counts.
 * Neither query nor body is logged: they carry personal data.
 */
export function requestContext(platform: Platform): Middleware {
  return async (ctx, next) => {
    const state = ctx.state as RequestState;
    const startedAt = performance.now();
    state.requestId = requestIdOf(ctx, platform);
    ctx.set('x-request-id', state.requestId);
    try {
      await next();
      if (ctx.status === 404 && ctx.body === undefined && ctx.path.startsWith('/api/')) {
        throw appError('NOT_FOUND', { message: '没有这个接口' });
      }
    } catch (error) {
      answerError(ctx, platform, error);
    }
    const seconds = (performance.now() - startedAt) / 1000;
    if (state.endpoint) {
      platform.metrics.requests.observe({ endpoint: state.endpoint, status: String(ctx.status) }, seconds);
      platform.log.info(
        {
          requestId: state.requestId,
          endpoint: state.endpoint,
          status: ctx.status,
          ms: Math.round(seconds * 1000),
        },
        'request',
      );
    }
  };
}

function answerError(ctx: Context, platform: Platform, error: unknown): void {
  const { requestId } = ctx.state as RequestState;
  const known = toAppError(error);
  if (known.status >= 500) {
    platform.log.error({ requestId, err: error }, 'request failed');
  }
  ctx.status = known.status;
  if (known.details.retryAfter) {
    ctx.set('retry-after', String(Math.ceil(known.details.retryAfter)));
  }
  ctx.body = known.toBody(requestId);
}
