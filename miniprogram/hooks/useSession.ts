import { useSyncExternalStore } from 'react';
import { session } from '@/services/session';
import type { SessionState } from '@/services/sessionStore';

/** Who is signed in, followed. */
export function useSession(): SessionState {
  return useSyncExternalStore(session.subscribe, session.snapshot);
}
