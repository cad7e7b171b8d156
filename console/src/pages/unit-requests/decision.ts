import type { Client } from '@common/contract/client';
import type { UnitRequestRow } from '@common/contract/regionsUnits';

/** What is filled in of a decision; each kind has its own field, and changing the kind loses none. */
export interface Decision {
  kind: 'add' | 'existing' | 'refuse';
  name: string;
  unitId: string | null;
  reason: string;
}
type Input = Parameters<Client['regionsUnits']['decideUnitRequest']>[0];

/** Where a decision starts: with the existing unit where there is one of the same name, else with adding. */
export function firstDecision(request: Pick<UnitRequestRow, 'name' | 'similar'> | null): Decision {
  const same = request?.similar.find(
    (unit) => unit.name === request.name || unit.matchedName === request.name,
  );
  return {
    kind: same ? 'existing' : 'add',
    name: request?.name ?? '',
    unitId: same?.id ?? null,
    reason: '',
  };
}

/** What is sent, null while something is missing. */
export function decisionInput(requestId: string, { kind, name, unitId, reason }: Decision): Input | null {
  if (kind === 'add') {
    const trimmed = name.trim();
    return trimmed.length >= 2 ? { requestId, decision: 'add', name: trimmed } : null;
  }
  if (kind === 'existing') {
    return unitId ? { requestId, decision: 'existing', unitId } : null;
  }
  const trimmed = reason.trim();
  return trimmed ? { requestId, decision: 'refuse', reason: trimmed } : null;
}
