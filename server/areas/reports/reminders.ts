import { isReminderTime, type ReportReminder, reminderOn } from '@common/rules/executionReport';
import { dayOf } from '@common/rules/shanghaiTime';
import { workingDaysUntil } from '@common/rules/workingDays';
import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { type ReportDoc, reportReminderModel } from './model';

export interface Reminders {
  /** Tells those who hold the unit's activities what is due, each time once; at night it waits. */
  remind(report: ReportDoc, full: FullActivity): Promise<void>;
}

export function createReminders({ mongo, clock }: Platform, services: Services): Reminders {
  const Reminder = reportReminderModel(mongo);

  /** Whether it falls to this process: written down before it is sent, so that nobody is told twice. */
  async function take(reportId: Types.ObjectId, dueOn: string, kind: ReportReminder): Promise<boolean> {
    try {
      await Reminder.create({ _id: new Types.ObjectId(), reportId, dueOn, kind, at: new Date(clock.now()) });
      return true;
    } catch (error) {
      if (isDuplicate(error)) {
        return false;
      }
      throw error;
    }
  }

  return {
    async remind({ _id, unitId, dueOn }, full) {
      const now = clock.now();
      const kind = reminderOn(dayOf(now), dueOn);
      if (kind && isReminderTime(now) && (await take(_id, dueOn, kind))) {
        const text = words(full, dueOn, workingDaysUntil(dayOf(now), dueOn), kind);
        await services.administrators.notify('unit', String(unitId), 'holdActivities', text);
      }
    },
  };
}

function words(
  { project, activity }: FullActivity,
  dueOn: string,
  left: number,
  kind: ReportReminder,
): string {
  const what = `【继教通】“${project.name}”第${activity.term}期的执行情况反馈`;
  const where = '请登录管理控制台，在“执行情况反馈”中填写并提交';
  if (kind === 'late') {
    return `${what}应在${dueOn}前提交，现已逾期，${where}，提交审核后才可授予学分。`;
  }
  return left > 0 ? `${what}还有${left}个工作日到期（${dueOn}），${where}。` : `${what}今天到期，${where}。`;
}
