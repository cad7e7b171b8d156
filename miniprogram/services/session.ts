import { goToAdministrator, goToPassword } from './navigate';
import { SessionStore } from './sessionStore';
import { silentSignIn } from './silentSignIn';
import { storage } from './storage';
import { send } from './transport';

/** This phone's session. */
export const session = new SessionStore({
  table: __ENDPOINTS__,
  send,
  silentSignIn,
  storage,
  onPasswordChangeRequired: goToPassword,
  onAdministratorRequired: goToAdministrator,
});

/** The typed API: `api.learners.register({...})`. Throws `ApiError`. */
export const api = session.api;
