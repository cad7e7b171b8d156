import { types } from 'node:util';
import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Logger;

const HIDDEN = '[已隐去]';
/** ID numbers of 18 and 15 digits and mobile numbers, also in groups, wherever they turn up in a text. */
const PERSONAL = /(?<!\d)(\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx]|\d{15}|1[3-9]\d[ -]?\d{4}[ -]?\d{4})(?!\d)/g;
const SECRET = '(?:access_token|refresh_token|(?:app_?)?secret|js_code)';
const IN_QUERY = new RegExp(`(?<=\\b(?:${SECRET}|code)=)[^&\\s"\\\\]+`, 'g');
const IN_JSON = new RegExp(`(?<="${SECRET}\\\\?"\\s*:\\s*\\\\?")[^"\\\\]+`, 'g');
const IN_ADDRESS = /(?<=\w:\/\/[^\s:@/]*:)[^\s@/]+(?=@)/g;
/** Fields whose value is never written, whatever it is. */
const FIELDS = /^(idNo|phone\w*|\w*password\w*|\w*token|\w*secret|authorization|cookie|smsCode)$/i;
const DEEPEST = 8;

/** Removes what must not be logged from a text; the last line of defence, since nothing personal should get here. */
export function scrub(text: string): string {
  return [PERSONAL, IN_QUERY, IN_JSON, IN_ADDRESS].reduce(
    (clean, pattern) => clean.replace(pattern, HIDDEN),
    text,
  );
}

/** The same for a value of any shape: named fields hidden, every text in it scrubbed. */
function clean(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') {
    return scrub(value);
  }
  if (typeof value === 'number' || typeof value === 'bigint') {
    return scrub(String(value)) === String(value) ? value : HIDDEN;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (depth === DEEPEST) {
    return '…';
  }
  if (types.isNativeError(value)) {
    const { name, message, stack, cause } = value;
    const { code } = value as { code?: unknown };
    return clean({ type: name, code, message, stack, ...(cause !== undefined && { cause }) }, depth + 1);
  }
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    return clean(value.toJSON(), depth + 1);
  }
  if (Array.isArray(value)) {
    return value.map((item) => clean(item, depth + 1));
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      FIELDS.test(name) ? HIDDEN : clean(inner, depth + 1),
    ]),
  );
}

/** The server's log: JSON lines, with personal data and secrets removed. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { log: (fields: object) => clean(fields) as Record<string, unknown> },
    // Errors are described by `clean`.
    serializers: { err: (described: unknown) => described },
    // The whole line once more: the message, its arguments, and what a child logger was given.
    hooks: { streamWrite: scrub },
  };
  return destination ? pino(options, destination) : pino(options);
}
