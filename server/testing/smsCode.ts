import type { TestServer } from './harness';

/** The code of the last SMS to a simulated person, by his id, or to a phone that is nobody's of these. */
export function codeFor(server: TestServer, owner: string): string {
  const texts = server.simulator.inbox(owner).filter(({ kind }) => kind === 'sms');
  const [, code] = /验证码是(\d{6})/.exec(texts.at(-1)?.text ?? '') ?? [];
  if (!code) {
    throw new Error('no code was sent there');
  }
  return code;
}
