import { Link } from 'react-router';
import { showCount } from '../../format';

interface Props {
  checkInsToday: number;
  approvedLearners: number;
}

/** What a unit likes to know and need not do anything about. */
export function UnitFigures({ checkInsToday, approvedLearners }: Props) {
  return (
    <div className="card unit-figures">
      <Link to="/activities">
        今日签到
        <strong>
          {showCount(checkInsToday)}
          <small>人次</small>
        </strong>
        <span className="faint">签到与撤离合计</span>
      </Link>
      <Link to="/learners?state=approved">
        本单位人员
        <strong>
          {showCount(approvedLearners)}
          <small>人</small>
        </strong>
        <span className="faint">已审核通过</span>
      </Link>
    </div>
  );
}
