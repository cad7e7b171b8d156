import type { ErrorCode } from '@common/contract/errors';
import { Types } from 'mongoose';
import { type AppError, appError } from '../../http/errors';
import type { SessionRecord } from '../../http/sessions';
import type { Platform } from '../../platform';
import { refusedScanModel } from './model';

/** Keeps the refused scan, then throws why. It is refused even where keeping it fails. */
export type Refuse = (
  session: SessionRecord,
  code: ErrorCode,
  activityId?: string,
  error?: AppError,
) => Promise<never>;

/** A refused scan is kept with its reason (DESIGN "A check-in"): organisers ask why, auditors ask who tried. */
export function createRefusing({ mongo, clock, metrics, log }: Platform): Refuse {
  const RefusedScan = refusedScanModel(mongo);
  const oid = (id: string) => new Types.ObjectId(id);

  return async function refuse(session, code, activityId, error = appError(code)) {
    metrics.checkIns.inc({ direction: 'in', outcome: code });
    await RefusedScan.create({
      ...(session.identityId && { identityId: oid(session.identityId) }),
      ...(session.learnerId && { learnerId: oid(session.learnerId) }),
      ...(activityId && { activityId: oid(activityId) }),
      reason: code,
      at: new Date(clock.now()),
    }).catch((err) => log.error({ err }, 'refused scan not kept'));
    throw error;
  };
}
