import type { crediting } from '@common/contract/crediting';
import type { OutputOf } from '@common/contract/endpoint';
import { Link } from 'react-router';
import { Loaded } from '../../components/loaded';
import { EmptyState } from '../../components/states';
import { StatusTag } from '../../components/statusTag';
import { showCredits, showWaiting } from '../../format';
import type { Load } from '../../hooks/useLoad';

type Batches = OutputOf<(typeof crediting)['listCreditings']>;

/** How far the unit's newest batches have come, and whose review they wait for. */
export function LatestCreditings({ load }: { load: Load<Batches> }) {
  return (
    <section className="card brief">
      <div className="card__head">
        <h2>授分进度</h2>
        <Link to="/creditings">授分记录</Link>
      </div>
      <Loaded load={load}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              isSmall
              icon="medal"
              title="还没有授分"
              hint="活动考勤完成后，在活动的“授分”里给有效人员授分"
            />
          ) : (
            <ul>
              {items.map((batch) => (
                <li key={batch.id} className="brief__item">
                  <span className="brief__main">
                    <Link className="clip" to={`/activities/${batch.activityId}/crediting`}>
                      {batch.activityName}
                    </Link>
                    <span className="faint nowrap">
                      {batch.persons}人，每人{showCredits(batch.creditsEach)}
                    </span>
                  </span>
                  {batch.state === 'waiting' ? (
                    <StatusTag tone="waiting">{showWaiting(batch)}</StatusTag>
                  ) : (
                    <StatusTag tone="done">审核通过</StatusTag>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
