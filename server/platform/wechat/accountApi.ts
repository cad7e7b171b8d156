import { z } from 'zod';
import type { OfficialAccountApi } from './wechat';
import type { WechatApi } from './wechatApi';
import { WechatError } from './wechatError';

const userAnswer = z.object({ unionid: z.string().min(1).optional() });
const sentAnswer = z.object({ msgid: z.coerce.string() });
const qrAnswer = z.object({ url: z.string().min(1) });
const menuAnswer = z.object({ menu: z.looseObject({}) });

/** 46003: no menu has been made. */
const NO_MENU = 46003;

/** One official account's interfaces over its client. */
export function accountApi(api: WechatApi): OfficialAccountApi {
  return {
    async unionidOf(openid) {
      const answer = await api.getUser({ openid: encodeURIComponent(openid), lang: 'zh_CN' });
      return api.read(userAnswer, answer, '/cgi-bin/user/info').unionid ?? null;
    },
    async sendText(openid, text) {
      await api.sendText(openid, text);
    },
    async sendTemplate({ openid, templateId, clientMsgId, url, miniprogram: target, data }) {
      const answer = await api.post(api.prefix, 'message/template/send', {
        touser: openid,
        template_id: templateId,
        url,
        miniprogram: target,
        data,
        client_msg_id: clientMsgId,
      });
      return { messageId: api.read(sentAnswer, answer, '/cgi-bin/message/template/send').msgid };
    },
    async createMenu(menu) {
      await api.createMenu(menu);
    },
    async menu() {
      try {
        const answer = await api.get(api.prefix, 'menu/get');
        return api.read(menuAnswer, answer, '/cgi-bin/menu/get').menu;
      } catch (error) {
        if (error instanceof WechatError && error.errcode === NO_MENU) {
          return null;
        }
        throw error;
      }
    },
    async temporaryQr(scene, seconds) {
      const answer = await api.post(api.prefix, 'qrcode/create', {
        expire_seconds: seconds,
        action_name: 'QR_STR_SCENE',
        action_info: { scene: { scene_str: scene } },
      });
      return api.read(qrAnswer, answer, '/cgi-bin/qrcode/create').url;
    },
  };
}
