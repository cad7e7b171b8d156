import { type ReportForm, type ReportRow, type ReportView, reportForm } from '@common/contract/reports';
import {
  isDueProvisional,
  isReportLate,
  missingInReport,
  reportDaysLeft,
} from '@common/rules/executionReport';
import { presentBrief, presentMoves, presentSteps } from '../../reviews/presentReview';
import type { FullActivity } from '../activities/service';
import type { ReportDoc } from './model';
import { mayRead, type Viewer } from './policy';

/** What one report is shown with. */
export interface Shown {
  full: FullActivity;
  viewer: Viewer;
  can: ReportRow['can'];
  /** A day in China. */
  today: string;
}

/** A form that nothing was written on. */
export const emptyForm = (): ReportForm => reportForm.parse({});

export function presentRow(report: ReportDoc, { full, can, today }: Shown): ReportRow {
  const { activity, project, unit } = full;
  return {
    id: String(report._id),
    activityId: String(report.activityId),
    projectNumber: project.number,
    term: activity.term,
    name: project.name,
    unitName: unit.name,
    endedOn: report.endedOn,
    dueOn: report.dueOn,
    daysLeft: reportDaysLeft(report, today),
    isProvisional: report.handedInOn === null && isDueProvisional(report.dueOn, today),
    isLate: isReportLate(report, today),
    state: report.state,
    ...presentBrief(report),
    can,
  };
}

/** Pages 3 and 4 come from the attendance and the credits; `chain` where it has not been handed in yet. */
export function presentView(
  report: ReportDoc,
  shown: Shown,
  { chain, ...attached }: Pick<ReportView, 'analysis' | 'creditings'> & { chain: ReportDoc['steps'] },
): ReportView {
  const form = mayRead(shown.viewer, report) ? report.form : emptyForm();
  return {
    ...presentRow(report, shown),
    form,
    missing: missingInReport(form),
    ...attached,
    steps: presentSteps(report, chain),
    moves: presentMoves(report),
  };
}
