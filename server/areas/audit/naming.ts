import { maskName } from '@common/rules/personName';
import { isValidObjectId } from 'mongoose';
import type { Actor } from '../../http/call';
import type { Services } from '../services';

/** Turns the ids of the log into names: of a learner never more than a masked one. */
export interface Naming {
  /** 漯河市中心医院 · 王芳, 学员 陈*敏. */
  actor(actor: Actor): Promise<string>;
  /** 人员 陈*敏, 单位 舞阳县中医院. */
  subject(subject: string): Promise<string>;
}

const isSubject = (id: string) => isValidObjectId(id) && id.length === 24;

/** For one page of the log: each id is looked up once. */
export function createNaming(services: Services): Naming {
  const known = new Map<string, Promise<string>>();

  function once(key: string, find: () => Promise<string>): Promise<string> {
    const found = known.get(key) ?? find();
    known.set(key, found);
    return found;
  }

  const FINDERS: Record<string, { label: string; find(id: string): Promise<string | undefined> }> = {
    learner: {
      label: '人员',
      async find(id) {
        const learner = (await services.learners.many([id])).get(id);
        return learner && (learner.closedAt ? '已注销' : maskName(learner.name));
      },
    },
    unit: { label: '单位', find: async (id) => (await services.regionsUnits.unit(id))?.name },
    authority: { label: '行政部门', find: async (id) => (await services.regionsUnits.authority(id))?.name },
    administrator: { label: '管理员', find: async (id) => (await services.administrators.get(id))?.name },
    activity: {
      label: '活动',
      find: async (id) => (await services.activities.many([id])).get(id)?.project.name,
    },
    application: {
      label: '项目申报',
      find: async (id) => (await services.applications.get(id))?.form.basics.name,
    },
    window: { label: '申报与备案时间', find: async () => '' },
    crediting: { label: '授分批次', find: async () => '' },
    correction: { label: '更正申请', find: async () => '' },
    unitRequest: { label: '新增单位申请', find: async () => '' },
    department: { label: '科室', find: async () => '' },
    account: {
      label: '账号',
      async find(id) {
        const account = await services.accounts.passwords.get(id);
        return account?.kind === 'learner' ? '学员本人' : account?.name;
      },
    },
  };

  const nameOf = async (kind: string, id: string) =>
    once(`${kind}:${id}`, async () => (isSubject(id) && (await FINDERS[kind]?.find(id))) || '');

  return {
    async actor({ kind, id, administratorId }) {
      if (kind === 'system') {
        return '系统';
      }
      if (kind === 'wechat') {
        return '微信用户';
      }
      const name = await nameOf(kind, id);
      if (kind === 'learner') {
        return `学员 ${name}`.trim();
      }
      const person =
        administratorId && ((await nameOf('administrator', administratorId)) || '已移除的管理员');
      return [name || '已撤销的单位', person].filter(Boolean).join(' · ');
    },
    async subject(subject) {
      const [kind = '', id = ''] = subject.split(':');
      return `${FINDERS[kind]?.label ?? '其他'} ${await nameOf(kind, id)}`.trim();
    },
  };
}
