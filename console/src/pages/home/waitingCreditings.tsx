import { CREDITING_KINDS } from '@common/terms';
import { Link } from 'react-router';
import { client, useMe } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { EmptyState } from '../../components/states';
import { StatusTag } from '../../components/statusTag';
import { showDateTime, showWaiting } from '../../format';
import { useLoad } from '../../hooks/useLoad';
import { dueWords, eachWords, isMyTurn } from '../creditings/creditingWords';

/** The batches that wait in this authority's region, for itself or for one below it; `count` reloads them when it changes. */
export function WaitingCreditings({ count }: { count: number }) {
  const me = useMe();
  const list = useLoad(() => client.crediting.listCreditings({ state: 'waiting', pageSize: 8 }), [count]);
  return (
    <section className="card today">
      <div className="card__head">
        <h2>等待审核</h2>
        <Link to="/creditings?state=all">全部授分</Link>
      </div>
      <Loaded load={list}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon="check"
              title="没有等待审核的授分"
              hint="单位授分后会出现在这里，审核通过后学员的学分即为有效"
              action={<Link to="/creditings?state=approved">查看审核记录</Link>}
            />
          ) : (
            <ul>
              {items.map((batch) => (
                <li key={batch.id} className="today__item">
                  <div className="today__main">
                    <div className="today__name">
                      <Link to={`/creditings/${batch.id}`}>{batch.activityName}</Link>
                    </div>
                    <div className="today__facts">
                      <span className="mono">{batch.projectNumber}</span>
                      <span>{batch.unitName}</span>
                      <span>{CREDITING_KINDS[batch.kind]}</span>
                      <span>
                        {batch.persons}人，每人{eachWords(batch)}
                      </span>
                      <span>{showDateTime(batch.grantedAt)} 提交</span>
                    </div>
                  </div>
                  <div className="today__actions">
                    {!isMyTurn(batch, me) && <StatusTag tone="waiting">{showWaiting(batch)}</StatusTag>}
                    {batch.daysLeft !== null && <Due days={batch.daysLeft} isMine={isMyTurn(batch, me)} />}
                    <Link to={`/creditings/${batch.id}`}>{isMyTurn(batch, me) ? '去审核' : '查看'}</Link>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function Due({ days, isMine }: { days: number; isMine: boolean }) {
  const { tone, text } = dueWords(days, isMine);
  return <StatusTag tone={tone}>{text}</StatusTag>;
}
