import type { Context } from 'koa';
import multer from 'multer';
import type { UploadedFile } from './call';
import { appError } from './errors';

/**
 * Reads a multipart/form-data body with one file in the field `file` into memory, bounded; the other fields become the body.
 * @throws AppError BODY_TOO_LARGE; INVALID_INPUT without a file.
 */
export async function receiveFile(ctx: Context, maxBytes: number): Promise<UploadedFile> {
  const parse = multer({ limits: { fileSize: maxBytes, files: 1, fields: 20, fieldSize: 10_000 } }).single(
    'file',
  );
  const req = ctx.req as Parameters<typeof parse>[0];
  await new Promise<void>((resolve, reject) => {
    parse(req, ctx.res as Parameters<typeof parse>[1], (error: unknown) =>
      error ? reject(refusal(error, maxBytes)) : resolve(),
    );
  });
  if (!req.file) {
    throw appError('INVALID_INPUT', { message: '请选择文件', field: 'file' });
  }
  (ctx.request as { body?: object }).body = { ...req.body };
  // Multipart names are read as Latin-1; browsers and phones send UTF-8.
  return { name: Buffer.from(req.file.originalname, 'latin1').toString('utf8'), bytes: req.file.buffer };
}

function refusal(error: unknown, maxBytes: number) {
  return (error as { code?: string }).code === 'LIMIT_FILE_SIZE'
    ? appError('BODY_TOO_LARGE', {
        message: `文件过大，最大${Math.round(maxBytes / 1024 / 1024)}MB`,
        field: 'file',
      })
    : appError('INVALID_INPUT', { message: '文件上传失败，请重新选择文件', field: 'file' });
}
