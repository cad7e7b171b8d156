import { Button } from 'antd';
import { Guarded } from '../../components/guarded';
import { Icon } from '../../components/icon';
import type { Neighbours } from './useNeighbours';

interface Props {
  neighbours: Neighbours;
  /** Nobody has decided on him yet. */
  isWaiting: boolean;
  busy: boolean;
  onGo: (learnerId: string) => void;
  onApprove: () => void;
  onReject: () => void;
}

/** At the foot of the page: through the list one by one, and the decision. */
export function DecisionBar({ neighbours, isWaiting, busy, onGo, onApprove, onReject }: Props) {
  const { previous, next, position, total } = neighbours;
  if (position === null && !isWaiting) {
    return null;
  }
  return (
    <section className="batch-bar decision-bar" aria-label="审核">
      {position !== null && (
        <div className="decision-bar__walk">
          <Button
            icon={<Icon name="back" size={16} />}
            disabled={!previous}
            title="键盘 ←"
            onClick={() => previous && onGo(previous.id)}
          >
            上一位
          </Button>
          <span className="faint mono">
            {position} / {total}
          </span>
          <Button disabled={!next} title="键盘 →" onClick={() => next && onGo(next.id)}>
            下一位
            <Icon name="forward" size={16} />
          </Button>
        </div>
      )}
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
