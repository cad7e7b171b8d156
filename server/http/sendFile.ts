import { Readable } from 'node:stream';
import type { Context } from 'koa';
import { byteRange } from './byteRange';
import type { RangedBody, ServedFile } from './call';

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
  if ('range' in body) {
    sendRanged(ctx, body);
  } else {
    ctx.body = body;
  }
}

/** The whole, or the part that was asked for; of another file than the one begun with, the whole (RFC 9110 §13.1.5). */
function sendRanged(ctx: Context, { size, etag, range }: RangedBody): void {
  const tag = `"${etag}"`;
  ctx.set('accept-ranges', 'bytes');
  ctx.set('etag', tag);
  // Its bytes are counted as they are stored.
  (ctx as { compress?: boolean }).compress = false;
  const isSame = ['', tag].includes(ctx.get('if-range'));
  const part = isSame ? byteRange(ctx.get('range'), size) : null;
  if (part === 'unsatisfiable') {
    ctx.status = 416;
    ctx.set('content-range', `bytes */${size}`);
    ctx.body = '';
    return;
  }
  const { start, end } = part ?? { start: 0, end: size };
  ctx.status = part ? 206 : 200;
  if (part) {
    ctx.set('content-range', `bytes ${start}-${end - 1}/${size}`);
  }
  ctx.body = ctx.method === 'HEAD' ? Readable.from([]) : range(start, end);
  ctx.length = end - start;
}
