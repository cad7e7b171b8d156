import type { LearnerProfile } from '@common/contract/profile';
import { TITLES } from '@common/terms';
import { showDate } from '../../format';

/** 职称 held and units worked in, latest first. */
export function HistoryCard({ person: { titles, units } }: { person: LearnerProfile }) {
  return (
    <section className="card history">
      <div>
        <h2>职称经历</h2>
        <ol>
          {titles.map(({ title, since }, index) => (
            <li key={`${title} ${since}`} aria-current={index === 0 || undefined}>
              <b>{TITLES[title]}</b>
              <span className="faint">{since ? `${since} 取得` : '取得时间未填写'}</span>
            </li>
          ))}
        </ol>
      </div>
      <div>
        <h2>单位经历</h2>
        {units.length === 0 ? (
          <p className="faint">审核通过后开始记录</p>
        ) : (
          <ol>
            {units.map(({ name, from, to }) => (
              <li key={from} aria-current={to === null || undefined}>
                <b>{name}</b>
                <span className="faint">
                  {showDate(from)} 至 {to ? showDate(to) : '今'}
                </span>
              </li>
            ))}
          </ol>
        )}
      </div>
    </section>
  );
}
