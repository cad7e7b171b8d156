import { TITLES } from '@common/terms';
import { Link } from 'react-router';
import { client } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { EmptyState } from '../../components/states';
import { showDateTime } from '../../format';
import { useLoad } from '../../hooks/useLoad';

const ROWS = 5;

/** Who has waited longest for the unit's approval; `count` reloads them when it changes. */
export function WaitingLearners({ count }: { count: number }) {
  const list = useLoad(() => client.learners.listLearners({ state: 'pending', pageSize: ROWS }), [count]);
  return (
    <section className="card brief">
      <div className="card__head">
        <h2>等待审核的人员</h2>
        <Link to="/learners">{count > ROWS ? `全部${count}人` : '去审核'}</Link>
      </div>
      <Loaded load={list}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState isSmall icon="check" title="都审核完了" hint="学员在小程序提交注册后，会出现在这里" />
          ) : (
            <ul>
              {items.map((row) => (
                <li key={row.id} className="brief__item">
                  <span className="brief__main">
                    <b>{row.name}</b>
                    {row.sameNameInUnit && <span className="pill pill--waiting">同名</span>}
                    <span className="soft clip">
                      {[TITLES[row.title], row.department].filter(Boolean).join('，')}
                    </span>
                  </span>
                  <span className="faint nowrap">{showDateTime(row.submittedAt)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
