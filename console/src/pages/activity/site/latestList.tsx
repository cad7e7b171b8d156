import { CHECK_IN_METHODS, DIRECTIONS } from '@common/terms';
import { EmptyState } from '../../../components/states';
import { showTime } from '../../../format';
import type { Board } from './siteSection';

/** Who came and left last, newest first. */
export function LatestList({ latest }: { latest: Board['latest'] }) {
  return (
    <section className="card latest">
      <div className="card__head">
        <h2>最近签到</h2>
        <span className="latest__live">实时</span>
      </div>
      {latest.length === 0 ? (
        <EmptyState isSmall icon="users" title="还没有人签到" hint="打开签到大屏，请学员用微信扫码" />
      ) : (
        <ul>
          {latest.map((one) => (
            <li key={`${one.at}${one.name}${one.courseName}${one.direction}`}>
              <span className={`direction-chip direction-chip--${one.direction}`}>
                {DIRECTIONS[one.direction]}
              </span>
              <span className="latest__who">
                <b>{one.name}</b>
                <span>{one.unitName}</span>
                <span className="cell-sub">
                  {one.courseName}
                  {one.method !== 'qr' && `，${CHECK_IN_METHODS[one.method]}`}
                </span>
              </span>
              <time className="mono">{showTime(one.at)}</time>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
