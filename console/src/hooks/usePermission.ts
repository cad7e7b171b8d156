import type { Me } from '@common/contract/accounts';
import { PERMISSIONS, type Permission } from '@common/terms';
import { useMe } from '../api/session';

/** Why this administrator may not do what needs a 权限, in words for a tooltip; null where he may. */
export function whyNot(me: Pick<Me, 'administrator'>, permission: Permission): string | null {
  return me.administrator?.permissions.includes(permission)
    ? null
    : `您没有“${PERMISSIONS[permission]}”权限，请联系有“${PERMISSIONS.manageAccount}”权限的管理员开通`;
}

/** `whyNot` of who is signed in. The server checks the same again. */
export function usePermission(permission: Permission): string | null {
  return whyNot(useMe(), permission);
}
