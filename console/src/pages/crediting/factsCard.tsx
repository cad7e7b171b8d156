import type { CreditingView } from '@common/contract/crediting';
import { CREDIT_CLASSES } from '@common/terms';
import { useMe } from '../../api/session';
import { Figure } from '../../components/figure';
import { StatusTag } from '../../components/statusTag';
import { showCredits, showDateTime } from '../../format';
import { dueWords, isMyTurn } from '../creditings/creditingWords';

/** A batch in numbers, and who granted and reviews it until when. */
export function FactsCard({ view }: { view: CreditingView }) {
  const me = useMe();
  const { creditsEach } = view;
  const due = view.daysLeft === null ? null : dueWords(view.daysLeft, isMyTurn(view, me));
  const facts: [string, React.ReactNode][] = [
    [
      '活动日期',
      <span key="day" className="mono">
        {view.activityDate}
      </span>,
    ],
    ['授分', `${view.grantedBy}，${showDateTime(view.grantedAt)}`],
    ...(view.reviewDueOn
      ? [
          [
            '审核期限',
            <span key="due" className="crediting-due">
              <span className="mono">{view.reviewDueOn}</span>
              {due && <StatusTag tone={due.tone}>{due.text}</StatusTag>}
            </span>,
          ] as [string, React.ReactNode],
        ]
      : []),
    ...(view.reviewedAt
      ? [['审核', `${view.reviewedBy ?? '行政部门'}，${showDateTime(view.reviewedAt)}`] as [string, string]]
      : []),
  ];
  return (
    <section className="card" aria-label="授分概况">
      <div className="figures">
        <Figure label="授分" value={view.persons} unit="人" tone="done" />
        <Figure
          label={`每人${CREDIT_CLASSES[view.creditClass]}`}
          value={creditsEach === null ? '各人不同' : showCredits(creditsEach).slice(0, -1)}
          unit={creditsEach === null ? undefined : '分'}
        />
        <Figure label="取消有效" value={view.exceptedPersons} unit="人" />
        <Figure
          label="已撤销"
          value={view.revokedPersons}
          unit="人"
          tone={view.revokedPersons > 0 ? 'waiting' : undefined}
        />
      </div>
      <dl className="crediting-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
