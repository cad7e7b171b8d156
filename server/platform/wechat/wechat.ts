import type { Redis } from 'ioredis';
import { z } from 'zod';
import { read, WechatApi, type WechatApp } from './wechatApi';
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
  unionidOf(officialOpenid: string): Promise<string | null>;
  /** A customer-service message: within 48 h of the person's last message. */
  sendText(officialOpenid: string, text: string): Promise<void>;
  sendTemplate(message: TemplateMessage): Promise<void>;
  sendSubscribeMessage(message: SubscribeMessage): Promise<void>;
  createMenu(menu: object): Promise<void>;
  /**
   * Where a page sends the browser to be authorised, null without an official account. The page appends, in this order
   * (WeChat matches by it), `&redirect_uri=…&response_type=code&scope=snsapi_base&state=…#wechat_redirect`.
   */
  authorizeUrl(): string | null;
}

export interface WechatConfig {
  /** `https://api.weixin.qq.com` or the simulator's. */
  apiUrl: string;
  /** `https://open.weixin.qq.com` or the simulator's. */
  openUrl: string;
  miniprogram: WechatApp | null;
  officialAccount: (WechatApp & { token: string; aesKey: string | null }) | null;
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
const userAnswer = z.object({ unionid: z.string().min(1).optional() });

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

/** `fetchTimeoutMs` bounds each single call. Access tokens live in `redis`, shared by all processes. */
export function createWechat(config: WechatConfig, redis: Redis, fetchTimeoutMs = 3000): Wechat {
  const open = (app: WechatApp | null) => app && new WechatApi(app, config.apiUrl, redis, fetchTimeoutMs);
  const miniprogram = open(config.miniprogram);
  const officialAccount = open(config.officialAccount);

  function mini(): WechatApi {
    if (!miniprogram) {
      throw new WechatError('没有配置微信小程序', null, false);
    }
    return miniprogram;
  }
  function official(): WechatApi {
    if (!officialAccount) {
      throw new WechatError('没有配置微信公众号', null, false);
    }
    return officialAccount;
  }

  async function unionidOf(openid: string): Promise<string | null> {
    const answer = await official().getUser({ openid: encodeURIComponent(openid), lang: 'zh_CN' });
    return read(userAnswer, answer, '/cgi-bin/user/info').unionid ?? null;
  }

  /** snsapi_base gives the openid alone. An account that may not ask for the unionid has none to give. */
  async function unionidIfAllowed(openid: string): Promise<string | null> {
    try {
      return await unionidOf(openid);
    } catch (error) {
      if (error instanceof WechatError && !error.retryable) {
        return null;
      }
      throw error;
    }
  }

  return {
    async miniprogramLogin(code) {
      const { openid, unionid } = read(identity, await mini().code2Session(code), '/sns/jscode2session');
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
      const { openid, unionid } = read(identity, answer, '/sns/oauth2/access_token');
      return { openid, unionid: unionid ?? (await unionidIfAllowed(openid)) };
    },
    async phoneNumber(code) {
      const api = mini();
      const answer = await api.post(api.wxaPrefix, 'business/getuserphonenumber', { code });
      const { phone_info: info } = read(phoneAnswer, answer, '/wxa/business/getuserphonenumber');
      if (info.watermark.appid !== api.appid) {
        throw new WechatError('手机号不属于本小程序', null, false);
      }
      return info.countryCode === '86' ? info.purePhoneNumber : info.phoneNumber;
    },
    async faceResult(verifyResult) {
      const api = mini();
      const body = { verify_result: verifyResult };
      const answer = await api.post(api.cityServicePrefix, 'face/identify/getinfo', body);
      const face = read(faceAnswer, answer, '/cityservice/face/identify/getinfo');
      return {
        openid: face.openid,
        isPassed: face.identify_ret === 0,
        at: face.identify_time * 1000,
        idNoMd5: face.id_card_number_md5.toLowerCase(),
        nameMd5: face.name_utf8_md5.toLowerCase(),
      };
    },
    unionidOf,
    async sendText(openid, text) {
      await official().sendText(openid, text);
    },
    async sendTemplate({ openid, templateId, clientMsgId, url, miniprogram: target, data }) {
      const api = official();
      await api.post(api.prefix, 'message/template/send', {
        touser: openid,
        template_id: templateId,
        url,
        miniprogram: target,
        data,
        client_msg_id: clientMsgId,
      });
    },
    async sendSubscribeMessage({ openid, templateId, page, data }) {
      await mini().sendSubscribeMessage(openid, templateId, page, data);
    },
    async createMenu(menu) {
      await official().createMenu(menu);
    },
    authorizeUrl() {
      const app = config.officialAccount;
      return app && `${config.openUrl}/connect/oauth2/authorize?appid=${encodeURIComponent(app.appId)}`;
    },
  };
}
