/** The people of the simulated WeChat. Always the same, so that a stored account finds its person again after a restart. */
import { createHash } from 'node:crypto';

export interface Persona {
  id: string;
  name: string;
  phone: string;
  unionid: string;
  /** The person's openid in each app. */
  openids: Record<SimulatedApp, string>;
}
export type SimulatedApp = 'miniprogram' | 'officialAccount';

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

/** WeChat's ids have 28 characters; the same input always gives the same one. */
const idOf = (prefix: string, ...parts: string[]) =>
  prefix +
  createHash('sha256')
    .update(parts.join('\0'))
    .digest('base64url')
    .slice(0, 28 - prefix.length);

export interface Personas {
  /** The twelve with names. */
  named: readonly Persona[];
  /** `1`–`12` have names; any number up to 99999 is a person too, for load tests. */
  find(id: string): Persona | undefined;
  byOpenid(app: SimulatedApp, openid: string): Persona | undefined;
  byPhone(phone: string): Persona | undefined;
}

/** `appIds` make the openids: another app knows the same person by another one. */
export function createPersonas(appIds: Record<SimulatedApp, string>): Personas {
  const known = new Map<string, Persona>();

  function find(id: string): Persona | undefined {
    const number = Number(id);
    if (!/^[1-9]\d{0,4}$/.test(id) || number > MOST) {
      return undefined;
    }
    const persona = known.get(id) ?? {
      id,
      name: NAMES[number - 1] ?? `访客${id}`,
      phone: `138001${String(38_000 + number)
        .padStart(5, '0')
        .slice(-5)}`,
      unionid: idOf('oU', 'union', id),
      openids: {
        miniprogram: idOf('oM', appIds.miniprogram, id),
        officialAccount: idOf('oG', appIds.officialAccount, id),
      },
    };
    known.set(id, persona);
    return persona;
  }

  const named = NAMES.flatMap((_, index) => find(String(index + 1)) ?? []);
  const search = (fits: (persona: Persona) => boolean) => [...known.values()].find(fits);
  return {
    named,
    find,
    byOpenid: (app, openid) => search((persona) => persona.openids[app] === openid),
    byPhone: (phone) => search((persona) => persona.phone === phone),
  };
}
