import { slotOf, slotStart, toShortCode, toToken, validUntil } from '@common/rules/qr';
import type { Direction } from '@common/terms';
import { isValidObjectId } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { briefly } from '../../platform/briefly';
import { displayModel } from './model';

/** What a token stands for: all that a scan needs to know of its screen. */
export interface TokenRecord {
  displayId: string;
  activityId: string;
  courseId: string;
  direction: Direction;
  slot: number;
  periodMs: number;
  /** When the screen ends by itself, ms. */
  openUntil: number;
}
/** The code on show in one slot. */
export interface Turn {
  token: string;
  shortCode: string;
  slot: number;
  /** Milliseconds until the next turn. */
  turnsInMs: number;
}

/** A screen is opened for a day. */
export const DISPLAY_LIFE_MS = 24 * 3600_000;
/** No token is good for longer: two days of a daily code. */
export const TOKEN_LIFE_MOST_MS = 2 * 24 * 3600_000;
/**
 * How long a code is known after it was on show: a phone without a network sends its scan later, and a late scan is told
 * "expired" and not "unknown". About 400 bytes a code, so 3.5 MB of Redis for a screen that turned every 5 s all this time.
 */
const REMEMBERED_MS = 12 * 3600_000;
// What a display is for does not change.
const DISPLAY_KNOWN_MS = 60_000;

/** Stands in Redis for a screen that was closed. */
export const closedKey = (displayId: string) => `qr:closed:${displayId}`;

export interface Tokens {
  /**
   * The code of a display's present slot; any process may turn it and all show the same.
   * @throws AppError NOT_FOUND for a display that never was.
   */
  current(displayId: string, periodMs: number): Promise<Turn>;
  /**
   * The code of the slot after the present one, for the server alone: it is not good before its slot, and a screen gets it when
   * that starts. So a thousand screens turn without asking Redis in that instant.
   */
  coming(displayId: string, periodMs: number): Promise<Omit<Turn, 'turnsInMs'>>;
  /** What a token or a typed short code stands for, good or expired; null for one that never was. */
  find(by: { token: string } | { shortCode: string }): Promise<TokenRecord | null>;
}

/**
 * The rotating tokens (DESIGN "Rotating QR"): 96 random bits in Redis. The token's own record is written before the slot's
 * `SET NX` publishes it, so whoever sees a code can always redeem it; the loser of the race shows the winner's code.
 */
export function createTokens({ redis, mongo, clock, random }: Platform): Tokens {
  const Display = displayModel(mongo);
  const tokenKey = (token: string) => `qr:token:${token}`;
  const codeKey = (shortCode: string) => `qr:code:${shortCode}`;
  const slotKey = (displayId: string, slot: number) => `qr:{${displayId}}:${slot}`;
  const displayOf = briefly(clock, DISPLAY_KNOWN_MS, async (displayId: string) => {
    const display = isValidObjectId(displayId) ? await Display.findById(displayId).lean() : null;
    if (!display) {
      throw appError('NOT_FOUND');
    }
    return {
      activityId: String(display.activityId),
      courseId: String(display.courseId),
      direction: display.direction,
      openUntil: display.openedAt.getTime() + DISPLAY_LIFE_MS,
    };
  });

  /** The code of a display in a slot, made where there is none yet. */
  async function codeOf(displayId: string, periodMs: number, slot: number, now: number) {
    const key = slotKey(displayId, slot);
    const shown = (await redis.get(key)) ?? (await publish());
    const [token = '', shortCode = ''] = shown.split(' ');
    return { token, shortCode, slot };

    async function publish(): Promise<string> {
      const token = toToken(random.bytes(12));
      const shortCode = toShortCode(random.bytes(5));
      const lifeMs = validUntil(slot, periodMs) - now + REMEMBERED_MS;
      const record = toText({ displayId, slot, periodMs, ...(await displayOf(displayId)) });
      await redis
        .multi()
        .set(tokenKey(token), record, 'PX', lifeMs)
        .set(codeKey(shortCode), token, 'PX', lifeMs)
        .exec();
      const mine = `${token} ${shortCode}`;
      if (await redis.set(key, mine, 'PX', slotStart(slot + 1, periodMs) - now + 1_000, 'NX')) {
        return mine;
      }
      // Never shown, so never good.
      await redis.del(tokenKey(token), codeKey(shortCode));
      return (await redis.get(key)) ?? mine;
    }
  }

  return {
    async current(displayId, periodMs) {
      const now = clock.now();
      const slot = slotOf(now, periodMs);
      const code = await codeOf(displayId, periodMs, slot, now);
      return { ...code, turnsInMs: slotStart(slot + 1, periodMs) - now };
    },
    async coming(displayId, periodMs) {
      const now = clock.now();
      return codeOf(displayId, periodMs, slotOf(now, periodMs) + 1, now);
    },
    async find(by) {
      const token = 'token' in by ? by.token : await redis.get(codeKey(by.shortCode));
      const text = token ? await redis.get(tokenKey(token)) : null;
      return text ? fromText(text) : null;
    },
  };
}

/** Without the names that JSON would repeat in every code. */
const toText = ({ displayId, activityId, courseId, direction, slot, periodMs, openUntil }: TokenRecord) =>
  [displayId, activityId, courseId, direction, slot, periodMs, openUntil].join(' ');

function fromText(text: string): TokenRecord {
  const [displayId = '', activityId = '', courseId = '', direction, ...numbers] = text.split(' ');
  const [slot = 0, periodMs = 0, openUntil = 0] = numbers.map(Number);
  return {
    displayId,
    activityId,
    courseId,
    direction: direction === 'out' ? 'out' : 'in',
    slot,
    periodMs,
    openUntil,
  };
}
