import type { Me } from '@common/contract/accounts';
import type { WireAnswer } from '@common/contract/client';
import { ApiError, type ErrorBody } from '@common/contract/errors';
import { useSyncExternalStore } from 'react';
import { createBrowserClient } from './endpoints';
import { openSession } from './openSession';
import { TOKEN_KEY } from './tokenKey';

/** `out`: nobody is signed in: not yet, because the session ended by itself, or because it was left. */
export type SessionState =
  | { status: 'loading' }
  | { status: 'failed'; error: ApiError }
  | { status: 'out'; because: 'new' | 'expired' | 'left' }
  | { status: 'in'; me: Me };

let token = localStorage.getItem(TOKEN_KEY);
let state: SessionState = token ? { status: 'loading' } : { status: 'out', because: 'new' };
const listeners = new Set<() => void>();

function become(next: SessionState): void {
  state = next;
  for (const listener of listeners) {
    listener();
  }
}

function keep(next: string | null): void {
  token = next;
  if (next) {
    localStorage.setItem(TOKEN_KEY, next);
  } else {
    localStorage.removeItem(TOKEN_KEY);
  }
}

function watch({ status, body }: WireAnswer, sent: string | null): void {
  const code = (body as Partial<ErrorBody> | null)?.code;
  // An answer to an earlier session must not end the present one.
  if (sent === null || sent !== token) {
    return;
  }
  if (status === 401 && code === 'NOT_SIGNED_IN') {
    keep(null);
    become({ status: 'out', because: 'expired' });
  }
  if (code === 'PASSWORD_CHANGE_REQUIRED' && state.status === 'in') {
    become({ status: 'in', me: { ...state.me, mustChangePassword: true } });
  }
  if (code === 'ADMINISTRATOR_REQUIRED' && state.status === 'in') {
    become({ status: 'in', me: { ...state.me, administrator: null, needsAdministrator: true } });
  }
  // A colleague has just taken a 权限 away: the page should stop offering it.
  if (code === 'PERMISSION_REQUIRED') {
    void session.refresh();
  }
}

/** The console's client: carries the session, and ends it when the server says that it is over. */
export const client = createBrowserClient({ token: () => token, onAnswer: watch });

/** Who is signed in, and the moves between in and out. */
export const session = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  read: (): SessionState => state,

  /** Asks the server who the kept token is; to be called at the start, and again after a failure or a new password. */
  async refresh(): Promise<void> {
    if (!token) {
      return;
    }
    try {
      become({ status: 'in', me: await client.accounts.me({}) });
    } catch (error) {
      if (error instanceof ApiError && token) {
        become({ status: 'failed', error });
      }
    }
  },

  /**
   * Signs in; a learner's account is refused with where to go instead. `onCaptcha` is told while 安全验证 is worked on.
   * Throws `ApiError`.
   */
  async signIn(name: string, password: string, onCaptcha?: (isSolving: boolean) => void): Promise<void> {
    const opened = await openSession(client, { name, password }, onCaptcha);
    keep(opened.token);
    if (!opened.me.roles.some((role) => role === 'unit' || role === 'authority')) {
      await session.signOut();
      throw new ApiError({
        code: 'FORBIDDEN',
        message: '这是学员账号，请在微信中打开“继教通”小程序使用；管理端只供单位和行政部门登录',
      });
    }
    become({ status: 'in', me: opened.me });
  },

  /** Takes over who it is, as an answer of the server has just said. */
  update(me: Me): void {
    if (token) {
      become({ status: 'in', me });
    }
  },

  /** Ends the session here at once; the server is told, but need not answer. */
  async signOut(): Promise<void> {
    const told = client.accounts.signOut({}).catch(() => undefined);
    keep(null);
    become({ status: 'out', because: 'left' });
    await told;
  },
};

// Signing out, or in as someone else, in one tab does so in all.
window.addEventListener('storage', (event) => {
  if (event.key === TOKEN_KEY && event.newValue !== token) {
    token = event.newValue;
    become(token ? { status: 'loading' } : { status: 'out', because: 'left' });
    void session.refresh();
  }
});

/** The session's state, kept current. */
export function useSession(): SessionState {
  return useSyncExternalStore(session.subscribe, session.read);
}

/** Who is signed in. Only for pages inside `RequireSession`. */
export function useMe(): Me {
  const current = useSession();
  if (current.status !== 'in') {
    throw new Error('No session');
  }
  return current.me;
}
