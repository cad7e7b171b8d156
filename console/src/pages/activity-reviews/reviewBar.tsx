import { DecisionButtons } from '../../components/review/decisionButtons';
import { Walk } from '../../components/walk';
import type { Neighbours } from '../../hooks/useNeighbours';

interface Props {
  neighbours: Neighbours<{ id: string }>;
  /** It waits for this account. */
  mayDecide: boolean;
  busy: boolean;
  onGo: (activityId: string) => void;
  onPass: () => void;
  onAsk: (decision: 'return' | 'reject') => void;
}

/** At the foot of the page: through the list one by one, and the decision. */
export function ReviewBar({ neighbours, mayDecide, busy, onGo, onPass, onAsk }: Props) {
  const { position, total } = neighbours;
  if ((position === null || total < 2) && !mayDecide) {
    return null;
  }
  return (
    <section className="batch-bar walk-bar" aria-label="审核">
      <Walk neighbours={neighbours} unit="项" onGo={onGo} />
      {mayDecide && (
        <div className="batch-bar__actions">
          <DecisionButtons busy={busy} onAsk={onAsk} onPass={onPass} />
        </div>
      )}
    </section>
  );
}
