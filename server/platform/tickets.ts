import type { Platform } from '.';
import { sameSecret } from './cipher';

/** Signed addresses of files: who has one may see the file for a while, who has none cannot make one. */
export interface Tickets {
  /** Good for at least `ms`, at most twice as long. */
  of(id: string): string;
  /** The id behind a ticket; null where it is forged or has expired. */
  idOf(ticket: string): string | null;
}

/**
 * Signed, not sealed: the same for `ms`, so that a list shown twice takes its pictures from the browser's cache.
 * @param kind Keeps the tickets of two kinds of files apart.
 */
export function createTickets(
  { cipher, clock }: Pick<Platform, 'cipher' | 'clock'>,
  kind: string,
  ms: number,
): Tickets {
  const proofOf = (id: string, expiry: string) => cipher.hash(kind, `${id}.${expiry}`);
  return {
    of(id) {
      const expiry = ((Math.floor(clock.now() / ms) + 2) * ms).toString(36);
      return `${id}.${expiry}.${proofOf(id, expiry)}`;
    },
    idOf(ticket) {
      const [id = '', expiry = '', proof = ''] = ticket.split('.');
      const isGood = sameSecret(proof, proofOf(id, expiry)) && Number.parseInt(expiry, 36) > clock.now();
      return isGood ? id : null;
    },
  };
}
