import type { AnalysisCounts } from '@common/contract/analyses';
import { EXCLUSIONS } from '@common/terms';

/** Why people are left out, and how many for each reason; nothing where nobody is. */
export function ReasonCounts({ excluded }: Pick<AnalysisCounts, 'excluded'>) {
  const some = excluded.filter(({ persons }) => persons > 0);
  return some.length === 0 ? null : (
    <ul className="analysis-reasons" aria-label="无效的原因">
      {some.map(({ reason, persons }) => (
        <li key={reason} className="pill pill--waiting">
          {EXCLUSIONS[reason]} {persons}人
        </li>
      ))}
    </ul>
  );
}
