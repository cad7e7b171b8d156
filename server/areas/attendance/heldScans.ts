import type { attendance, HeldRow } from '@common/contract/attendance';
import type { ParsedInputOf } from '@common/contract/endpoint';
import { appError } from '../../http/errors';
import type { FullActivity } from '../activities/service';
import type { HeldScanDoc } from '../check-ins/model';
import type { Services } from '../services';
import { peopleOf } from './people';
import { presentHeld } from './presenter';

type Query = Omit<ParsedInputOf<typeof attendance.listHeld>, 'activityId'>;
type Decision = Omit<ParsedInputOf<typeof attendance.decideHeld>, 'activityId'>;

/** 待确认: scans that do not count until somebody says so. */
export interface HeldScans {
  listHeld(full: FullActivity, query: Query): Promise<{ items: HeldRow[]; total: number; waiting: number }>;
  /** @throws AppError REASON_REQUIRED. */
  decideHeld(
    full: FullActivity,
    decision: Decision,
    by: string,
  ): Promise<{ decided: number; skipped: number }>;
}

export function createHeldScans(services: Services): HeldScans {
  /** Whose scans these are, in their order; who scanned before he registered may have done so by now. */
  async function learnersOf(rows: HeldScanDoc[]): Promise<(string | undefined)[]> {
    const owners = await services.accounts.identities.owners(
      rows.map(({ identityId }) => String(identityId)),
    );
    return rows.map(({ learnerId, identityId }) =>
      learnerId ? String(learnerId) : owners.get(String(identityId)),
    );
  }

  return {
    async listHeld(full, { state, page, pageSize }) {
      const activityId = String(full.activity._id);
      const [{ rows, total }, waiting] = await Promise.all([
        services.checkIns.heldOf(activityId, state, { page, pageSize }),
        services.checkIns.countHeld(activityId),
      ]);
      const learnerIds = await learnersOf(rows);
      const personOf = await peopleOf(
        services,
        learnerIds.flatMap((id) => id ?? []),
      );
      const items = rows.map((row, i) =>
        presentHeld(full, row, learnerIds[i] ? personOf(learnerIds[i]) : null),
      );
      return { items, total, waiting };
    },
    async decideHeld(full, { ids, accept, reason }, by) {
      if (!accept && !reason) {
        throw appError('REASON_REQUIRED', { message: '请填写不予确认的原因', field: 'reason' });
      }
      return services.checkIns.decideHeld(String(full.activity._id), { ids, accept, reason }, by);
    },
  };
}
