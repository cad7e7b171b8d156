import { Button } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  count: number;
  /** What is counted. */
  unit?: string;
  /** What is done to the chosen. */
  children: ReactNode;
  note?: ReactNode;
  onClear: () => void;
}

/** Appears at the foot of a list while something is chosen. */
export function BatchBar({ count, unit = '人', note, children, onClear }: Props) {
  if (count === 0) {
    return null;
  }
  return (
    <section className="batch-bar" aria-label="批量操作">
      <span className="batch-bar__count">
        已选 <b>{count}</b> {unit}
      </span>
      {note && <span className="batch-bar__note">{note}</span>}
      <Button type="text" onClick={onClear}>
        取消选择
      </Button>
      <div className="batch-bar__actions">{children}</div>
    </section>
  );
}
