import { Types } from 'mongoose';
import type { Actor, Call } from '../../http/call';
import { callerId } from '../../http/call';
import type { AuditInput } from '../audit/service';

/** Whoever closed his account is in no list, no search and no count: what remains of him only carries his credits. */
export const PRESENT = { closedAt: { $exists: false } } as const;

/** A unit reaches its own people and nobody else's: another's are as good as absent (NOT_FOUND, never FORBIDDEN). */
export const ofUnit = (unitId: string) => ({ unitId: new Types.ObjectId(unitId), ...PRESENT });

/** Who acts for a unit and in which request, as the audit log keeps it. */
export interface ByUnit {
  unitId: string;
  administratorId?: string;
  requestId?: string;
}

/** The unit that a call acts for, in the person of its administrator. */
export function byUnit(call: Pick<Call, 'session' | 'requestId'>): ByUnit {
  const administratorId = call.session?.administratorId;
  return {
    unitId: callerId(call, 'unitId'),
    ...(administratorId && { administratorId }),
    requestId: call.requestId,
  };
}

/** What a unit did to a learner, for the log. */
export function doneByUnit(by: ByUnit, action: string, learnerId: unknown, reason?: string): AuditInput {
  const actor: Actor = {
    kind: 'unit',
    id: by.unitId,
    ...(by.administratorId && { administratorId: by.administratorId }),
  };
  return { actor, action, subject: `learner:${String(learnerId)}`, reason, requestId: by.requestId };
}

/** What a learner did to his own record, for the log. */
export function doneByLearner(
  learnerId: unknown,
  action: string,
  requestId?: string,
  reason?: string,
): AuditInput {
  const id = String(learnerId);
  return { actor: { kind: 'learner', id }, action, subject: `learner:${id}`, reason, requestId };
}
