import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Logger;

/** Eighteen-digit ID numbers and mobile numbers, wherever they turn up in a text. */
const PERSONAL = /(?<!\d)(\d{17}[\dXx]|1[3-9]\d{9})(?!\d)/g;

/** Removes what must not be logged from a text; the last line of defence, since nothing personal should get here. */
export function scrub(text: string): string {
  return text
    .replace(PERSONAL, '[已隐去]')
    .replace(/(access_token|secret|js_code|code)=[^&\s"]+/g, '$1=[已隐去]');
}

/** The server's log: JSON lines, with personal data and secrets removed. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['*.password', '*.token', '*.idNo', '*.phone', '*.secret', '*.authorization'],
    hooks: {
      logMethod(
        this: Logger,
        args: Parameters<Logger['info']>,
        method: (...a: Parameters<Logger['info']>) => void,
      ) {
        method.apply(
          this,
          args.map((arg: unknown) => (typeof arg === 'string' ? scrub(arg) : arg)) as Parameters<
            Logger['info']
          >,
        );
      },
    },
    serializers: {
      err: (error: Error & { code?: unknown }) => ({
        type: error.name,
        code: error.code,
        message: scrub(String(error.message)),
        stack: scrub(String(error.stack ?? '')),
      }),
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
