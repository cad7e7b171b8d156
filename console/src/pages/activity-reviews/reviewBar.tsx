import { Button } from 'antd';
import { Guarded } from '../../components/guarded';
import { Icon } from '../../components/icon';
import type { Neighbours } from './useNeighbours';

interface Props {
  neighbours: Neighbours;
  /** It waits for this account. */
  mayDecide: boolean;
  busy: boolean;
  onGo: (activityId: string) => void;
  onPass: () => void;
  onAsk: (decision: 'return' | 'reject') => void;
}

/** At the foot of the page: through the list one by one, and the decision. */
export function ReviewBar({ neighbours, mayDecide, busy, onGo, onPass, onAsk }: Props) {
  const { previous, next, position, total } = neighbours;
  if ((position === null || total < 2) && !mayDecide) {
    return null;
  }
  return (
    <section className="batch-bar activity-review-bar" aria-label="审核">
      {position !== null && (
        <div className="activity-review-bar__walk">
          <Button
            icon={<Icon name="back" size={16} />}
            disabled={!previous}
            title="键盘 ←"
            onClick={() => previous && onGo(previous.id)}
          >
            上一项
          </Button>
          <span className="faint mono">
            {position} / {total}
          </span>
          <Button disabled={!next} title="键盘 →" onClick={() => next && onGo(next.id)}>
            下一项
            <Icon name="forward" size={16} />
          </Button>
        </div>
      )}
      {mayDecide && (
        <div className="batch-bar__actions">
          <DecisionButtons busy={busy} onAsk={onAsk} onPass={onPass} />
        </div>
      )}
    </section>
  );
}

/** 审核不通过, 退回修改, 审核通过: of one, or of all that are chosen. */
export function DecisionButtons({ busy, onAsk, onPass }: Pick<Props, 'busy' | 'onAsk' | 'onPass'>) {
  return (
    <>
      <Guarded permission="approveProjects">
        <Button danger disabled={busy} onClick={() => onAsk('reject')}>
          审核不通过
        </Button>
      </Guarded>
      <Guarded permission="approveProjects">
        <Button disabled={busy} onClick={() => onAsk('return')}>
          退回修改
        </Button>
      </Guarded>
      <Guarded permission="approveProjects">
        <Button type="primary" loading={busy} onClick={onPass}>
          审核通过
        </Button>
      </Guarded>
    </>
  );
}
