import type { ActivityView } from '@common/contract/activities';
import type { AttendanceRow, CreditingRow } from '@common/contract/crediting';
import type { CreditConditions } from '@common/rules/creditConditions';
import { CREDIT_CLASSES } from '@common/terms';
import { Link } from 'react-router';
import { Figure } from '../../../components/figure';
import { showCredits, showRange, showWaiting } from '../../../format';
import type { Load } from '../../../hooks/useLoad';

interface Totals {
  items: AttendanceRow[];
  windows: { from: string; to: string }[];
  persons: number;
  effectivePersons: number;
  creditedPersons: number;
  doubtedPersons: number;
  completion: CreditConditions;
}

interface Props {
  load: Load<Totals>;
  activity: ActivityView;
  batches: CreditingRow[];
}

/** The attendance in numbers, and the holding periods it was judged by. */
export function AttendanceHead({ load: { data }, activity, batches }: Props) {
  const waiting = batches.filter((batch) => batch.state === 'waiting');
  const credits = showCredits(activity.credits);
  return (
    <section className="card attendance-head">
      <div className="figures">
        <Figure label="有考勤" value={data?.persons ?? '—'} unit="人" />
        <Figure
          label="有效"
          value={data?.effectivePersons ?? '—'}
          unit="人"
          tone="done"
          note={
            data && data.doubtedPersons > 0 ? (
              <Link to={`/activities/${activity.id}/attendance?tab=doubts`}>
                {data.doubtedPersons}人有疑点
              </Link>
            ) : undefined
          }
        />
        <Figure
          label="已授分"
          value={data?.creditedPersons ?? '—'}
          unit="人"
          note={waiting[0] && `${waiting.length}批${showWaiting(waiting[0])}`}
        />
        <Figure
          label={`每人${CREDIT_CLASSES[activity.creditClass]}`}
          value={credits.slice(0, -1)}
          unit="分"
        />
      </div>
      <div className="attendance-head__rule">
        <b>有效的条件</b>
        <span>{conditionWords(data?.completion)}</span>
        <ol>
          {(data?.windows ?? activity.periods).map((window, index) => (
            <li key={window.from} className="mono">
              <em>{index + 1}</em>
              {showRange(window)}
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

function conditionWords(completion: CreditConditions | undefined): string {
  return [
    completion?.isDepartureRequired ? '以下每个举办周期内都有签到和撤离' : '以下每个举办周期内都有签到',
    ...(completion?.isExamRequired ? ['在线考试合格'] : []),
    ...(completion?.isEvaluationRequired ? ['已做项目评价'] : []),
  ].join('，');
}
