import { formatRanges } from '@common/rules/shanghaiTime';
import { appError } from '../../http/errors';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';

/** `doing`: what cannot be done then, 点名 or 提醒. @throws AppError OUTSIDE_HOLDING_PERIOD, with the periods in words. */
export function insistTime({ activity }: FullActivity, isTime: boolean, doing: string): void {
  if (!isTime) {
    const words = formatRanges(periodsOf(activity));
    throw appError('OUTSIDE_HOLDING_PERIOD', { message: `当前不在活动举办周期内（${words}），不能${doing}` });
  }
}
