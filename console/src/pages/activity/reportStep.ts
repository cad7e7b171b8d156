import type { ReportView } from '@common/contract/reports';
import { deadlineWords } from '../reports/deadline';
import type { Step } from './steps';

/** What the step line needs of 执行情况反馈. */
export type ReportFacts = Pick<
  ReportView,
  'activityId' | 'state' | 'waitingFor' | 'can' | 'daysLeft' | 'isLate' | 'isProvisional'
>;

/** 反馈, the last step: its deadline until it is handed in, then who reviews it. Null where there is no report yet. */
export function reported(report: ReportFacts | null, isUnit: boolean): Step {
  const name = '反馈';
  if (!report) {
    return { name, tone: 'ahead', note: '活动结束后填写' };
  }
  const { tone, note } = standing(report, isUnit);
  return { name, tone, note, to: `/reports/${report.activityId}` };
}

function standing(report: ReportFacts, isUnit: boolean): Pick<Step, 'tone' | 'note'> {
  switch (report.state) {
    case 'approved':
      return { tone: 'done', note: '审核通过' };
    case 'waiting':
      return report.can.includes('pass')
        ? { tone: 'act', note: '等待您审核' }
        : { tone: 'waiting', note: `等待 ${report.waitingFor ?? '行政部门'} 审核` };
    case 'returned':
      return isUnit ? { tone: 'act', note: '已退回，请修改' } : { tone: 'waiting', note: '已退回，等待修改' };
    default: {
      // Taken back after it had been in time: there is no countdown any more.
      if (report.daysLeft === null) {
        return isUnit
          ? { tone: 'act', note: '已撤回，请提交' }
          : { tone: 'waiting', note: '等待举办单位提交' };
      }
      const { tone, text } = deadlineWords(report);
      // Red is only for who has it to do.
      return { tone: isUnit ? tone : 'waiting', note: text };
    }
  }
}
