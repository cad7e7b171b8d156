import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Middleware } from 'koa';
import helmet from 'koa-helmet';
import type { Config } from '../platform/config';

/** Helmet's headers. Styles may be inline because Ant Design and Taro write them at run time; scripts may not. */
export function securityHeaders(config: Config): Middleware {
  const isHttps = config.PUBLIC_URL.startsWith('https://');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: true,
      directives: {
        'script-src': ["'self'", ...inlineScripts(path.join(config.WEB_ROOT, 'h5', 'index.html'))],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        // Recordings of online classes lie where the organiser has them.
        'media-src': ["'self'", 'https:'],
        'connect-src': ["'self'"],
        'form-action': ["'self'"],
        'upgrade-insecure-requests': isHttps ? [] : null,
      },
    },
    strictTransportSecurity: isHttps,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
}

/** Taro's page sets the root font size in a script of its own: allowed by its hash, and nothing else inline. */
function inlineScripts(file: string): string[] {
  const html = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
}

/** CORS is off unless origins are named: the pages and the API share one. */
export function cors(config: Config): Middleware {
  return async (ctx, next) => {
    const origin = ctx.get('origin');
    if (config.CORS_ORIGINS.includes(origin)) {
      ctx.set({
        'access-control-allow-origin': origin,
        'access-control-allow-headers': 'authorization, content-type, x-request-id',
        'access-control-allow-methods': 'GET, POST, PUT, DELETE',
        'access-control-max-age': '600',
      });
      ctx.vary('Origin');
      if (ctx.method === 'OPTIONS') {
        ctx.status = 204;
        return;
      }
    }
    await next();
  };
}
