import { Button } from 'antd';
import { Guarded } from '../../components/guarded';
import { Walk } from '../../components/walk';
import type { Neighbours } from '../../hooks/useNeighbours';

interface Props {
  neighbours: Neighbours<{ id: string }>;
  /** Nobody has decided on him yet. */
  isWaiting: boolean;
  busy: boolean;
  onGo: (learnerId: string) => void;
  onApprove: () => void;
  onReject: () => void;
}

/** At the foot of the page: through the list one by one, and the decision. */
export function DecisionBar({ neighbours, isWaiting, busy, onGo, onApprove, onReject }: Props) {
  const { position } = neighbours;
  if (position === null && !isWaiting) {
    return null;
  }
  return (
    <section className="batch-bar walk-bar" aria-label="审核">
      <Walk neighbours={neighbours} unit="位" onGo={onGo} />
      {isWaiting && (
        <div className="batch-bar__actions">
          <Guarded permission="approveLearners">
            <Button danger disabled={busy} onClick={onReject}>
              审核不通过
            </Button>
          </Guarded>
          <Guarded permission="approveLearners">
            <Button type="primary" loading={busy} onClick={onApprove}>
              审核通过
            </Button>
          </Guarded>
        </div>
      )}
    </section>
  );
}
