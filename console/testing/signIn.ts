import type { Me } from '@common/contract/accounts';
import { session } from '../src/api/session';
import { type Answer, fakeServer, type Sent } from './fakeServer';

/** Signs in as `me`; `handle` answers what the page asks after, and only that is returned: no counts of the navigation. */
export async function signedIn(me: Me, handle: (sent: Sent) => Answer | Promise<Answer>): Promise<Sent[]> {
  const asked: Sent[] = [];
  fakeServer((sent) => {
    if (sent.path.startsWith('/api/sessions/password')) {
      return { body: { token: 't', expiresAt: '', me } };
    }
    if (sent.path.endsWith('/overview')) {
      return { body: {} };
    }
    asked.push(sent);
    return handle(sent);
  });
  await session.signIn(me.accountName ?? '', 'secret');
  return asked;
}
