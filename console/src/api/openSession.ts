import type { Session } from '@common/contract/accounts';
import type { Client } from '@common/contract/client';
import { ApiError } from '@common/contract/errors';
import { solveCaptcha } from './captcha';

/** A question may run out while it is worked on, or a colleague's failures ask for another. */
const MAX_QUESTIONS = 3;

/**
 * Signs in by password; where the server asks for 安全验证 first, it is solved and the sign-in repeated.
 * @param onCaptcha Told while the question is worked on.
 * @throws ApiError As `accounts.signInWithPassword`.
 */
export async function openSession(
  client: Client,
  given: { name: string; password: string },
  onCaptcha: (isSolving: boolean) => void = () => undefined,
): Promise<Session> {
  let captcha: string | undefined;
  for (let asked = 0; ; asked++) {
    try {
      return await client.accounts.signInWithPassword({ ...given, captcha });
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'CAPTCHA_REQUIRED' || asked === MAX_QUESTIONS) {
        throw error;
      }
    }
    onCaptcha(true);
    try {
      captcha = (await solveCaptcha(await client.accounts.captcha({}))) ?? undefined;
    } finally {
      onCaptcha(false);
    }
  }
}
