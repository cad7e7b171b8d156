import { Button } from 'antd';
import type { Excepted } from './choice';

interface Props {
  excepted: readonly Excepted[];
  onRestore: (learnerId: string) => void;
}

/** Whose 有效 was taken away, why, and the way back. */
export function ExceptedList({ excepted, onRestore }: Props) {
  if (excepted.length === 0) {
    return null;
  }
  return (
    <section className="card excepted" aria-label="取消有效的人员">
      <div className="card__head">
        <h2>取消“有效”的人员</h2>
        <span className="faint">{excepted.length}人，本次不授分；原因随授分提交，审核时可见</span>
      </div>
      <ul>
        {excepted.map(({ learnerId, name, reason }) => (
          <li key={learnerId}>
            <b>{name}</b>
            <span className="soft">{reason}</span>
            <Button type="link" size="small" aria-label={`恢复${name}`} onClick={() => onRestore(learnerId)}>
              恢复
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
