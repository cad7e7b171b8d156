import type { z } from 'zod';
import type { Permission } from '../terms';
import type { ErrorCode } from './errors';

/**
 * Who may call an endpoint; a session has one or more of these roles.
 * `anyone`: no session needed. `session`: any session. `wechat`: a session opened by a WeChat identity, registered or not.
 * `learner`, `unit`, `authority`: a session of that kind.
 */
export type Caller = 'anyone' | 'session' | 'wechat' | 'learner' | 'unit' | 'authority';
export type Role = Exclude<Caller, 'anyone' | 'session'>;
export const ROLES = ['wechat', 'learner', 'unit', 'authority'] as const satisfies readonly Role[];

/** What a rate limit counts by: the session (the address where there is none) or one field of the input. */
export interface Limit {
  points: number;
  seconds: number;
}

/** One endpoint. Path parameters, query (GET, DELETE) and body (POST, PUT) arrive merged as one input object. */
export interface Endpoint<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `/api/...`, parameters as `:name`. */
  path: `/api/${string}`;
  summary: string;
  /** Any one of these suffices. */
  who: readonly Caller[];
  input: I;
  output: O;
  /** The codes that this endpoint can answer beside the general ones. */
  errors?: readonly ErrorCode[];
  limit?: Limit;
  /** Callable by a session that must change its one-time password first. */
  beforePasswordChange?: boolean;
  /** An administrator without this 权限 is refused with PERMISSION_REQUIRED; learners are not asked for it. */
  permission?: Permission;
  /** Callable by a unit's or authority's session whose administrator has not given his name yet. */
  beforeAdministrator?: boolean;
  /** Takes one file as multipart/form-data in the field `file`; the other fields are the input, as text. */
  upload?: { maxBytes: number };
  /** Answers a file; `output` is `file` of shapes.ts. */
  download?: boolean;
  /** Answers server-sent events whose data are `output`; the client opens them with EventSource. */
  stream?: boolean;
}

/** An area's endpoints by name. */
export type Area = Record<string, Endpoint>;

/** Declares an endpoint, keeping its exact types. */
export function endpoint<const E extends Endpoint>(e: E): E {
  return e;
}

/** What a caller sends, and what comes back. An upload's file is whatever the platform has: a path, a Blob. */
export type InputOf<E> = E extends { input: infer I extends z.ZodType }
  ? E extends { upload: object }
    ? Fields<z.input<I>> & { file: unknown }
    : z.input<I>
  : never;
/** An input without fields would forbid `file` as well. */
type Fields<I> = string extends keyof I ? unknown : I;
export type ParsedInputOf<E> = E extends { input: infer I extends z.ZodType } ? z.output<I> : never;
export type OutputOf<E> = E extends { output: infer O extends z.ZodType } ? z.output<O> : never;
/** What a service hands to the route, before the output schema has stripped and defaulted it. */
export type RawOutputOf<E> = E extends { output: infer O extends z.ZodType } ? z.input<O> : never;
