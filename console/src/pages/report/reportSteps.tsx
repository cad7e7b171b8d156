import type { ReportView } from '@common/contract/reports';
import type { ReportFault, ReportPage } from '@common/rules/executionReport';
import { Link } from 'react-router';
import { Icon } from '../../components/icon';
import { PAGES } from './reportPages';

interface Props {
  view: ReportView;
  /** The present page, from 0. */
  at: number;
  missing: readonly ReportFault[];
  /** Pages that were returned with something to change. */
  returned: readonly string[];
}

/** The four pages on top; a written one is green once nothing is missing on it, an attached one when there is something. */
export function ReportSteps({ view, at, missing, returned }: Props) {
  return (
    <nav className="card form-steps report-steps" aria-label="执行情况反馈">
      {PAGES.map(({ key, label }, index) => {
        const { isDone, note } = stateOf(key, view, missing);
        const isReturned = returned.includes(key);
        return (
          <Link
            key={key}
            to={`/reports/${view.activityId}/${index + 1}`}
            className={`form-steps__step${isDone ? ' form-steps__step--done' : ''}${isReturned ? ' form-steps__step--returned' : ''}`}
            aria-current={index === at ? 'step' : undefined}
          >
            <span className="form-steps__dot">{isDone ? <Icon name="check" size={15} /> : index + 1}</span>
            <span className="form-steps__words">
              <b>{label}</b>
              <small>{isReturned ? '退回要求修改' : note}</small>
            </span>
          </Link>
        );
      })}
    </nav>
  );
}

function stateOf(key: ReportPage, { analysis, creditings }: ReportView, missing: readonly ReportFault[]) {
  if (key === 'attendance') {
    return analysis.pictureUrl === null
      ? { isDone: false, note: '还没有考勤分析' }
      : { isDone: true, note: `系统附上，${analysis.effectivePersons}人符合条件` };
  }
  if (key === 'creditings') {
    const persons = creditings.reduce((sum, batch) => sum + batch.persons, 0);
    return persons > 0
      ? { isDone: true, note: `系统附上，${persons}人` }
      : { isDone: false, note: '还没有授分' };
  }
  const count = missing.filter(({ page }) => page === key).length;
  return { isDone: count === 0, note: count === 0 ? '已填好' : `还有${count}处未填好` };
}
