import type { Context } from 'koa';
import type { ServedFile } from './call';

/** Answers a file: stored under its name, or shown where it is a picture of ours; never interpreted as a page. */
export function sendFile(ctx: Context, { name, type, body, isInline }: ServedFile): void {
  ctx.type = type;
  ctx.set('x-content-type-options', 'nosniff');
  ctx.set('content-security-policy', "default-src 'none'; sandbox");
  ctx.set('cache-control', isInline ? 'private, max-age=300' : 'no-store');
  ctx.set(
    'content-disposition',
    `${isInline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
  );
  ctx.body = body;
}
