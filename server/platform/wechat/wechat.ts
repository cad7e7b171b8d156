import type { Redis } from 'ioredis';
import { z } from 'zod';
import { type Clock, systemClock } from '../clock';
import type { Metrics } from '../metrics';
import { accountApi } from './accountApi';
import { createErrorCounts, type WechatErrorCount } from './errorCounts';
import { WechatApi, type WechatApp } from './wechatApi';
import { WechatError } from './wechatError';

export interface WechatIdentity {
  openid: string;
  /** Equal in the mini-program and the official account when both belong to one Open Platform account. */
  unionid: string | null;
}

export interface TemplateMessage {
  openid: string;
  templateId: string;
  url?: string;
  miniprogram?: { appid: string; pagepath: string };
  data: Record<string, { value: string }>;
  /** The same id to the same openid within ten minutes is delivered once. */
  clientMsgId: string;
}

export interface SubscribeMessage {
  openid: string;
  templateId: string;
  page?: string;
  data: Record<string, { value: string }>;
}

/** What WeChat found at a 人脸核身. */
export interface FaceResult {
  /** Whose mini-program it was. */
  openid: string;
  isPassed: boolean;
  /** When the face was seen, milliseconds. */
  at: number;
  /** MD5 in hex of the idNo (its X large) and of the name (UTF-8) that the face was compared with. */
  idNoMd5: string;
  nameMd5: string;
}

/** What can be asked of one official account. */
export interface OfficialAccountApi {
  /** The sender's unionid; null where the account belongs to no Open Platform account. */
  unionidOf(openid: string): Promise<string | null>;
  /** A customer-service message: within 48 h of the person's last message. */
  sendText(openid: string, text: string): Promise<void>;
  /** Answers WeChat's id of the message: what became of it comes as an event (TEMPLATESENDJOBFINISH). */
  sendTemplate(message: TemplateMessage): Promise<{ messageId: string }>;
  createMenu(menu: object): Promise<void>;
  /** The menu as it is in WeChat now; null without one. */
  menu(): Promise<object | null>;
  /** A QR (带参数的二维码) whose scan comes as a SCAN or subscribe event with the scene (64 characters at most); its text. */
  temporaryQr(scene: string, seconds: number): Promise<string>;
}

/** WeChat as the rest of the server sees it. Every call throws `WechatError` when WeChat refuses or does not answer. */
export interface Wechat {
  /** Exchanges the code of `wx.login`. */
  miniprogramLogin(code: string): Promise<WechatIdentity>;
  /** Exchanges the code of the official account's page authorisation. */
  officialAccountLogin(code: string): Promise<WechatIdentity>;
  /** Exchanges the code of `getPhoneNumber`; without country code for +86. */
  phoneNumber(code: string): Promise<string>;
  /** Asks what came of a `wx.startFacialRecognitionVerify`; the phone's own word for it is not taken. */
  faceResult(verifyResult: string): Promise<FaceResult>;
  sendSubscribeMessage(message: SubscribeMessage): Promise<void>;
  /** One of the configured official accounts by its key. @throws WechatError where there is none. */
  account(key: string): OfficialAccountApi;
  /**
   * Where a page sends the browser to be authorised, null without an official account. The page appends, in this order
   * (WeChat matches by it), `&redirect_uri=…&response_type=code&scope=snsapi_base&state=…#wechat_redirect`.
   */
  authorizeUrl(): string | null;
  /** What WeChat's interfaces refused in the last so many days (100 at most), today's included; most first. */
  errors(days: number): Promise<WechatErrorCount[]>;
}

export interface WechatConfig {
  /** `https://api.weixin.qq.com` or the simulator's. */
  apiUrl: string;
  /** `https://open.weixin.qq.com` or the simulator's. */
  openUrl: string;
  miniprogram: WechatApp | null;
  /** The first one is the one by which web pages sign in. */
  officialAccounts: readonly (WechatApp & { key: string })[];
}

/** WeChat's own addresses. */
export const WECHAT_URLS = {
  apiUrl: 'https://api.weixin.qq.com',
  openUrl: 'https://open.weixin.qq.com',
} as const;

const identity = z.object({ openid: z.string().min(1), unionid: z.string().min(1).optional() });
const phoneAnswer = z.object({
  phone_info: z.object({
    phoneNumber: z.string().min(1),
    purePhoneNumber: z.string().min(1),
    countryCode: z.coerce.string(),
    watermark: z.object({ appid: z.string() }),
  }),
});

/**
 * WeChat gives this interface to some kinds of accounts only and has no public page of it. Path, request and these fields are as
 * three public clients have them (medivhzhan/weapp, SKIT.FlurlHttpClient.Wechat, A3Mall); not tried on WeChat itself.
 */
const faceAnswer = z.object({
  /** 0: passed. */
  identify_ret: z.int(),
  /** Seconds since the epoch. */
  identify_time: z.int(),
  openid: z.string().min(1),
  id_card_number_md5: z.string(),
  name_utf8_md5: z.string(),
});

export interface WechatOptions {
  /** Bounds each single call. */
  fetchTimeoutMs?: number;
  clock?: Clock;
  metrics?: Pick<Metrics, 'wechatErrors'>;
}

/** Access tokens and the counts of errors live in `redis`, shared by all processes. */
export function createWechat(
  config: WechatConfig,
  redis: Redis,
  { fetchTimeoutMs = 3000, clock = systemClock, metrics }: WechatOptions = {},
): Wechat {
  const counts = createErrorCounts({ redis, clock, metrics });
  const settings = { apiUrl: config.apiUrl, redis, timeout: fetchTimeoutMs, failed: counts.add };
  const open = (app: WechatApp | null) => app && new WechatApi(app, settings);
  const miniprogram = open(config.miniprogram);
  const accounts = new Map(config.officialAccounts.map((app) => [app.key, open(app)]));
  const [main] = config.officialAccounts;

  function mini(): WechatApi {
    if (!miniprogram) {
      throw new WechatError('没有配置微信小程序', null, 'notConfigured');
    }
    return miniprogram;
  }
  function official(key = main?.key ?? ''): WechatApi {
    const api = accounts.get(key);
    if (!api) {
      throw new WechatError('没有配置微信公众号', null, 'notConfigured');
    }
    return api;
  }

  /** snsapi_base gives the openid alone. An account that may not ask for the unionid has none to give. */
  async function unionidIfAllowed(openid: string): Promise<string | null> {
    try {
      return await accountApi(official()).unionidOf(openid);
    } catch (error) {
      if (error instanceof WechatError && !error.retryable) {
        return null;
      }
      throw error;
    }
  }

  return {
    async miniprogramLogin(code) {
      const api = mini();
      const { openid, unionid } = api.read(identity, await api.code2Session(code), '/sns/jscode2session');
      return { openid, unionid: unionid ?? null };
    },
    async officialAccountLogin(code) {
      const api = official();
      const query = new URLSearchParams({
        appid: api.appid,
        secret: api.appsecret,
        code,
        grant_type: 'authorization_code',
      });
      const answer = await api.request(`${api.snsPrefix}oauth2/access_token?${query}`);
      const { openid, unionid } = api.read(identity, answer, '/sns/oauth2/access_token');
      return { openid, unionid: unionid ?? (await unionidIfAllowed(openid)) };
    },
    async phoneNumber(code) {
      const api = mini();
      const answer = await api.post(api.wxaPrefix, 'business/getuserphonenumber', { code });
      const { phone_info: info } = api.read(phoneAnswer, answer, '/wxa/business/getuserphonenumber');
      if (info.watermark.appid !== api.appid) {
        throw new WechatError('手机号不属于本小程序', null, 'badCode');
      }
      return info.countryCode === '86' ? info.purePhoneNumber : info.phoneNumber;
    },
    async faceResult(verifyResult) {
      const api = mini();
      const body = { verify_result: verifyResult };
      const answer = await api.post(api.cityServicePrefix, 'face/identify/getinfo', body);
      const face = api.read(faceAnswer, answer, '/cityservice/face/identify/getinfo');
      return {
        openid: face.openid,
        isPassed: face.identify_ret === 0,
        at: face.identify_time * 1000,
        idNoMd5: face.id_card_number_md5.toLowerCase(),
        nameMd5: face.name_utf8_md5.toLowerCase(),
      };
    },
    async sendSubscribeMessage({ openid, templateId, page, data }) {
      await mini().sendSubscribeMessage(openid, templateId, page, data);
    },
    account: (key) => accountApi(official(key)),
    errors: counts.of,
    authorizeUrl: () =>
      main ? `${config.openUrl}/connect/oauth2/authorize?appid=${encodeURIComponent(main.appId)}` : null,
  };
}
