import type { ReviewMove } from '@common/terms';
import { Button } from 'antd';
import { Guarded } from '../../components/guarded';
import { Icon } from '../../components/icon';
import type { Neighbours } from './useNeighbours';

interface Props {
  neighbours: Neighbours;
  can: readonly ReviewMove[];
  busy: boolean;
  onGo: (applicationId: string) => void;
  onPass: () => void;
  onAsk: (decision: 'return' | 'reject') => void;
  onPublish: () => void;
}

/** At the foot of the page: through the list one by one, and what can be decided. */
export function ReviewBar({ neighbours, can, busy, onGo, onPass, onAsk, onPublish }: Props) {
  const { previous, next, position, total } = neighbours;
  const mayDecide = can.includes('pass');
  const mayPublish = can.includes('publish');
  if (position === null && !mayDecide && !mayPublish) {
    return null;
  }
  return (
    <section className="batch-bar review-bar" aria-label="审核">
      {position !== null && (
        <div className="review-bar__walk">
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
      <div className="batch-bar__actions">
        {mayDecide && (
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
        )}
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
