import type { TestServer } from './harness';

/** The code of the last SMS that a phone got. */
export function codeFor(server: TestServer, phone: string): string {
  const texts = server.simulator.inbox(phone).filter(({ kind }) => kind === 'sms');
  const [, code] = /验证码是(\d{6})/.exec(texts.at(-1)?.text ?? '') ?? [];
  if (!code) {
    throw new Error('no code was sent to this phone');
  }
  return code;
}
