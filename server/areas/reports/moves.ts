import type { OutputOf, ParsedInputOf } from '@common/contract/endpoint';
import type { reports } from '@common/contract/reports';
import { missingInReport } from '@common/rules/executionReport';
import { isEditable } from '@common/rules/review';
import { dayOf } from '@common/rules/shanghaiTime';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { decideEach } from '../../reviews/decideEach';
import type { Reviews } from '../../reviews/reviews';
import type { By } from '../regions-units/authorities';
import type { Services } from '../services';
import { type ReportDoc, reportModel } from './model';
import { isOwn, maySee, type Viewer } from './policy';
import type { Showing } from './showing';

type Given<E extends keyof typeof reports> = ParsedInputOf<(typeof reports)[E]>;

export interface ReportMoves {
  /** Keeps as much as was written. @throws AppError NOT_FOUND, MOVE_REFUSED, REVIEW_MOVED. */
  save(by: By, given: Given<'saveReport'>): Promise<ReportDoc>;
  /** @throws AppError NOT_FOUND, INVALID_INPUT at the first missing field, NO_REVIEWER, MOVE_REFUSED, REVIEW_MOVED. */
  submit(by: By, given: Given<'submitReport'>): Promise<ReportDoc>;
  /** @throws AppError NOT_FOUND, MOVE_REFUSED, REVIEW_MOVED. */
  withdraw(by: By, given: Given<'withdrawReport'>): Promise<ReportDoc>;
  /** @throws AppError NOT_FOUND where it may see none of them, REASON_REQUIRED, INVALID_INPUT. */
  decide(
    by: By,
    viewer: Viewer,
    given: Given<'decideReports'>,
  ): Promise<OutputOf<typeof reports.decideReports>>;
}

const DECISIONS = { pass: 'report.passed', return: 'report.returned' } as const;

/** What is done to a report; the states are those of everything reviewed (`common/rules/review.ts`). */
export function createReportMoves(
  { mongo, clock }: Platform,
  services: Services,
  reviews: Reviews,
  showing: Showing,
): ReportMoves {
  const Report = reportModel(mongo);

  async function own({ actor }: By, activityId: string): Promise<ReportDoc> {
    const report = await showing.find(activityId);
    if (!report || !isOwn(actor, report)) {
      throw appError('NOT_FOUND');
    }
    return report;
  }

  const log = async (by: By, action: string, { activityId }: ReportDoc, reason?: string) =>
    services.audit.append({
      ...by,
      action,
      subject: `activity:${activityId}`,
      ...(reason && { reason }),
    });

  async function tellReturned({ _id, unitId, activityId, version }: ReportDoc): Promise<void> {
    const { project, activity } = await services.activities.get(String(activityId));
    await services.officeMessages.tellUnit({
      unitId: String(unitId),
      permission: 'holdActivities',
      key: `report-returned-${_id}-${version}`,
      text: `“${project.name}”第${activity.term}期的执行情况反馈被退回修改，请登录管理控制台，在“执行情况反馈”中查看原因，修改后重新提交。`,
    });
  }

  return {
    async save(by, { activityId, version, form }) {
      const report = await own(by, activityId);
      if (!isEditable(report.state)) {
        throw appError('MOVE_REFUSED', { message: '已提交的执行情况反馈不能修改；审核中的可以先撤回' });
      }
      const saved = await Report.findOneAndUpdate(
        { _id: report._id, version, state: report.state },
        { $set: { form }, $inc: { version: 1 } },
        { returnDocument: 'after' },
      ).lean();
      if (!saved) {
        throw appError('REVIEW_MOVED');
      }
      return saved;
    },
    async submit(by, { activityId, version }) {
      const report = await own(by, activityId);
      const today = dayOf(clock.now());
      if (isEditable(report.state) && today < report.endedOn) {
        throw appError('MOVE_REFUSED', { message: '活动还没有结束，结束后才能提交执行情况反馈' });
      }
      const [fault] = isEditable(report.state) ? missingInReport(report.form) : [];
      if (fault && version === report.version) {
        throw appError('INVALID_INPUT', { message: fault.message, field: fault.field });
      }
      const steps = await showing.chainOf(report);
      const set = { handedInOn: report.handedInOn ?? today };
      const moved = await reviews.move(
        Report,
        report,
        { move: 'submit', actor: by.actor, version },
        { steps, set },
      );
      await log(by, 'report.submitted', moved);
      return moved;
    },
    async withdraw(by, { activityId }) {
      const report = await own(by, activityId);
      // What nobody has looked at was not handed in: or an empty one, withdrawn at once, would keep the deadline.
      const wasDecided = report.moves.some(({ move }) => move === 'return' || move === 'pass');
      const moved = await reviews.move(
        Report,
        report,
        { move: 'withdraw', actor: by.actor },
        { set: { handedInOn: wasDecided ? report.handedInOn : null } },
      );
      await log(by, 'report.withdrawn', moved);
      return moved;
    },
    async decide(by, viewer, { items, decision, reason, pages }) {
      if (decision === 'reject') {
        throw appError('INVALID_INPUT', {
          message: '执行情况反馈只能审核通过或退回修改',
          field: 'decision',
        });
      }
      const { results, decided } = await decideEach<ReportDoc>({
        items,
        async find(ids) {
          const found = await Report.find({ _id: { $in: ids.map((id) => new Types.ObjectId(id)) } }).lean();
          const seen = found.filter((report) => maySee(viewer, report));
          return new Map(seen.map((report) => [String(report._id), report]));
        },
        decide: async (report, version) =>
          reviews.move(Report, report, { move: decision, actor: by.actor, version, reason, pages }),
      });
      const why = [reason, ...pages.map((page) => page.reason)].filter(Boolean).join('；');
      for (const report of decided) {
        await log(by, DECISIONS[decision], report, why);
        if (decision === 'return') {
          await tellReturned(report);
        }
      }
      return { results };
    },
  };
}
