import type { Direction } from '@common/terms';
import { DIRECTIONS } from '@common/terms';
import { showTime } from '../format';
import type { ScreenState } from './screenState';

/** So many arrivals are written large, each with its time; more stand in two columns. */
const FEW = 4;

interface Props {
  count: ScreenState['count'];
  /** How many are expected; null where nobody knows. */
  expected: number | null;
  direction: Direction;
  /** A code is shown, or about to be: whoever is missing may still come. */
  isOpen: boolean;
}

/** How many came, large, and who came last. The list keeps its room when it is empty, so that nothing ever jumps. */
export function CountPanel({ count, expected, direction, isOpen }: Props) {
  const word = DIRECTIONS[direction];
  const latest = count?.latest ?? [];
  return (
    <section className="count">
      <div className="count__numbers">
        <b>{count ? count.persons : '—'}</b>
        <p>
          <span>人已{word}</span>
          <small>{count ? `${count.swipes} 人次` : '—'}</small>
        </p>
        {expected !== null && expected > 0 && (
          <p className="count__expected">
            <span>{expected}</span>
            <small>预计人数</small>
          </p>
        )}
        {count && expected !== null && expected > 0 && (
          <i className="count__share" style={{ width: `${Math.min(1, count.persons / expected) * 100}%` }} />
        )}
      </div>
      {count && latest.length === 0 ? (
        <p className="count__none">
          {isOpen ? '等待第一位学员' : '还没有学员'}
          {word}
        </p>
      ) : (
        <ul
          className={`count__latest${latest.length > FEW ? ' count__latest--many' : ''}`}
          aria-label={`最近${word}`}
        >
          {latest.map((one) => (
            <li key={`${one.at}${one.name}${one.unitName}`}>
              <b>{one.name}</b>
              <span>{one.unitName}</span>
              <time>{showTime(one.at)}</time>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
