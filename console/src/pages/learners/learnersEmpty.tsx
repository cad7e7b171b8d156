import { Button } from 'antd';
import { Link } from 'react-router';
import { EmptyState } from '../../components/states';
import { DEFAULTS, isNarrowed, type LearnerFilters } from './learnerFilters';

interface Props {
  filters: LearnerFilters;
  onChange: (change: Partial<LearnerFilters>) => void;
}

/** Why the list is empty: nothing found, nothing left to do, or nobody yet. */
export function LearnersEmpty({ filters, onChange }: Props) {
  const { state, q } = filters;
  const onClear = (change: Partial<LearnerFilters>) => onChange({ ...change, page: 1 });
  if (isNarrowed(filters)) {
    return (
      <EmptyState
        title={q ? `没有找到“${q}”` : '没有符合条件的人员'}
        hint="可以输入姓名的一部分，或完整的身份证号、医通卡号；也可能在其他审核状态里"
        action={
          <>
            <Button onClick={() => onClear({ ...DEFAULTS, state })}>清空条件</Button>
            {state !== 'all' && (
              <Button type="primary" onClick={() => onClear({ state: 'all' })}>
                在全部人员中查找
              </Button>
            )}
          </>
        }
      />
    );
  }
  if (state === 'pending') {
    return (
      <EmptyState
        icon="check"
        title="都审核完了"
        hint="现在没有等待审核的人员。学员在小程序提交注册后，会出现在这里。"
        action={<Button onClick={() => onClear({ state: 'approved' })}>查看已通过的人员</Button>}
      />
    );
  }
  if (state === 'rejected') {
    return (
      <EmptyState
        icon="people"
        title="没有审核不通过的人员"
        hint="审核不通过的学员会看到原因；修改后重新提交，回到“未审核”里"
        action={<Button onClick={() => onClear({ state: 'pending' })}>查看未审核的人员</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon="people"
      title="这里还没有人员"
      hint="请提醒本单位人员打开“继教通”小程序注册，注册时选择本单位；也可以用Excel一次导入"
      action={<Link to="/staff-import">去导入人员</Link>}
    />
  );
}
