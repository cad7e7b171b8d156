import { isPersonName, normaliseName } from '@common/rules/personName';
import { Types } from 'mongoose';
import type { Call } from '../../http/call';
import { appError } from '../../http/errors';
import type { AdministratorDoc } from './model';

/** Whose administrators are meant: one unit or one authority. */
export interface Subject {
  kind: AdministratorDoc['kind'];
  subjectId: string;
}

/** The unit or authority that a call's session speaks for: nobody reaches another's administrators. */
export function subjectOf({ session }: Pick<Call, 'session'>): Subject {
  if (session?.authorityId) {
    return { kind: 'authority', subjectId: session.authorityId };
  }
  if (session?.unitId) {
    return { kind: 'unit', subjectId: session.unitId };
  }
  throw appError('FORBIDDEN');
}

/** As the store is asked for it. */
export const ofSubject = ({ kind, subjectId }: Subject) => ({
  kind,
  subjectId: new Types.ObjectId(subjectId),
});

/** Those who can do anything about 权限: of these one always remains. */
export const MANAGES = { isConfirmed: true, permissions: 'manageAccount' } as const;

/** @throws AppError INVALID_INPUT. */
export function checkName(given: string): string {
  const name = normaliseName(given);
  if (!isPersonName(name)) {
    throw appError('INVALID_INPUT', { message: '请填写管理员的真实姓名', field: 'name' });
  }
  return name;
}
