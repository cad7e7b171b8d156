import type { CreditingRow, crediting } from '@common/contract/crediting';
import type { OutputOf } from '@common/contract/endpoint';
import { lastOfDays } from '@common/rules/creditingDue';
import { type ReviewFault, reviewFaults } from '@common/rules/creditingReview';
import { dayOf } from '@common/rules/shanghaiTime';
import type { CreditingState } from '@common/terms';
import type { QueryFilter, UpdateQuery } from 'mongoose';
import { AppError, appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { UnitDoc } from '../regions-units/model';
import type { Services } from '../services';
import { nameOf } from './batches';
import type { By } from './by';
import { type CreditingDoc, type CreditingMove, creditingModel } from './model';
import { movesOf, type Viewer } from './policy';
import type { Showing } from './showing';
import { type BatchDoc, WITHOUT_PEOPLE } from './states';
import type { Telling } from './telling';

export interface Reviewing {
  /** 审核通过, once; a second approval answers the same. @throws AppError as the contract's `approve` says. */
  approve(creditingId: string, hasChecked: boolean, by: By): Promise<CreditingRow>;
  /** Each by itself; those that cannot be are skipped, with the reason. @throws AppError NOT_FOUND where it may see none. */
  approveMany(creditingIds: string[], by: By): Promise<OutputOf<typeof crediting.approveMany>>;
  /** @throws AppError NOT_FOUND, MOVE_REFUSED. */
  returnCrediting(creditingId: string, reason: string, by: By): Promise<CreditingRow>;
  /** @throws AppError NOT_FOUND, MOVE_REFUSED. */
  resubmit(creditingId: string, note: string, by: By): Promise<CreditingRow>;
  /** Whose turn the review of a unit's batch is from now on, and until when. */
  reviewBegun(unit: UnitDoc): Promise<Pick<CreditingDoc, 'waitingFor' | 'reviewDueOn'>>;
  /** Why it cannot be approved. */
  faultsOf(batch: BatchDoc): Promise<ReviewFault[]>;
}

/** What is kept of a move, beside the state that it leads to. */
interface Move {
  move: CreditingMove['move'];
  from: CreditingState;
  reason: string;
  action: string;
  set: UpdateQuery<CreditingDoc>;
}

export function createReviewing(
  { mongo, clock }: Platform,
  services: Services,
  { showing, telling }: { showing: Showing; telling: Pick<Telling, 'tellReviewed'> },
): Reviewing {
  const Crediting = creditingModel(mongo);

  async function found(creditingId: string, by: By): Promise<{ viewer: Viewer; batch: BatchDoc }> {
    const viewer = await showing.viewerOf(by.actor);
    return { viewer, batch: await showing.find(viewer, creditingId) };
  }

  async function ownerName({ authority, id }: Viewer): Promise<string> {
    return authority?.name ?? (await services.regionsUnits.unit(id))?.name ?? '';
  }

  /** Null where somebody else was faster, or nobody is left in it: the filter lets one of them. */
  async function moved(batch: BatchDoc, viewer: Viewer, by: By, given: Move): Promise<BatchDoc | null> {
    const { move, from, reason, action, set } = given;
    const byName = await nameOf(services, by, await ownerName(viewer));
    const filter: QueryFilter<CreditingDoc> = {
      _id: batch._id,
      state: from,
      $expr: { $gt: ['$persons', '$revokedPersons'] },
    };
    const changed = await Crediting.findOneAndUpdate(
      filter,
      { $set: set, $push: { moves: { at: new Date(clock.now()), byName, move, reason } } },
      { returnDocument: 'after' },
    )
      .select(WITHOUT_PEOPLE)
      .lean();
    if (changed) {
      await services.audit.append({
        ...by,
        action,
        subject: `crediting:${batch._id}`,
        ...(reason && { reason }),
      });
    }
    return changed;
  }

  async function faultsOf({ kind, analysisId, activityId }: BatchDoc): Promise<ReviewFault[]> {
    const { unit } = await services.activities.get(String(activityId));
    const { credit } = await services.regionsUnits.settings(unit.regionCode);
    return reviewFaults({
      kind,
      hasAnalysis: analysisId !== undefined,
      isReportRequired: credit.isReportRequired,
      hasReport: credit.isReportRequired && (await services.reports.isHandedIn(String(activityId))),
    });
  }

  async function insistApprovable(viewer: Viewer, batch: BatchDoc, hasChecked: boolean): Promise<void> {
    if (!movesOf(viewer, batch).includes('approve')) {
      throw appError('MOVE_REFUSED');
    }
    const [fault] = await faultsOf(batch);
    if (fault) {
      throw appError(fault);
    }
    if (batch.kind === 'manual' && !hasChecked) {
      throw appError('MANUAL_UNCHECKED', { field: 'hasChecked' });
    }
  }

  async function approve(creditingId: string, hasChecked: boolean, by: By): Promise<CreditingRow> {
    const { viewer, batch } = await found(creditingId, by);
    if (batch.state === 'approved') {
      return showing.row(batch, viewer);
    }
    await insistApprovable(viewer, batch, hasChecked);
    const at = new Date(clock.now());
    const approved = await moved(batch, viewer, by, {
      move: 'approved',
      from: 'waiting',
      reason: '',
      action: 'credit.reviewed',
      set: {
        state: 'approved',
        waitingFor: null,
        reviewDueOn: null,
        reviewedAt: at,
        reviewedBy: viewer.authority?.name,
        untoldSince: at,
      },
    });
    if (approved) {
      await telling.tellReviewed(approved, await services.activities.get(String(batch.activityId)));
      return showing.row(approved, viewer);
    }
    const now = await showing.find(viewer, creditingId);
    if (now.state !== 'approved') {
      throw appError('MOVE_REFUSED');
    }
    return showing.row(now, viewer);
  }

  async function reviewBegun({ regionCode }: UnitDoc) {
    const [authority, { credit }] = await Promise.all([
      services.regionsUnits.authorityOver(regionCode),
      services.regionsUnits.settings(regionCode),
    ]);
    return {
      waitingFor: authority?._id ?? null,
      reviewDueOn: lastOfDays(dayOf(clock.now()), credit.reviewDays),
    };
  }

  return {
    approve,
    faultsOf,
    async approveMany(creditingIds, by) {
      const viewer = await showing.viewerOf(by.actor);
      const skipped: OutputOf<typeof crediting.approveMany>['skipped'] = [];
      let approved = 0;
      let seen = 0;
      for (const id of new Set(creditingIds)) {
        let activityName = '';
        try {
          activityName = (await showing.row(await showing.find(viewer, id), viewer)).activityName;
          seen += 1;
          await approve(id, false, by);
          approved += 1;
        } catch (error) {
          if (!(error instanceof AppError)) {
            throw error;
          }
          skipped.push({ id, activityName, message: error.message });
        }
      }
      if (seen === 0) {
        throw appError('NOT_FOUND');
      }
      return { approved, skipped };
    },
    async returnCrediting(creditingId, reason, by) {
      const { viewer, batch } = await found(creditingId, by);
      const isAllowed = movesOf(viewer, batch).includes('return');
      const returned =
        isAllowed &&
        (await moved(batch, viewer, by, {
          move: 'returned',
          from: 'waiting',
          reason,
          action: 'credit.returned',
          set: { state: 'returned', returnReason: reason, waitingFor: batch.unitId, reviewDueOn: null },
        }));
      if (!returned) {
        throw appError('MOVE_REFUSED');
      }
      const { project, activity } = await services.activities.get(String(returned.activityId));
      await services.officeMessages.tellUnit({
        unitId: String(returned.unitId),
        permission: 'credit',
        key: `crediting-returned-${returned._id}-${returned.moves.length}`,
        text: `“${project.name}”第${activity.term}期的授分被退回，请登录管理控制台，在“授分记录”中查看原因，修改后重新提交。`,
      });
      return showing.row(returned, viewer);
    },
    async resubmit(creditingId, note, by) {
      const { viewer, batch } = await found(creditingId, by);
      const isAllowed = movesOf(viewer, batch).includes('submit');
      const { unit } = await services.activities.get(String(batch.activityId));
      const submitted =
        isAllowed &&
        (await moved(batch, viewer, by, {
          move: 'submitted',
          from: 'returned',
          reason: note,
          action: 'credit.resubmitted',
          set: { state: 'waiting', ...(await reviewBegun(unit)) },
        }));
      if (!submitted) {
        throw appError('MOVE_REFUSED');
      }
      return showing.row(submitted, viewer);
    },
    reviewBegun,
  };
}
