import type { ReviewMove } from '@common/terms';
import { Button } from 'antd';
import { Guarded } from '../../components/guarded';
import { DecisionButtons } from '../../components/review/decisionButtons';
import { Walk } from '../../components/walk';
import type { Neighbours } from '../../hooks/useNeighbours';

interface Props {
  neighbours: Neighbours<{ id: string }>;
  can: readonly ReviewMove[];
  busy: boolean;
  onGo: (applicationId: string) => void;
  onPass: () => void;
  onAsk: (decision: 'return' | 'reject') => void;
  onPublish: () => void;
}

/** At the foot of the page: through the list one by one, and what can be decided. */
export function ReviewBar({ neighbours, can, busy, onGo, onPass, onAsk, onPublish }: Props) {
  const { position } = neighbours;
  const mayDecide = can.includes('pass');
  const mayPublish = can.includes('publish');
  if (position === null && !mayDecide && !mayPublish) {
    return null;
  }
  return (
    <section className="batch-bar walk-bar" aria-label="审核">
      <Walk neighbours={neighbours} unit="项" onGo={onGo} />
      <div className="batch-bar__actions">
        {mayDecide && <DecisionButtons busy={busy} onAsk={onAsk} onPass={onPass} />}
        {mayPublish && (
          <Guarded permission="approveProjects">
            <Button type="primary" loading={busy} onClick={onPublish}>
              公布
            </Button>
          </Guarded>
        )}
      </div>
    </section>
  );
}
