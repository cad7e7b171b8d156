import type { crediting } from '@common/contract/crediting';
import type { OutputOf } from '@common/contract/endpoint';
import { CREDITING_KINDS } from '@common/terms';
import { Link } from 'react-router';
import { useMe } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { EmptyState } from '../../components/states';
import { StatusTag } from '../../components/statusTag';
import type { Load } from '../../hooks/useLoad';
import { eachWords, stateWords } from '../creditings/creditingWords';

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
              hint="活动考勤完成后，做考勤分析，再给有效人员授分"
              action={<Link to="/creditable">去项目参加者授分</Link>}
            />
          ) : (
            <ul>
              {items.map((batch) => (
                <li key={batch.id} className="brief__item">
                  <span className="brief__main">
                    <Link className="clip" to={`/creditings/${batch.id}`}>
                      {batch.activityName}
                    </Link>
                    <span className="faint nowrap">
                      {batch.kind !== 'participants' && `${CREDITING_KINDS[batch.kind]}，`}
                      {batch.persons}人，每人{eachWords(batch)}
                    </span>
                  </span>
                  <State batch={batch} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function State({ batch }: { batch: Batches['items'][number] }) {
  const { tone, text } = stateWords(batch, useMe());
  return <StatusTag tone={tone}>{text}</StatusTag>;
}
