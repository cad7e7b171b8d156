import type { ApprovalState } from '@common/terms';
import type { ClientSession } from 'mongoose';
import { appError } from '../../http/errors';
import type { UnitDoc } from '../regions-units/model';
import type { Services } from '../services';

/** The unit as a form gives it: one of the list, or one that should be added. */
interface Given {
  unitId?: string;
  unitRequest?: { name: string; regionCode: string; note: string };
}

/** There is no 无单位 (manual 003 §三.(1)): `draft` waits for the unit that was asked for, and has none meanwhile. */
export interface UnitChoice {
  unit: UnitDoc | null;
  requested: Given['unitRequest'];
  state: ApprovalState & ('pending' | 'draft');
}

/** What a learner's choice of unit means for his registration. */
export function createUnitChoice(services: Services) {
  return {
    /** @throws AppError INVALID_INPUT unless exactly one is given; UNIT_UNKNOWN. */
    async of({ unitId, unitRequest }: Given): Promise<UnitChoice> {
      if (unitId && unitRequest) {
        throw appError('INVALID_INPUT', { message: '已选择单位，不需要再申请新增单位', field: 'unitId' });
      }
      if (unitRequest) {
        return { unit: null, requested: unitRequest, state: 'draft' };
      }
      if (!unitId) {
        throw appError('INVALID_INPUT', { message: '请选择单位；找不到时可申请新增单位', field: 'unitId' });
      }
      const unit = await services.regionsUnits.unit(unitId);
      if (!unit) {
        throw appError('UNIT_UNKNOWN', { field: 'unitId' });
      }
      return { unit, requested: undefined, state: 'pending' };
    },
    /** Puts the request for a unit in the place of an earlier one; with a unit chosen there is none any more. */
    async request({ requested }: UnitChoice, learnerId: string, session: ClientSession): Promise<void> {
      await services.regionsUnits.withdrawRequest(learnerId, session);
      if (requested) {
        await services.regionsUnits.requestUnit({ learnerId, ...requested }, session);
      }
    },
  };
}
