import type { LearnerRow } from '@common/contract/learners';
import { PERSONNEL_STATUSES } from '@common/terms';
import { Tooltip } from 'antd';

/** What to look at twice before a decision: 同名, and 人员状态 other than 正常. */
export function NameHints({ row }: { row: LearnerRow }) {
  return (
    <>
      {row.sameNameInUnit && (
        <Tooltip title="本单位有同名人员，审核前请核对身份证号和手机号">
          <span className="pill pill--waiting">同名</span>
        </Tooltip>
      )}
      {row.status !== 'active' && <span className="pill">{PERSONNEL_STATUSES[row.status]}</span>}
    </>
  );
}

/** The department as it was typed, and whether the unit's list has it. */
export function DepartmentCell({ row }: { row: LearnerRow }) {
  if (!row.department) {
    return <span className="faint">未填写</span>;
  }
  return (
    <span className="person__line">
      {row.department}
      {!row.isDepartmentKnown && (
        <Tooltip title="学员自己填写的科室，不在本单位的科室列表里；可以选中后“调整科室”，或到“科室”里建立、并入">
          <span className="pill pill--waiting">科室未登记</span>
        </Tooltip>
      )}
    </span>
  );
}
