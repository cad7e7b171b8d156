import CoWechatApi, { type RequestOptions } from 'co-wechat-api';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { type AccessTokens, createAccessTokens } from './accessTokens';
import { toWechatError, WechatError } from './wechatError';

export interface WechatApp {
  appId: string;
  secret: string;
}

interface Settings {
  /** WeChat's address, or the simulator's. */
  apiUrl: string;
  redis: Redis;
  /** Of one call, in ms. */
  timeout: number;
  /** Told of every single call that failed, also of one that is repeated, and of every answer that lacks something. */
  failed(path: string, error: WechatError): void;
}

const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/**
 * co-wechat-api with what it lacks: stable_token kept in Redis, one refresh on a stale token, one more try when WeChat is
 * busy, and errors that carry no address.
 */
export class WechatApi extends CoWechatApi {
  readonly cityServicePrefix: string;
  readonly #tokens: AccessTokens;
  readonly #failed: Settings['failed'];

  constructor({ appId, secret }: WechatApp, { apiUrl, redis, timeout, failed }: Settings) {
    super(appId, secret, undefined, undefined, true);
    this.prefix = `${apiUrl}/cgi-bin/`;
    this.snsPrefix = `${apiUrl}/sns/`;
    this.wxaPrefix = `${apiUrl}/wxa/`;
    this.cityServicePrefix = `${apiUrl}/cityservice/`;
    this.setOpts({ timeout });
    this.#failed = failed;
    const fetchToken = (force: boolean) => this.#fetchToken(force);
    this.#tokens = createAccessTokens({ redis, appId, fetchToken, fetchTimeoutMs: timeout });
  }

  override async ensureAccessToken(): Promise<{ accessToken: string }> {
    return { accessToken: await this.#tokens.get() };
  }

  override async request(url: string, options?: RequestOptions): Promise<unknown> {
    try {
      return await this.#once(url, options);
    } catch (error) {
      const kind = error instanceof WechatError ? error.kind : null;
      if (kind === 'busy') {
        return this.#once(url, options);
      }
      const address = new URL(url);
      const failing = address.searchParams.get('access_token');
      if (kind === 'staleToken' && failing) {
        address.searchParams.set('access_token', await this.#tokens.replace(failing));
        return this.#once(address.href, options);
      }
      throw error;
    }
  }

  /** GETs `prefix + path` with the access_token. */
  async get(prefix: string, path: string): Promise<unknown> {
    const { accessToken } = await this.ensureAccessToken();
    return this.request(`${prefix}${path}?access_token=${encodeURIComponent(accessToken)}`);
  }

  /** POSTs JSON to `prefix + path` with the access_token. */
  async post(prefix: string, path: string, body: object): Promise<unknown> {
    const { accessToken } = await this.ensureAccessToken();
    return this.request(`${prefix}${path}?access_token=${encodeURIComponent(accessToken)}`, json(body));
  }

  /** WeChat's answer in the shape that we need. @throws WechatError when it is another. */
  read<T extends z.ZodType>(shape: T, answer: unknown, path: string): z.output<T> {
    const parsed = shape.safeParse(answer);
    if (!parsed.success) {
      const failure = new WechatError(`微信接口 ${path} 返回的内容缺少字段`, null);
      this.#failed(path, failure);
      throw failure;
    }
    return parsed.data;
  }

  async #once(url: string, options?: RequestOptions): Promise<unknown> {
    const { pathname, searchParams } = new URL(url);
    const secrets = [this.appsecret, searchParams.get('access_token') ?? ''].filter(Boolean);
    try {
      const answer = await super.request(url, options, 0);
      if (typeof answer !== 'object' || answer === null || Buffer.isBuffer(answer)) {
        throw new WechatError(`微信接口 ${pathname} 返回的内容无法识别`, null);
      }
      return answer;
    } catch (error) {
      const answer = parseAgain(error);
      if (answer && !answer.errcode) {
        return answer;
      }
      const refused = answer && Object.assign(new Error(String(answer.errmsg)), { code: answer.errcode });
      const failure = toWechatError(pathname, refused ?? error, secrets);
      this.#failed(pathname, failure);
      throw failure;
    }
  }

  async #fetchToken(force: boolean): Promise<{ value: string; expiresIn: number }> {
    const answer = await this.request(
      `${this.prefix}stable_token`,
      json({
        grant_type: 'client_credential',
        appid: this.appid,
        secret: this.appsecret,
        ...(force && { force_refresh: true }),
      }),
    );
    const token = this.read(tokenAnswer, answer, '/cgi-bin/stable_token');
    return { value: token.access_token, expiresIn: token.expires_in };
  }
}

function json(body: object): RequestOptions {
  return { method: 'POST', data: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
}

/**
 * The answer that co-wechat-api could not parse: it doubles every backslash first, so an escaped quote (in a remark, say) ends
 * the text too early. Null for any other trouble.
 */
function parseAgain(thrown: unknown): Record<string, unknown> | null {
  const text = /^JSON\.parse error\. buffer is (\{[\s\S]*\})$/.exec(String((thrown as Error)?.message))?.[1];
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}
