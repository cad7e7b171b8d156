import { Button } from 'antd';
import { Icon } from './icon';
import './moveButtons.css';

interface Props {
  /** Of what is moved: 第2题. */
  name: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
}

/** 上移 and 下移. */
export function MoveButtons({ name, isFirst, isLast, onMove }: Props) {
  return (
    <>
      <Button
        type="text"
        className="move-up"
        aria-label={`${name}上移`}
        title="上移"
        disabled={isFirst}
        icon={<Icon name="back" size={16} />}
        onClick={() => onMove(-1)}
      />
      <Button
        type="text"
        className="move-down"
        aria-label={`${name}下移`}
        title="下移"
        disabled={isLast}
        icon={<Icon name="forward" size={16} />}
        onClick={() => onMove(1)}
      />
    </>
  );
}
