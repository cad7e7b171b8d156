import type { Verification } from '@common/contract/certificates';
import { CREDIT_CLASSES, CREDIT_ROLES } from '@common/terms';
import { showCredits, showHours } from '../../format';
import { Fact } from './fact';

type Row = Verification['rows'][number];

const worth = ({ creditClass, credits, minutes }: Row) =>
  `${CREDIT_CLASSES[creditClass]}${showCredits(credits)}（${showHours(minutes)}）`;

/** The credit of a certificate. */
export function OneCredit({ row }: { row: Row }) {
  return (
    <>
      <Fact label="项目名称">{row.activityName}</Fact>
      <Fact label="项目编号">
        <span className="mono">{row.projectNumber}</span>
      </Fact>
      <Fact label="举办单位">{row.organiser}</Fact>
      <Fact label="活动日期">{row.activityDate}</Fact>
      {row.role === 'lecturer' && <Fact label="身份">{CREDIT_ROLES[row.role]}</Fact>}
      <Fact label="学分">
        <span className={row.isRevoked ? 'paper__gone' : undefined}>{worth(row)}</span>
      </Fact>
    </>
  );
}

/** The credits of a statement or a booklet, with their sum. */
export function PrintedCredits({ verification: { rows, total } }: { verification: Verification }) {
  if (rows.length === 0) {
    return <p className="paper__none">打印时没有审核通过的学分</p>;
  }
  return (
    <ol className="paper__credits" aria-label="所列学分">
      {rows.map((row, at) => (
        // Two terms of a project may be alike in all that is shown; the list never changes.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={at} className={row.isRevoked ? 'paper__gone' : undefined}>
          <b>{row.activityName}</b>
          <span className="faint">
            {row.activityDate} · {row.projectNumber} · {row.organiser}
            {row.role === 'lecturer' && ` · ${CREDIT_ROLES[row.role]}`}
          </span>
          <span className="paper__worth">
            {worth(row)}
            {row.isRevoked && <em>已撤销</em>}
          </span>
        </li>
      ))}
      <li className="paper__total">
        <b>合计</b>
        <span className="paper__worth">
          {showCredits(total.credits)}（{showHours(total.minutes)}）
        </span>
      </li>
    </ol>
  );
}
