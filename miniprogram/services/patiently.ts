import { isUnreached } from './lateScan';

/** Pauses between the attempts, ms: together with them about as long as a code on the screen lives. */
const PAUSES_MS = [1_000, 2_000];
const GIVE_UP_AFTER_MS = 8_000;

export interface Patience {
  now(): number;
  pause(ms: number): Promise<void>;
}

/**
 * The quick way through a bad network: asks again for some seconds while no answer comes. Only for requests that may be
 * repeated. Rejects with the last error, or at once with a refusal.
 */
export async function patiently<T>(ask: () => Promise<T>, { now, pause }: Patience): Promise<T> {
  const from = now();
  for (const wait of PAUSES_MS) {
    try {
      return await ask();
    } catch (error) {
      if (!isUnreached(error) || now() - from > GIVE_UP_AFTER_MS) {
        throw error;
      }
      await pause(wait);
    }
  }
  return ask();
}
