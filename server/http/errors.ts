import { ERRORS, type ErrorBody, type ErrorCode } from '@common/contract/errors';
import { isCollision } from '../platform/mongo';

/** An error that the caller is told about, by a code of the contract. */
export class AppError extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    message?: string,
    readonly details: { field?: string; retryAfter?: number } = {},
  ) {
    super(message ?? ERRORS[code][1]);
    this.name = 'AppError';
    this.status = ERRORS[code][0];
  }

  /** The answer's body. */
  toBody(requestId: string): ErrorBody {
    return { code: this.code, message: this.message, ...this.details, requestId };
  }
}

/** Makes an error to throw: `throw appError('IDNO_TAKEN', { field: 'idNo' })`. */
export function appError(
  code: ErrorCode,
  details: { message?: string; field?: string; retryAfter?: number } = {},
): AppError {
  const { message, ...rest } = details;
  return new AppError(code, message, rest);
}

const STORE_ERRORS = new Set([
  'MongoNetworkError',
  'MongoServerSelectionError',
  'MongoNetworkTimeoutError',
  'MongoPoolClearedError',
  'MongoNotConnectedError',
  'MongooseServerSelectionError',
  'MaxRetriesPerRequestError',
]);

/** Turns whatever was thrown into an error of the contract; the unknown becomes INTERNAL without its detail. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) {
    return error;
  }
  const e = error as { name?: string; message?: string; status?: number; code?: string };
  // Two writes met and this one was not done: it may be sent again.
  if (e?.name && (STORE_ERRORS.has(e.name) || isCollision(error) || e.message === 'Connection is closed.')) {
    return appError('STORE_UNAVAILABLE');
  }
  if (e?.name === 'WechatError') {
    return appError('WECHAT_UNAVAILABLE');
  }
  // What koa and the body parser throw by status.
  if (e?.status === 413) {
    return appError('BODY_TOO_LARGE');
  }
  if (e?.status === 400) {
    return appError('INVALID_INPUT');
  }
  return appError('INTERNAL');
}
