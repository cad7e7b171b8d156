import { Button } from 'antd';
import { Link } from 'react-router';
import { EmptyState } from '../../components/states';
import type { Show } from './reportFilters';

interface Props {
  isUnit: boolean;
  show: Show;
  /** The chosen unit's name. */
  unitName: string;
  onAll: () => void;
}

const TITLES: Record<'unit' | 'authority', Record<Show, string>> = {
  unit: {
    open: '没有待提交的执行情况反馈',
    late: '没有逾期的执行情况反馈',
    waiting: '没有审核中的执行情况反馈',
    done: '还没有审核通过的执行情况反馈',
    all: '还没有执行情况反馈',
  },
  authority: {
    open: '没有未提交的执行情况反馈',
    late: '没有逾期的执行情况反馈',
    waiting: '没有待审核的执行情况反馈',
    done: '还没有已审核的执行情况反馈',
    all: '还没有执行情况反馈',
  },
};

/** No reports of this kind, and what comes next. */
export function ReportsEmpty({ isUnit, show, unitName, onAll }: Props) {
  const title = TITLES[isUnit ? 'unit' : 'authority'][show];
  return (
    <EmptyState
      icon={show === 'open' || show === 'late' || show === 'waiting' ? 'check' : 'log'}
      title={unitName ? `${unitName}${title}` : title}
      hint={
        isUnit
          ? '审核通过的活动结束后，系统会自动建立执行情况反馈，并在到期前用短信提醒。'
          : '辖区单位的活动结束后，系统会自动建立执行情况反馈；单位提交后在这里审核。'
      }
      action={
        show !== 'all' || unitName ? (
          <Button onClick={onAll}>查看全部</Button>
        ) : (
          isUnit && <Link to="/activities">查看本单位的活动</Link>
        )
      }
    />
  );
}
