/** The people of the simulated WeChat. Always the same, so that a stored account finds its person again after a restart. */
import { createHash } from 'node:crypto';

export interface Persona {
  id: string;
  name: string;
  phone: string;
  unionid: string;
  /** The person's openid in each app. */
  openids: AppIds;
}
/** The mini-program, the main official account, or another one by its key. */
export type SimulatedApp = 'miniprogram' | 'officialAccount' | `officialAccount:${string}`;
/** By app. */
export type AppIds = Record<'miniprogram' | 'officialAccount', string> & {
  [other: `officialAccount:${string}`]: string;
};

const NAMES = [
  '陈慧敏',
  '王志强',
  '李雪梅',
  '张建国',
  '刘思远',
  '赵婉清',
  '周海涛',
  '吴佩珊',
  '孙明哲',
  '何秀英',
  '郭子豪',
  '罗静怡',
];
const MOST = 99_999;
const FIRST_PHONE = 13_800_138_000;
const ID_LENGTH = 28;

/** WeChat's ids have 28 characters; the last five of ours are the person's number, so that none has to be remembered. */
function wechatId(prefix: string, appId: string, id: string): string {
  const hash = createHash('sha256').update(`${appId}\0${id}`).digest('base64url');
  return prefix + hash.slice(0, ID_LENGTH - 5 - prefix.length) + id.padStart(5, '0');
}

export interface Personas {
  /** The twelve with names. */
  named: readonly Persona[];
  /** `1`–`12` have names; any number up to 99999 is a person too, for load tests. */
  find(id: string): Persona | undefined;
  byOpenid(app: SimulatedApp, openid: string): Persona | undefined;
  byPhone(phone: string): Persona | undefined;
}

/** The person's openid in an app that there is. */
export const openidOf = ({ openids }: Persona, app: SimulatedApp): string => openids[app] ?? '';

/** `appIds` make the openids: another app knows the same person by another one. */
export function createPersonas(appIds: AppIds): Personas {
  const apps = Object.entries(appIds) as [SimulatedApp, string][];
  function find(id: string): Persona | undefined {
    const number = Number(id);
    if (!/^[1-9]\d{0,4}$/.test(id) || number > MOST) {
      return undefined;
    }
    return {
      id,
      name: NAMES[number - 1] ?? `访客${id}`,
      phone: String(FIRST_PHONE + number),
      unionid: wechatId('oU', 'union', id),
      openids: Object.fromEntries(
        apps.map(([app, appId]) => [app, wechatId(app === 'miniprogram' ? 'oM' : 'oG', appId, id)]),
      ) as AppIds,
    };
  }

  return {
    named: NAMES.flatMap((_, index) => find(String(index + 1)) ?? []),
    find,
    byOpenid(app, openid) {
      const persona = find(String(Number(openid.slice(-5))));
      return persona?.openids[app] === openid ? persona : undefined;
    },
    byPhone: (phone) => find(String(Number(phone) - FIRST_PHONE)),
  };
}
