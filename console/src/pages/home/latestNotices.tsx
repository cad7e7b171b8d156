import { Link } from 'react-router';
import { client } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { EmptyState } from '../../components/states';
import { showDate } from '../../format';
import { useLoad } from '../../hooks/useLoad';

const ROWS = 3;

/** What the authorities of a region have last told it; pinned ones first. */
export function LatestNotices({ regionCode }: { regionCode: string }) {
  const list = useLoad(
    () => client.notices.publicNotices({ kind: 'notice', regionCode, pageSize: ROWS }),
    [regionCode],
  );
  return (
    <section className="card brief latest-notices">
      <div className="card__head">
        <h2>通知</h2>
        <Link to="/bulletin">全部通知</Link>
      </div>
      <Loaded load={list}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState isSmall icon="bell" title="还没有通知" hint="行政部门发布通知后，会出现在这里" />
          ) : (
            <ul>
              {items.map((row) => (
                <li key={row.id} className="brief__item">
                  <span className="brief__main">
                    {row.isImportant && <span className="pill pill--waiting">重要</span>}
                    <Link className="clip" to={`/bulletin/${row.id}`}>
                      {row.title}
                    </Link>
                  </span>
                  <span className="faint nowrap">
                    {row.authorityName}，{showDate(row.publishedAt)}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
