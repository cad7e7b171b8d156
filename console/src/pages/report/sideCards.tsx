import type { ReportView } from '@common/contract/reports';
import { ReviewMoves } from '../../components/review/reviewMoves';
import { ReviewSteps } from '../../components/review/reviewSteps';
import { Deadline } from '../reports/deadline';
import { PAGES } from './reportPages';

/** Beside the pages: the deadline, who reviews, and every move. */
export function SideCards({ view }: { view: ReportView }) {
  const { steps, moves, endedOn, dueOn, daysLeft } = view;
  return (
    <aside className="application__side">
      <section className="card">
        <div className="card__head">
          <h2>期限</h2>
        </div>
        <dl className="report-days">
          <div>
            <dt>结束日期</dt>
            <dd className="mono">{endedOn}</dd>
          </div>
          <div>
            <dt>截止日期</dt>
            <dd className="mono">{dueOn}</dd>
          </div>
          <div>
            <dt>{daysLeft === null ? '提交' : '剩余'}</dt>
            <dd>
              <Deadline {...view} />
            </dd>
          </div>
        </dl>
      </section>
      {steps.length > 0 && (
        <section className="card">
          <div className="card__head">
            <h2>审批步骤</h2>
          </div>
          <ReviewSteps steps={steps} moves={moves} />
        </section>
      )}
      {moves.length > 0 && (
        <section className="card">
          <div className="card__head">
            <h2>办理记录</h2>
          </div>
          <ReviewMoves moves={moves} pages={PAGES} />
        </section>
      )}
    </aside>
  );
}
