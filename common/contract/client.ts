import type { InputOf, OutputOf } from './endpoint';
import { ApiError, type ErrorBody } from './errors';
import type { Contract } from './index';
import type { Carriage, EndpointTable } from './table';

/** A request as the platform's transport (Taro.request, fetch) gets it. */
export interface WireRequest {
  method: string;
  /** Path with its query. */
  path: string;
  body?: object;
  /** An upload: the transport sends `body`'s fields and `file` as multipart/form-data. */
  file?: unknown;
  /** A download: the transport answers a `FileAnswer` as the body. */
  isDownload?: boolean;
}
export interface WireAnswer {
  status: number;
  body: unknown;
}
/** Sends one request; rejects only when no answer came. */
export type Transport = (request: WireRequest) => Promise<WireAnswer>;

/** `client.learners.register({...})`, typed by the contract. Throws `ApiError`. */
export type Client = {
  [A in keyof Contract]: {
    [E in keyof Contract[A]]: (input: InputOf<Contract[A][E]>) => Promise<OutputOf<Contract[A][E]>>;
  };
};

/** Puts an input's fields where they belong: into the path's parameters, else the query (GET, DELETE) or the body. */
export function toWire(
  method: string,
  path: string,
  input: Record<string, unknown>,
  carriage?: Carriage,
): WireRequest {
  if (carriage === 'upload') {
    const { file, ...fields } = input;
    return { ...toWire(method, path, fields), file };
  }
  if (carriage === 'download') {
    return { ...toWire(method, path, input), isDownload: true };
  }
  const rest = { ...input };
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  if (method === 'POST' || method === 'PUT') {
    return { method, path: filled, body: rest };
  }
  const query = Object.entries(rest)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&');
  return { method, path: query ? `${filled}?${query}` : filled };
}

async function call(
  transport: Transport,
  [method, path, carriage]: readonly [string, string, Carriage?],
  input: object,
): Promise<unknown> {
  let answer: WireAnswer;
  try {
    answer = await transport(toWire(method, path, input as Record<string, unknown>, carriage));
  } catch {
    throw new ApiError({ code: 'NETWORK', message: '网络不给力，请检查网络后重试' });
  }
  if (answer.status >= 200 && answer.status < 300) {
    return answer.body;
  }
  const body = answer.body as Partial<ErrorBody> | null;
  if (body && typeof body === 'object' && body.code && body.message) {
    throw new ApiError({ ...body, code: body.code, message: body.message });
  }
  // A proxy in between answered, not our server.
  throw new ApiError({ code: 'NETWORK', message: '服务暂时不可用，请稍后再试' });
}

/** Derives the client from the contract's table and a transport. */
export function createClient(table: EndpointTable, transport: Transport): Client {
  const areas = Object.entries(table).map(([area, endpoints]) => [
    area,
    Object.fromEntries(
      Object.entries(endpoints).map(([name, where]) => [
        name,
        (input: object) => call(transport, where, input),
      ]),
    ),
  ]);
  return Object.fromEntries(areas) as Client;
}
