import type { MissingCredit } from '@common/contract/credits';
import type { PresenceFacts } from '@common/rules/missingPresence';
import { refusalWords } from '@common/rules/refusalWords';
import type { Uncounted } from '../check-ins/uncounted';

type ScanFacts = Pick<PresenceFacts, 'held'> & {
  refusedReason: string | null;
  refused: MissingCredit['refused'];
};

/** His scans that are no check-ins, for the rule and for the list of them. */
export function scanFacts(
  { held, refused }: Awaited<ReturnType<Uncounted['uncountedOf']>>,
  { holder, ownUnit }: { holder: string; ownUnit: string | null },
): ScanFacts {
  const waiting = held.find(({ state }) => state === 'waiting');
  const rows = [
    ...refused.map(({ at, reason }) => ({ at, reason: refusalWords(reason) })),
    ...held
      .filter(({ state }) => state === 'refused')
      .map(({ at, reason }) => ({ at, reason: `${holder}未予确认${reason ? `：${reason}` : ''}` })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
  return {
    held: waiting
      ? {
          words: waiting.words,
          // An approval is his own unit's, the rest is decided by who holds the class.
          waitingFor: waiting.kind === 'unapproved' ? (ownUnit ?? '所在单位') : holder,
        }
      : null,
    refusedReason: rows[0]?.reason ?? null,
    refused: rows.map(({ at, reason }) => ({ at: at.toISOString(), reason })),
  };
}
