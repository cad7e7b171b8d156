import { slotOf, slotStart, toShortCode, toToken, validUntil } from '@common/rules/qr';
import type { Platform } from '../../platform';

/** What a token stands for. */
export interface TokenRecord {
  displayId: string;
  slot: number;
  periodMs: number;
}
/** The code on show in one slot. */
export interface Turn {
  token: string;
  shortCode: string;
  slot: number;
  /** Milliseconds until the next turn. */
  turnsInMs: number;
}

// Kept past its end so that a late scan is told "expired" and not "unknown".
const REMEMBERED_MS = 10 * 60_000;

export interface Tokens {
  /** The code of a display's present slot; any process may turn it and all show the same. */
  current(displayId: string, periodMs: number): Promise<Turn>;
  /** What a token or a typed short code stands for, good or expired; null for one that never was. */
  find(by: { token: string } | { shortCode: string }): Promise<TokenRecord | null>;
}

/**
 * The rotating tokens (DESIGN "Rotating QR"): 96 random bits in Redis. The token's own record is written before the slot's
 * `SET NX` publishes it, so whoever sees a code can always redeem it; the loser of the race shows the winner's code.
 */
export function createTokens({ redis, clock, random }: Platform): Tokens {
  const tokenKey = (token: string) => `qr:token:${token}`;
  const codeKey = (shortCode: string) => `qr:code:${shortCode}`;
  const slotKey = (displayId: string, slot: number) => `qr:{${displayId}}:${slot}`;

  return {
    async current(displayId, periodMs) {
      const now = clock.now();
      const slot = slotOf(now, periodMs);
      const turnsInMs = slotStart(slot + 1, periodMs) - now;
      const key = slotKey(displayId, slot);
      const shown = (await redis.get(key)) ?? (await publish());
      const [token = '', shortCode = ''] = shown.split(' ');
      return { token, shortCode, slot, turnsInMs };

      async function publish(): Promise<string> {
        const token = toToken(random.bytes(12));
        const shortCode = toShortCode(random.bytes(5));
        const lifeMs = validUntil(slot, periodMs) - now + REMEMBERED_MS;
        const record: TokenRecord = { displayId, slot, periodMs };
        await redis.set(tokenKey(token), JSON.stringify(record), 'PX', lifeMs);
        await redis.set(codeKey(shortCode), token, 'PX', lifeMs);
        const mine = `${token} ${shortCode}`;
        if (await redis.set(key, mine, 'PX', turnsInMs + 1_000, 'NX')) {
          return mine;
        }
        // Never shown, so never good.
        await redis.del(tokenKey(token));
        await redis.del(codeKey(shortCode));
        return (await redis.get(key)) ?? mine;
      }
    },
    async find(by) {
      const token = 'token' in by ? by.token : await redis.get(codeKey(by.shortCode));
      const text = token ? await redis.get(tokenKey(token)) : null;
      return text ? (JSON.parse(text) as TokenRecord) : null;
    },
  };
}
