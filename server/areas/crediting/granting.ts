import type { CreditingRow, crediting } from '@common/contract/crediting';
import type { ParsedInputOf } from '@common/contract/endpoint';
import { daysHeld } from '@common/rules/periods';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { insistApproved } from '../activities/policy';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { type NewBatch, roleOf } from './batches';
import type { By } from './by';
import type { ChosenDoc } from './model';
import type { Showing } from './showing';
import type { Writing } from './writing';

/** A batch that was granted, and how many of those named had the credit. */
export type Granted = CreditingRow & { alreadyCredited: number };

export interface Granting {
  /**
   * Grants an activity's credits by an analysis to the effective people among those named (or to all of them), each once.
   * @throws AppError NOT_PRESENT, NOTHING_TO_CREDIT, ACTIVITY_NOT_APPROVED, ANALYSIS_OUTDATED, NOT_FOUND.
   */
  grant(
    full: FullActivity,
    given: Omit<ParsedInputOf<typeof crediting.grant>, 'activityId'>,
    by: By,
  ): Promise<Granted>;
  /** Grants to whoever has not got it yet. @throws AppError NOTHING_TO_CREDIT. */
  grantTo(
    batch: Omit<NewBatch, 'chosen'> & { wanted: Map<string, Omit<ChosenDoc, 'learnerId'>> },
    by: By,
  ): Promise<Granted>;
  /** @throws AppError ACTIVITY_NOT_APPROVED, INVALID_INPUT. */
  insistGrantable(full: FullActivity, activityDate: string): void;
}

export function createGranting(
  { clock }: Platform,
  services: Services,
  { writing, showing }: { writing: Writing; showing: Showing },
): Granting {
  function insistGrantable({ activity }: FullActivity, activityDate: string): void {
    insistApproved(activity, '该活动尚未审核通过，不能授分');
    if (!daysHeld(periodsOf(activity), clock.now()).includes(activityDate)) {
      throw appError('INVALID_INPUT', {
        message: '活动日期应是举办周期内已经举办的一天',
        field: 'activityDate',
      });
    }
  }

  const grantTo: Granting['grantTo'] = async ({ wanted, ...batch }, by) => {
    const activityId = String(batch.full.activity._id);
    const role = roleOf(batch.kind);
    const history = await services.credits.historyOf(activityId, role);
    const isCredited = (id: string) => history.get(id)?.isCredited ?? false;
    const chosen = [...wanted].flatMap(([id, what]): ChosenDoc[] => {
      const round = history.get(id)?.round ?? 0;
      return isCredited(id)
        ? []
        : [{ learnerId: new Types.ObjectId(id), ...what, ...(round > 0 && { round }) }];
    });
    const excepted = (batch.excepted ?? []).filter(({ learnerId }) => !isCredited(String(learnerId)));
    const written = chosen.length > 0 ? await writing.write({ ...batch, chosen, excepted }, by) : null;
    if (!written) {
      throw appError('NOTHING_TO_CREDIT');
    }
    const viewer = await showing.viewerOf(by.actor);
    return {
      ...(await showing.row(written, viewer)),
      alreadyCredited: wanted.size - written.persons,
    };
  };

  return {
    insistGrantable,
    grantTo,
    async grant(full, { analysisId, learnerIds, except, activityDate }, by) {
      insistGrantable(full, activityDate);
      const analysis = await services.analyses.get(analysisId);
      if (!analysis?.activityId.equals(full.activity._id)) {
        throw appError('NOT_FOUND', {
          message: '没有找到这次考勤分析，请刷新后重新选择',
          field: 'analysisId',
        });
      }
      const outdated = await services.analyses.outdated(analysis, full);
      if (outdated) {
        throw appError('ANALYSIS_OUTDATED', { message: outdated });
      }
      const effective = await services.analyses.effectiveOf(analysisId);
      const reasons = new Map(except.map(({ learnerId, reason }) => [learnerId, reason]));
      for (const [field, ids] of [
        ['learnerIds', learnerIds ?? []],
        ['except', [...reasons.keys()]],
      ] as const) {
        if (ids.some((id) => !effective.has(id))) {
          throw appError('NOT_PRESENT', { field });
        }
      }
      const named = learnerIds ? new Set(learnerIds) : effective.keys();
      const wanted = new Map(
        [...named].flatMap((id) => {
          const what = effective.get(id);
          return what && !reasons.has(id) ? [[id, what] as const] : [];
        }),
      );
      const excepted = [...reasons].map(([id, reason]) => ({ learnerId: new Types.ObjectId(id), reason }));
      return grantTo({ full, kind: 'participants', analysis, activityDate, wanted, excepted }, by);
    },
  };
}
