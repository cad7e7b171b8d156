import type { DepartmentRow } from '@common/contract/regionsUnits';
import { Link } from 'react-router';
import { showCount } from '../../format';

/** How many are in a department, and the way to them. */
export function People({ row }: { row: DepartmentRow }) {
  const at = `department=${encodeURIComponent(row.name)}`;
  return (
    <span className="departments__people">
      {row.approved > 0 ? (
        <Link to={`/learners?state=approved&${at}`}>{showCount(row.approved)}人</Link>
      ) : (
        <span className="faint">0人</span>
      )}
      {row.pending > 0 && (
        <Link className="departments__pending" to={`/learners?${at}`}>
          待审核{showCount(row.pending)}人
        </Link>
      )}
    </span>
  );
}
