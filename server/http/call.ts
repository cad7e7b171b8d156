import type { Area, Endpoint, ParsedInputOf, RawOutputOf } from '@common/contract/endpoint';
import { appError } from './errors';
import type { SessionRecord } from './sessions';

/** One request as a route's handler sees it: the parsed input and who is asking. */
export interface Call<E = Endpoint> {
  input: ParsedInputOf<E>;
  session: SessionRecord | null;
  /** The bearer token, for signing out and for keeping one's own session. */
  token: string | null;
  requestId: string;
  ip: string;
}

/** An open server-sent-event stream. */
export interface EventStream<E> {
  send(event: RawOutputOf<E>): void;
  /** Resolves when the other side went away or the server stops. */
  closed: Promise<void>;
  /** Ends the stream from our side. */
  end(): void;
}

/** The handlers of an area: one function an endpoint; a stream's handler gets the stream as well. */
export type Handlers<A extends Area> = {
  [E in keyof A]: A[E] extends { stream: true }
    ? (call: Call<A[E]>, stream: () => EventStream<A[E]>) => Promise<void>
    : (call: Call<A[E]>) => Promise<RawOutputOf<A[E]>>;
};

/** The learner, unit or authority that a call speaks for; the contract has let only such callers through. */
export function callerId(
  call: Pick<Call, 'session'>,
  kind: 'identityId' | 'learnerId' | 'accountId' | 'unitId' | 'authorityId',
): string {
  const id = call.session?.[kind];
  if (!id) {
    throw appError('FORBIDDEN');
  }
  return id;
}
