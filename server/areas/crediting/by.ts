import type { Actor } from '../../http/call';

/** Who does something, for the audit log. */
export interface By {
  actor: Actor;
  requestId: string;
}
