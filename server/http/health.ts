import Router from '@koa/router';
import type { Platform } from '../platform';

/** What a balancer and Prometheus ask. Not part of the API's contract. */
export function healthRoutes({ mongo, redis, metrics }: Platform): Router {
  const router = new Router();
  router.get('/healthz', (ctx) => {
    ctx.body = { ok: true };
  });
  router.get('/readyz', async (ctx) => {
    const answers = await Promise.allSettled([mongo.db?.admin().ping(), redis.ping()]);
    const [mongodb, store] = answers.map((answer) => answer.status === 'fulfilled');
    ctx.status = mongodb && store ? 200 : 503;
    ctx.body = { ok: Boolean(mongodb && store), mongodb, redis: store };
  });
  router.get('/metrics', async (ctx) => {
    // Proxied from outside it would tell strangers how busy a province is: operators scrape it on loopback.
    if (!/^(::ffff:)?127\.|^::1$/.test(ctx.req.socket.remoteAddress ?? '') || ctx.get('x-forwarded-for')) {
      ctx.status = 404;
      return;
    }
    ctx.type = metrics.registry.contentType;
    ctx.body = await metrics.registry.metrics();
  });
  return router;
}
