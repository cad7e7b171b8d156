import type { ReportView } from '@common/contract/reports';
import { CREDITING_STATES } from '@common/terms';
import { Link } from 'react-router';
import { EmptyState } from '../../components/states';
import { StatusTag } from '../../components/statusTag';

interface Props {
  view: ReportView;
  isUnit: boolean;
}

/** 4 授分人员名单: linked batch by batch, as they are in the ledger. */
export function CreditingsPage({ view: { creditings, activityId, analysis }, isUnit }: Props) {
  if (creditings.length === 0) {
    const left = analysis.effectivePersons;
    return (
      <EmptyState
        isSmall
        icon="medal"
        title="还没有授分"
        hint={
          left > 0
            ? `有${left}人符合条件，授分后名单会自动出现在这里`
            : '没有符合条件的人员；授分后名单会自动出现在这里'
        }
        action={isUnit && <Link to={`/activities/${activityId}/crediting`}>去授分</Link>}
      />
    );
  }
  const persons = creditings.reduce((sum, batch) => sum + batch.persons, 0);
  return (
    <>
      <p className="soft">
        已自动对接授分记录，共{creditings.length}批、{persons}人。
        <Link to={`/creditings?activity=${activityId}`}>查看授分批次</Link>
      </p>
      <ol className="report-lines" aria-label="授分批次">
        {creditings.map(({ id, activityDate, persons: count, state }) => (
          <li key={id}>
            <span className="mono">{activityDate}</span>
            <b>{count}人</b>
            <StatusTag tone={state === 'approved' ? 'done' : 'waiting'}>{CREDITING_STATES[state]}</StatusTag>
            <Link to={`/creditings/${id}`}>查看人员</Link>
          </li>
        ))}
      </ol>
    </>
  );
}
