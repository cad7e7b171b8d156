import path from 'node:path';
import Router from '@koa/router';
import type { Context } from 'koa';
import send from 'koa-send';
import type { Platform } from '../platform';
import { openApiDocument } from './openApi';

const YEAR_MS = 365 * 24 * 3600_000;

async function sendFile(ctx: Context, root: string, file: string): Promise<void> {
  // Names with a content hash never change; pages must be asked for again.
  const isHashed = /\.[0-9a-f]{8}\.|-[\w-]{8}\.\w+$/.test(file);
  ctx.set('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  await send(ctx, file, { root, maxage: isHashed ? YEAR_MS : 0 }).catch((error: { status?: number }) => {
    if (error.status !== 404) {
      throw error;
    }
    ctx.status = 404;
    ctx.type = 'text/plain; charset=utf-8';
    ctx.body = '页面不存在';
  });
}

/** Its own function for this would load the whole bundle into the server. */
const SWAGGER = path.dirname(require.resolve('swagger-ui-dist/package.json'));
const DOCS_PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>继教通 API</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/api/docs/swagger-ui.css">
<body><div id="ui"></div><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`;
const DOCS_SCRIPT = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#ui', deepLinking: true, defaultModelsExpandDepth: 0 });`;

/** The pages: H5 build at `/`, console, venue screen, the landing of a scanned QR, and the API's document. */
export function pageRoutes({ config }: Platform): Router {
  const router = new Router();
  const web = (name: string) => path.resolve(config.WEB_ROOT, name);
  const openApi = JSON.stringify(openApiDocument(config.PUBLIC_URL));

  router.get('/api/openapi.json', (ctx) => {
    ctx.type = 'json';
    ctx.body = openApi;
  });
  router.get('/api/docs', (ctx) => {
    ctx.type = 'html';
    ctx.body = DOCS_PAGE;
  });
  router.get('/api/docs/start.js', (ctx) => {
    ctx.type = 'js';
    ctx.body = DOCS_SCRIPT;
  });
  router.get('/api/docs/:file', async (ctx) => sendFile(ctx, SWAGGER, ctx.params.file ?? ''));

  // Any scanner but WeChat's own lands here; WeChat's opens the mini-program at the same address (普通链接二维码).
  router.get('/q/:token', (ctx) => {
    const text = `${config.PUBLIC_URL}/q/${ctx.params.token}`;
    ctx.redirect(`/#/pages/check-in/index?q=${encodeURIComponent(text)}`);
  });
  // The addresses on printed papers: short, and without a sign-in.
  router.get('/verify{/:code}', (ctx) => {
    const { code = '' } = ctx.params;
    ctx.redirect(`/console/verify${code && `/${encodeURIComponent(code)}`}`);
  });
  // What authorities publish, as the official account's answers and shared links lead to it.
  router.get(['/notices{/:noticeId}', '/faq', '/standards'], (ctx) => ctx.redirect(`/console${ctx.url}`));
  router.get('/certificates', (ctx) => ctx.redirect('/console/certificate-search'));
  router.get('/screen/:ticket', async (ctx) => sendFile(ctx, web('console'), 'screen.html'));
  router.get(['/console', '/console/*path'], async (ctx) => {
    const file = ctx.path.slice('/console/'.length);
    await sendFile(ctx, web('console'), /\.\w+$/.test(file) ? file : 'index.html');
  });
  router.get(['/', '/*path'], async (ctx) => {
    if (ctx.path.startsWith('/api/')) {
      return;
    }
    await sendFile(ctx, web('h5'), ctx.path === '/' ? 'index.html' : ctx.path);
  });
  return router;
}
