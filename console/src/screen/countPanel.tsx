import type { Direction } from '@common/terms';
import { DIRECTIONS } from '@common/terms';
import type { ScreenState } from './screenState';

const LATEST = 6;

/** How many came, large, and who came last. */
export function CountPanel({ count, direction }: { count: ScreenState['count']; direction: Direction }) {
  const word = DIRECTIONS[direction];
  return (
    <section className="count">
      <div className="count__numbers">
        <div className="count__persons">
          <span>已{word}</span>
          <b>{count ? count.persons.toLocaleString('zh-CN') : '—'}</b>
          <small>人</small>
        </div>
        <div className="count__swipes">
          <b>{count ? count.swipes.toLocaleString('zh-CN') : '—'}</b>
          <small>人次</small>
        </div>
      </div>
      <ul className="count__latest" aria-label={`最近${word}`}>
        {count?.latest.slice(0, LATEST).map((one) => (
          <li key={`${one.at}${one.name}${one.unitName}`}>
            <b>{one.name}</b>
            <span>{one.unitName}</span>
          </li>
        ))}
        {count && count.latest.length === 0 && <li className="count__none">等待第一位学员{word}</li>}
      </ul>
    </section>
  );
}
