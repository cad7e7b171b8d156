import { Button } from 'antd';
import type { Neighbours } from '../hooks/useNeighbours';
import { Icon } from './icon';
import './walk.css';

interface Props {
  neighbours: Neighbours<{ id: string }>;
  /** 项, 位. */
  unit: string;
  onGo: (id: string) => void;
}

/** Through the list one by one, with where one is in it; nothing for what is not on the list. */
export function Walk({ neighbours: { previous, next, position, total }, unit, onGo }: Props) {
  if (position === null) {
    return null;
  }
  return (
    <div className="walk">
      <Button
        icon={<Icon name="back" size={16} />}
        disabled={!previous}
        title="键盘 ←"
        onClick={() => previous && onGo(previous.id)}
      >
        上一{unit}
      </Button>
      <span className="faint mono">
        {position} / {total}
      </span>
      <Button disabled={!next} title="键盘 →" onClick={() => next && onGo(next.id)}>
        下一{unit}
        <Icon name="forward" size={16} />
      </Button>
    </div>
  );
}
