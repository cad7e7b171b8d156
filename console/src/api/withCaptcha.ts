import type { Client } from '@common/contract/client';
import { ApiError } from '@common/contract/errors';
import { solveCaptcha } from './captcha';

/** A question runs out after five minutes, or the connection was cut when its answer had been taken already. */
const MOST_ANSWERS = 2;

/**
 * Calls what always wants 安全验证: solves a question first, and another where the answer came too late.
 * @param onSolving Told while the question is worked on.
 */
export async function withCaptcha<T>(
  client: Client,
  call: (captcha: string) => Promise<T>,
  onSolving: (isSolving: boolean) => void,
): Promise<T> {
  for (let answered = 1; ; answered += 1) {
    onSolving(true);
    let captcha: string | null;
    try {
      captcha = await solveCaptcha(await client.accounts.captcha({}));
    } finally {
      onSolving(false);
    }
    try {
      return await call(captcha ?? '');
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'CAPTCHA_REQUIRED' || answered === MOST_ANSWERS) {
        throw error;
      }
    }
  }
}
