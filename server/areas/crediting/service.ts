import type { CreditingRow } from '@common/contract/crediting';
import type { ReportView } from '@common/contract/reports';
import { daysHeld } from '@common/rules/periods';
import { type QueryFilter, Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate, pageOf } from '../../platform/mongo';
import { insistApproved } from '../activities/policy';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { CreditEntryDoc } from '../credits/model';
import type { Services } from '../services';
import { analyse, summarise } from './attendance';
import { type CreditingDoc, creditingModel } from './model';

/** Whether a batch is reviewed, and whom it waits for. */
export interface ReviewState {
  reviewed: boolean;
  waitingFor: string | null;
}

export interface CreditingService {
  /**
   * Grants an activity's credits to the effective people among those named (or to all of them), each once.
   * @throws AppError NOT_PRESENT, NOTHING_TO_CREDIT, ACTIVITY_NOT_APPROVED.
   */
  grant(
    full: FullActivity,
    given: { learnerIds?: string[]; activityDate: string },
    requestId: string,
    administratorId?: string,
  ): Promise<{ creditingId: string; granted: number; alreadyCredited: number }>;
  list(
    filter: { unitIds: string[]; state: CreditingDoc['state'] | 'all'; activityId?: string },
    page: { page: number; pageSize: number },
  ): Promise<{ items: CreditingRow[]; total: number }>;
  /** 审核通过, once; a second approval answers the same. */
  approve(
    authorityId: string,
    creditingId: string,
    requestId: string,
    administratorId?: string,
  ): Promise<CreditingRow>;
  /** Whether batches are reviewed, and whom they wait for. */
  states(creditingIds: string[]): Promise<Map<string, ReviewState>>;
  /** 考勤分析 in numbers, as it stands: its windows, who signed in, who of them is effective, who was credited. */
  summary(full: FullActivity): Promise<ReportView['analysis']>;
  countWaiting(unitIds: string[]): Promise<number>;
}

const ATTEMPTS = 5;

export function createCreditingService(
  { mongo, clock, log }: Platform,
  services: Services,
): CreditingService {
  const Crediting = creditingModel(mongo);

  async function statesOf(rows: CreditingDoc[]): Promise<Map<string, ReviewState>> {
    const units = await services.regionsUnits.units(rows.map(({ unitId }) => String(unitId)));
    const regionOf = (row: CreditingDoc) => units.get(String(row.unitId))?.regionCode;
    const waiting = rows.flatMap((row) => (row.state === 'approved' ? [] : (regionOf(row) ?? [])));
    // A page of batches is of a few regions: each is asked once.
    const over = new Map<string, string | undefined>();
    for (const region of new Set(waiting)) {
      over.set(region, (await services.regionsUnits.authorityOver(region))?.name);
    }
    const states = new Map<string, ReviewState>();
    for (const row of rows) {
      const reviewed = row.state === 'approved';
      const waitingFor = reviewed ? null : (over.get(regionOf(row) ?? '') ?? '上级卫生行政部门');
      states.set(String(row._id), { reviewed, waitingFor });
    }
    return states;
  }

  async function present(rows: CreditingDoc[]): Promise<CreditingRow[]> {
    const activities = await services.activities.many(rows.map(({ activityId }) => String(activityId)));
    const reviews = await statesOf(rows);
    return rows.flatMap((row) => {
      const full = activities.get(String(row.activityId));
      if (!full) {
        return [];
      }
      return {
        id: String(row._id),
        activityId: String(row.activityId),
        activityName: full.project.name,
        projectNumber: full.project.number,
        unitName: full.unit.name,
        creditClass: full.project.creditClass,
        creditsEach: row.creditsEach,
        persons: row.persons,
        activityDate: row.activityDate,
        state: row.state,
        grantedAt: row.grantedAt.toISOString(),
        grantedBy: row.grantedBy,
        reviewedAt: row.reviewedAt?.toISOString() ?? null,
        reviewedBy: row.reviewedBy ?? null,
        waitingFor: reviews.get(String(row._id))?.waitingFor ?? null,
      };
    });
  }

  /** Whom to credit now: named (or all) and effective, without those who have it. */
  async function select(full: FullActivity, learnerIds?: string[]) {
    const verdicts = await analyse(services, full, periodsOf(full.activity));
    const effective = new Map(verdicts.filter((v) => v.effective).map((v) => [v.learnerId, v]));
    const wanted = learnerIds ? [...new Set(learnerIds)] : [...effective.keys()];
    if (wanted.some((id) => !effective.has(id))) {
      throw appError('NOT_PRESENT', { field: 'learnerIds' });
    }
    const open = wanted.filter((id) => !effective.get(id)?.credited);
    if (open.length === 0) {
      throw appError('NOTHING_TO_CREDIT');
    }
    return { open, alreadyCredited: wanted.length - open.length };
  }

  async function write(
    full: FullActivity,
    learnerIds: string[],
    activityDate: string,
  ): Promise<Types.ObjectId> {
    const { activity, project, unit } = full;
    const _id = new Types.ObjectId();
    const grantedAt = new Date(clock.now());
    const entries = learnerIds.map(
      (learnerId): CreditEntryDoc => ({
        _id: new Types.ObjectId(),
        learnerId: new Types.ObjectId(learnerId),
        year: Number(activityDate.slice(0, 4)),
        creditClass: project.creditClass,
        credits: project.credits,
        minutes: project.minutes,
        activityDate,
        sourceKind: 'activity',
        sourceId: activity._id,
        role: 'participant',
        creditingId: _id,
        grantedAt,
      }),
    );
    const batch: CreditingDoc = {
      _id,
      activityId: activity._id,
      unitId: unit._id,
      activityDate,
      windows: activity.periods,
      creditsEach: project.credits,
      persons: entries.length,
      state: 'waiting',
      grantedAt,
      grantedBy: unit.name,
    };
    await mongo.transaction(async (session) => {
      await Crediting.create([batch], { session });
      await services.credits.write(entries, session);
    });
    return _id;
  }

  return {
    async grant(full, { learnerIds, activityDate }, requestId, administratorId) {
      insistApproved(full.activity, '该活动尚未审核通过，不能授分');
      if (!daysHeld(periodsOf(full.activity), clock.now()).includes(activityDate)) {
        throw appError('INVALID_INPUT', {
          message: '活动日期应是举办周期内已经举办的一天',
          field: 'activityDate',
        });
      }
      for (let attempt = 1; ; attempt += 1) {
        const { open, alreadyCredited } = await select(full, learnerIds);
        try {
          const creditingId = String(await write(full, open, activityDate));
          await services.audit.append({
            actor: { kind: 'unit', id: String(full.unit._id), ...(administratorId && { administratorId }) },
            action: 'credit.granted',
            subject: `crediting:${creditingId}`,
            reason: `${open.length}人`,
            requestId,
          });
          await services.notifications
            .credits('granted', open, full, creditingId)
            .catch((err) => log.error({ err }, 'credit notification'));
          return { creditingId, granted: open.length, alreadyCredited };
        } catch (error) {
          // A colleague credited some of them meanwhile: nothing of this batch was written, so look again.
          if (!isDuplicate(error) || attempt === ATTEMPTS) {
            throw error;
          }
        }
      }
    },
    async list({ unitIds, state, activityId }, { page, pageSize }) {
      const filter: QueryFilter<CreditingDoc> = {
        unitId: { $in: unitIds.map((id) => new Types.ObjectId(id)) },
        ...(state !== 'all' && { state }),
        ...(activityId && { activityId: new Types.ObjectId(activityId) }),
      };
      const { rows, total } = await pageOf(Crediting, filter, { grantedAt: -1, _id: -1 }, { page, pageSize });
      return { items: await present(rows), total };
    },
    async approve(authorityId, creditingId, requestId, administratorId) {
      const authority = await services.regionsUnits.authority(authorityId);
      const row = await Crediting.findById(creditingId).lean();
      const unit = row && (await services.regionsUnits.unit(String(row.unitId)));
      if (!authority || !row || !unit?.regionCode.startsWith(authority.regionCode)) {
        throw appError('NOT_FOUND');
      }
      const changed = await Crediting.findOneAndUpdate(
        { _id: row._id, state: 'waiting' },
        { $set: { state: 'approved', reviewedAt: new Date(clock.now()), reviewedBy: authority.name } },
        { returnDocument: 'after' },
      ).lean();
      if (changed) {
        await services.audit.append({
          actor: { kind: 'authority', id: authorityId, ...(administratorId && { administratorId }) },
          action: 'credit.reviewed',
          subject: `crediting:${creditingId}`,
          requestId,
        });
        const full = await services.activities.get(String(row.activityId));
        const learnerIds = await services.credits.learnersOf(creditingId);
        await services.notifications
          .credits('reviewed', learnerIds, full, creditingId)
          .catch((err) => log.error({ err }, 'credit notification'));
      }
      const [presented] = await present([changed ?? (await Crediting.findById(creditingId).lean()) ?? row]);
      if (!presented) {
        throw appError('NOT_FOUND');
      }
      return presented;
    },
    states: async (creditingIds) => statesOf(await Crediting.find({ _id: { $in: creditingIds } }).lean()),
    summary: async (full) => summarise(full, await analyse(services, full, periodsOf(full.activity))),
    countWaiting: async (unitIds) =>
      Crediting.countDocuments({
        unitId: { $in: unitIds.map((id) => new Types.ObjectId(id)) },
        state: 'waiting',
      }),
  };
}
