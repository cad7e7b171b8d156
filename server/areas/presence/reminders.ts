import { halfDayOf, mayRemindMissing } from '@common/rules/presence';
import { formatRange } from '@common/rules/shanghaiTime';
import type { Platform } from '../../platform';
import { insistApproved } from '../activities/policy';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { insistTime } from './policy';
import type { Roll } from './roll';

export interface Reminders {
  /**
   * 提醒未到人员: those who are enrolled and have not come today, or only these of them; each once in half a day.
   * @throws AppError ACTIVITY_NOT_APPROVED, OUTSIDE_HOLDING_PERIOD.
   */
  remindMissing(full: FullActivity, only?: string[]): Promise<{ told: number; alreadyTold: number }>;
}

export function createReminders({ clock }: Platform, services: Services, roll: Roll): Reminders {
  return {
    async remindMissing(full, only) {
      const now = clock.now();
      const periods = periodsOf(full.activity);
      insistApproved(full.activity, '该活动尚未审核通过，不能提醒');
      insistTime(full, mayRemindMissing(now, periods), '提醒');
      const wanted = only && new Set(only);
      const missing = (await roll(full)).filter(
        ({ state, isEnrolled, learnerId }) =>
          state === 'missing' && isEnrolled && (!wanted || wanted.has(learnerId)),
      );
      // The one that runs, or the one that begins within the hour.
      const [next] = periods.filter(({ to }) => now <= to).sort((a, b) => a.from - b.from);
      const lines = [
        full.project.name,
        ...(next ? [`时间：${formatRange(next.from, next.to)}`] : []),
        `地点：${full.activity.venue}`,
        '您还没有签到，请到现场扫描大屏上的二维码。',
      ];
      const half = halfDayOf(now);
      const newlyTold = await services.notifications.tellMany(
        missing.map(({ learnerId }) => ({
          learnerId,
          key: `presence-reminder-${full.activity._id}-${learnerId}-${half}`,
        })),
        // Tomorrow it would be too late.
        { kind: 'checkIn', title: '您报名的活动今天举办', lines, page: 'pages/scan/index', isUrgent: true },
      );
      return { told: newlyTold, alreadyTold: missing.length - newlyTold };
    },
  };
}
