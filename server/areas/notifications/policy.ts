import { appError } from '../../http/errors';
import type { Services } from '../services';

/** Whether an authority runs the system: it has none above it. */
export async function isOperator({ regionsUnits }: Services, authorityId: string): Promise<boolean> {
  const own = await regionsUnits.authority(authorityId);
  if (!own) {
    return false;
  }
  const over = await regionsUnits.authoritiesOver(own.regionCode);
  return over.every(({ _id }) => String(_id) === authorityId);
}

/** What runs the system is for those who run it. @throws AppError FORBIDDEN. */
export async function insistOperator(services: Services, authorityId: string): Promise<void> {
  if (!(await isOperator(services, authorityId))) {
    throw appError('FORBIDDEN', { message: '公众号与消息投递由最上级行政部门管理，请与其联系' });
  }
}
