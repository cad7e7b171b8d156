import type { Readable } from 'node:stream';
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
  /** The browser's or phone's own description of itself. */
  userAgent: string;
  /** The file of an upload. */
  file: UploadedFile | null;
}

export interface UploadedFile {
  /** As the sender called it; not to be trusted. */
  name: string;
  bytes: Buffer;
}

/** What a download's handler answers. */
export interface ServedFile {
  name: string;
  /** MIME type. */
  type: string;
  body: Buffer | Readable | RangedBody;
  /** Shown in the page (a photo) and not stored; only ever for pictures that we encoded. */
  isInline?: boolean;
}

/** The bytes of a long file that a broken download goes on with where it stopped. */
export interface RangedBody {
  size: number;
  /** Another one for other bytes; without quotes. */
  etag: string;
  /** From `start` to `end`, the end excluded. */
  range(start: number, end: number): Readable;
}

/** An open server-sent-event stream. */
export interface EventStream<E> {
  send(event: RawOutputOf<E>): void;
  /** Resolves when the other side went away or the server stops. */
  closed: Promise<void>;
  /** Ends the stream from our side. */
  end(): void;
}

/** The handlers of an area: one function an endpoint; a stream's handler gets the stream as well, a download's answers a file. */
export type Handlers<A extends Area> = {
  [E in keyof A]: A[E] extends { stream: true }
    ? (call: Call<A[E]>, stream: () => EventStream<A[E]>) => Promise<void>
    : A[E] extends { download: true }
      ? (call: Call<A[E]>) => Promise<ServedFile>
      : (call: Call<A[E]>) => Promise<RawOutputOf<A[E]>>;
};

/** The learner, unit or authority that a call speaks for; the contract has let only such callers through. */
export function callerId(
  call: Pick<Call, 'session'>,
  kind: 'identityId' | 'learnerId' | 'accountId' | 'unitId' | 'authorityId' | 'administratorId',
): string {
  const id = call.session?.[kind];
  if (!id) {
    throw appError('FORBIDDEN');
  }
  return id;
}

/** The bytes of an upload; the contract has let none without a file through. */
export function fileOf({ file }: Pick<Call, 'file'>): Buffer {
  if (!file) {
    throw appError('INVALID_INPUT', { message: '请选择文件', field: 'file' });
  }
  return file.bytes;
}

/** Who a session acts as, for the audit log: the authority or unit with its administrator, else the learner, else the WeChat. */
export interface Actor {
  kind: 'learner' | 'unit' | 'authority' | 'wechat' | 'system';
  id: string;
  administratorId?: string;
}

/** The actor of a call in the role that the endpoint is for. */
export function actorOf({ session }: Pick<Call, 'session'>): Actor {
  const { unitId, authorityId, learnerId, identityId, administratorId } = session ?? {};
  const who = { ...(administratorId && { administratorId }) };
  if (authorityId) {
    return { kind: 'authority', id: authorityId, ...who };
  }
  if (unitId) {
    return { kind: 'unit', id: unitId, ...who };
  }
  if (learnerId) {
    return { kind: 'learner', id: learnerId };
  }
  return identityId ? { kind: 'wechat', id: identityId } : { kind: 'system', id: 'anonymous' };
}

/** Who does it and in which request, for the audit log. */
export const byOf = (call: Pick<Call, 'session' | 'requestId'>): { actor: Actor; requestId: string } => ({
  actor: actorOf(call),
  requestId: call.requestId,
});
