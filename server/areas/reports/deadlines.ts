import { reportDays } from '@common/rules/executionReport';
import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import type { ActivityDoc } from '../activities/model';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import { codesOver } from '../regions-units/policy';
import type { Services } from '../services';
import { type ReportDoc, reportModel } from './model';
import { emptyForm } from './presenter';
import type { Reminders } from './reminders';

export interface Deadlines {
  /** Brings the days of a report that has not been handed in into line with its activity, whose dates may have been changed. */
  follow(report: ReportDoc, full: FullActivity): Promise<ReportDoc>;
  /**
   * Makes the reports of what has ended, follows changed dates and reminds. May run twice and in several processes at once.
   * @throws What the store throws.
   */
  sweep(): Promise<void>;
}

/** Rows that one sweep takes at most: the next one is a minute later. */
const AT_ONCE = 200;
const CHECK_EVERY_MS = 3_600_000;

export function createDeadlines(
  { mongo, clock }: Platform,
  services: Services,
  reminders: Reminders,
): Deadlines {
  const Report = reportModel(mongo);

  async function regionsOf(unitIds: string[]): Promise<Map<string, string[]>> {
    const units = await services.regionsUnits.units(unitIds);
    return new Map([...units].map(([id, { regionCode }]) => [id, codesOver(regionCode)]));
  }

  async function make(): Promise<void> {
    const ended = await services.activities.endedWithoutReport(clock.now(), AT_ONCE);
    const regions = await regionsOf(ended.map(({ unitId }) => String(unitId)));
    const rows = ended.map(
      (activity): ReportDoc => ({
        _id: new Types.ObjectId(),
        activityId: activity._id,
        unitId: activity.unitId,
        regions: regions.get(String(activity.unitId)) ?? [],
        form: begunForm(activity),
        ...reportDays(periodsOf(activity)),
        handedInOn: null,
        checkedAt: new Date(0),
        state: 'draft',
        steps: [],
        step: 0,
        version: 0,
        moves: [],
      }),
    );
    if (rows.length === 0) {
      return;
    }
    // The unique index on the activity says which exist already: another process made them, or this one before it was stopped.
    await Report.insertMany(rows, { ordered: false }).catch((error: unknown) => {
      if (!isDuplicate(error)) {
        throw error;
      }
    });
    await services.activities.markReported(ended);
  }

  async function follow(report: ReportDoc, { activity, unit }: FullActivity): Promise<ReportDoc> {
    const now = { ...reportDays(periodsOf(activity)), regions: codesOver(unit.regionCode) };
    const isSame =
      now.endedOn === report.endedOn &&
      now.dueOn === report.dueOn &&
      now.regions.join() === report.regions.join();
    if (report.handedInOn !== null || isSame) {
      return report;
    }
    const followed = await Report.findOneAndUpdate(
      { _id: report._id, handedInOn: null },
      { $set: now },
      { returnDocument: 'after' },
    ).lean();
    return followed ?? report;
  }

  async function check(): Promise<void> {
    const due = await Report.find({
      handedInOn: null,
      checkedAt: { $lte: new Date(clock.now() - CHECK_EVERY_MS) },
    })
      .sort({ checkedAt: 1 })
      .limit(AT_ONCE)
      .lean();
    const activities = await services.activities.many(due.map(({ activityId }) => String(activityId)));
    for (const report of due) {
      const full = activities.get(String(report.activityId));
      if (full) {
        await reminders.remind(await follow(report, full), full);
      }
    }
    await Report.updateMany(
      { _id: { $in: due.map(({ _id }) => _id) } },
      { $set: { checkedAt: new Date(clock.now()) } },
    );
  }

  return {
    follow,
    async sweep() {
      await make();
      await check();
    },
  };
}

/** What was applied for stands in the form already, to be corrected. */
function begunForm({ venue, courses }: ActivityDoc): ReportDoc['form'] {
  const form = emptyForm();
  const names = courses.flatMap(({ lecturers = [], lecturer }) =>
    lecturers.length > 0 ? lecturers.map(({ name }) => name) : [lecturer],
  );
  return {
    ...form,
    holding: { ...form.holding, place: venue, lecturers: new Set(names.filter(Boolean)).size },
  };
}
