/**
 * The rotating QR (DESIGN, "Rotating QR"): slots of time, the token that turns with them, the text that a camera reads and the
 * short code for a phone without one. Tokens come from the caller's random bytes; the server's clock rules.
 */
import { ungrouped } from './plainText';
import { SHANGHAI_OFFSET_MS } from './shanghaiTime';

/** A version 4 symbol at level M holds this many bytes: the last row can still read it. */
export const QR_TEXT_MAX_BYTES = 62;
/** A token lives at least this long, for a slow camera. */
const MIN_LIFE_MS = 10_000;
const MIN_WINDOW_MS = 60_000;
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Launch scenes of a QR that was not read by a camera: long-press and album, of each kind of code (wechat.md C.4). */
export const NOT_CAMERA_SCENES: readonly number[] = [1012, 1013, 1031, 1032, 1048, 1049];

/** Whether a launch scene may be a camera's. Without a scene (H5, typed code) there is nothing to hold against it. */
export function isCameraScene(scene?: number): boolean {
  return scene === undefined || !NOT_CAMERA_SCENES.includes(scene);
}

/** The number of the slot that a time (ms) is in. Counted from midnight in China, so that a day's code is one day's. */
export function slotOf(nowMs: number, periodMs: number): number {
  return Math.floor((nowMs + SHANGHAI_OFFSET_MS) / periodMs);
}

/** When a slot starts, ms since the epoch. */
export function slotStart(slot: number, periodMs: number): number {
  return slot * periodMs - SHANGHAI_OFFSET_MS;
}

/** From when on a slot's token is refused, ms: two slots after its start, and not before ten seconds. */
export function validUntil(slot: number, periodMs: number): number {
  return slotStart(slot, periodMs) + Math.max(2 * periodMs, MIN_LIFE_MS);
}

/** Whether a slot's token is good at a time: its slot has started and `validUntil` has not come. */
export function isTokenGood(slot: number, periodMs: number, nowMs: number): boolean {
  return slotStart(slot, periodMs) <= nowMs && nowMs < validUntil(slot, periodMs);
}

/**
 * The number of the window in which one learner's check-ins of one course and direction are one: a retry within it is the same
 * check-in. A period's length, at least a minute; with a daily code a day in China, so that an early second morning is not
 * taken for a repetition of the first.
 */
export function slotWindow(scannedAtMs: number, periodMs: number): number {
  return slotOf(scannedAtMs, Math.max(periodMs, MIN_WINDOW_MS));
}

/** 12 random bytes as a token, 16 characters of base64url. Throws RangeError for another number of bytes. */
export function toToken(bytes: Uint8Array): string {
  return encode(bytes, 12, 6, BASE64URL);
}

/** Whether the text has a token's shape. */
export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{16}$/.test(text);
}

/** What the QR says: `https://HOST/q/TOKEN`. With a host of up to 35 characters it keeps within `QR_TEXT_MAX_BYTES`. */
export function qrText(publicUrl: string, token: string): string {
  return `${withoutSlash(publicUrl)}/q/${token}`;
}

/**
 * The token in a scanned text, null when it is none of ours. Spaces around, a trailing slash, a query and a fragment do no harm.
 * @param publicUrl Where given, only its own texts are taken; else those of any http(s) host.
 */
export function parseQrText(text: string, publicUrl?: string): string | null {
  const trimmed = text.trim();
  const base =
    publicUrl === undefined ? /^https?:\/\/[^/?#@\\\s]+/i.exec(trimmed)?.[0] : withoutSlash(publicUrl);
  if (!base || trimmed.slice(0, base.length).toLowerCase() !== base.toLowerCase()) {
    return null;
  }
  return /^\/q\/([A-Za-z0-9_-]{16})\/?(?:[?#].*)?$/.exec(trimmed.slice(base.length))?.[1] ?? null;
}

/** 5 random bytes as a short code, 8 characters of Crockford's base32. Throws RangeError for another number of bytes. */
export function toShortCode(bytes: Uint8Array): string {
  return encode(bytes, 5, 5, CROCKFORD);
}

/** A typed short code as it was issued: any case or width, spaces and hyphens out, O read as 0, I and L as 1. Null: none. */
export function normaliseShortCode(text: string): string | null {
  const code = ungrouped(text).toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code) ? code : null;
}

/** `ABCD1234` -> `ABCD 1234`, for reading it off the screen. */
export function formatShortCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

function withoutSlash(url: string): string {
  return url.trim().replace(/\/+$/, '');
}

/** Writes bytes in groups of so many bits, each a character of the alphabet. */
function encode(bytes: Uint8Array, length: number, bits: number, alphabet: string): string {
  if (bytes.length !== length) {
    throw new RangeError(`Needs ${length} random bytes`);
  }
  let text = '';
  let buffer = 0;
  let held = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    held += 8;
    while (held >= bits) {
      held -= bits;
      text += alphabet.charAt(buffer >> held);
      buffer &= (1 << held) - 1;
    }
  }
  return text;
}
