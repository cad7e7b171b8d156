import { APPROVAL_STATES, TITLES } from '@common/terms';
import { Alert } from 'antd';
import { Link } from 'react-router';
import type { LearnerDetail } from './learnerDetail';

/** What to look at twice before a decision. Nothing where there is nothing. */
export function Hints({ person, search }: { person: LearnerDetail; search: string }) {
  const { sameName, department, isDepartmentKnown } = person;
  return (
    <>
      {sameName.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`本单位还有${sameName.length}名“${person.name}”，请核对身份证号和手机号，避免同一人重复登记`}
          description={
            <ul className="same-name">
              {sameName.map((one) => (
                <li key={one.id}>
                  <Link to={`/learners/${one.id}${search}`}>{person.name}</Link>
                  <span className="mono">{one.idNoMasked}</span>
                  <span>{one.department || '未填写科室'}</span>
                  <span>{TITLES[one.title]}</span>
                  <span>{APPROVAL_STATES[one.state]}</span>
                </li>
              ))}
            </ul>
          }
        />
      )}
      {department && !isDepartmentKnown && (
        <Alert
          type="warning"
          showIcon
          title={`“${department}”不在本单位的科室列表里`}
          description="可以在左侧调整科室，或到“科室”里建立、并入。不影响审核。"
          action={<Link to="/departments">去科室</Link>}
        />
      )}
    </>
  );
}
