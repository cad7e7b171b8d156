import { z } from 'zod';
import { codesOf, PERMISSIONS } from '../terms';
import { me } from './accounts';
import { endpoint } from './endpoint';
import { done, id, instant, nothing } from './shapes';

const permission = z.enum(codesOf(PERMISSIONS));
const phone = z.string().min(1, '请输入手机号').max(32);
const name = z.string().min(1, '请输入姓名').max(60);

/** A named administrator of a unit or an authority. */
export const administratorRow = z.object({
  id,
  name: z.string(),
  phoneMasked: z.string(),
  permissions: z.array(permission),
  /** The phone has been proved at a sign-in. */
  isConfirmed: z.boolean(),
  isSelf: z.boolean(),
  lastSignInAt: instant.nullable(),
});
export type AdministratorRow = z.output<typeof administratorRow>;

/** Either one of the list, or a new one by name and phone. */
const who = {
  administratorId: id.optional(),
  name: name.optional(),
  phone: phone.optional(),
};

/** The named people behind a unit's or an authority's one account (manual 000 §1.3). */
export const administrators = {
  administratorChoices: endpoint({
    method: 'GET',
    path: '/api/sessions/administrators',
    summary: '密码正确之后：可选择的管理员姓名',
    who: ['unit', 'authority'],
    input: nothing,
    output: z.object({
      items: z.array(z.object({ id, name: z.string(), phoneMasked: z.string() })),
    }),
    beforeAdministrator: true,
  }),
  sendAdministratorCode: endpoint({
    method: 'POST',
    path: '/api/sessions/administrator-codes',
    summary: '向所选管理员登记的手机（或新增管理员填写的手机）发送验证码',
    who: ['unit', 'authority'],
    input: z.object(who),
    output: z.object({ ok: z.literal(true), retryAfter: z.int(), phoneMasked: z.string() }),
    errors: ['ADMINISTRATOR_EXISTS'],
    limit: { points: 10, seconds: 600 },
    beforeAdministrator: true,
  }),
  chooseAdministrator: endpoint({
    method: 'POST',
    path: '/api/sessions/administrator',
    summary: '以短信验证码确认是哪位管理员。首位新增者获得全部权限，之后新增的由其开通权限',
    who: ['unit', 'authority'],
    input: z.object({ ...who, smsCode: z.string().min(1, '请输入验证码').max(12) }),
    output: me,
    errors: ['SMS_CODE_INVALID', 'ADMINISTRATOR_EXISTS'],
    limit: { points: 20, seconds: 600 },
    beforeAdministrator: true,
  }),
  listAdministrators: endpoint({
    method: 'GET',
    path: '/api/administrators',
    summary: '本单位（部门）的管理员',
    who: ['unit', 'authority'],
    input: nothing,
    output: z.object({ items: z.array(administratorRow) }),
  }),
  addAdministrator: endpoint({
    method: 'POST',
    path: '/api/administrators',
    summary: '登记一名管理员及其权限；本人首次登录时以短信确认手机号',
    who: ['unit', 'authority'],
    permission: 'manageAccount',
    input: z.object({ name, phone, permissions: z.array(permission) }),
    output: administratorRow,
    errors: ['ADMINISTRATOR_EXISTS'],
  }),
  updateAdministrator: endpoint({
    method: 'PUT',
    path: '/api/administrators/:administratorId',
    summary: '修改管理员的姓名与权限，立即生效',
    who: ['unit', 'authority'],
    permission: 'manageAccount',
    input: z.object({ administratorId: id, name, permissions: z.array(permission) }),
    output: administratorRow,
    errors: ['LAST_MANAGER'],
  }),
  removeAdministrator: endpoint({
    method: 'DELETE',
    path: '/api/administrators/:administratorId',
    summary: '移除管理员，其登录立即失效',
    who: ['unit', 'authority'],
    permission: 'manageAccount',
    input: z.object({ administratorId: id }),
    output: done,
    errors: ['LAST_MANAGER'],
  }),
};
