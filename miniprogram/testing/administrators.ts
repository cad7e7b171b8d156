/** A unit's session, for tests of the administration. */
import type { Me } from '@common/contract/accounts';
import { codesOf, PERMISSIONS, type Permission } from '@common/terms';
import { meWith } from './fakeServer';

export const UNIT = {
  id: 'b'.repeat(24),
  code: '431022',
  name: '宜章县第二人民医院',
  regionCode: '431022',
  regionName: '湖南省 郴州市 宜章县',
};

/** Signed in for the unit as 王芳. */
export function administratorMe(permissions: readonly Permission[] = codesOf(PERMISSIONS)): Me {
  return {
    ...meWith(null),
    roles: ['unit'],
    accountName: UNIT.code,
    unit: UNIT,
    administrator: { id: 'a'.repeat(24), name: '王芳', permissions: [...permissions] },
  };
}

/** The password was right, and nobody has said who it was. */
export const namelessMe = (): Me => ({ ...administratorMe(), administrator: null, needsAdministrator: true });
