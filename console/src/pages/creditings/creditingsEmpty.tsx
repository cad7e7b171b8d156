import { Button } from 'antd';
import { Link } from 'react-router';
import { EmptyState } from '../../components/states';
import type { Role, Show } from './creditingFilters';

interface Props {
  role: Role;
  show: Show;
  /** Something beside the tab narrows the list. */
  isNarrowed: boolean;
  onAll: () => void;
}

const TITLES: Record<Show, string> = {
  mine: '没有等待您处理的授分',
  late: '没有逾期未审核的授分',
  waiting: '没有等待审核的授分',
  returned: '没有退回修改的授分',
  approved: '还没有审核通过的授分',
  all: '还没有授分记录',
};

/** No batches of this kind, and what comes next. */
export function CreditingsEmpty({ role, show, isNarrowed, onAll }: Props) {
  if (isNarrowed || show !== 'all') {
    const isWork = show === 'mine' || show === 'late' || show === 'waiting';
    return (
      <EmptyState
        icon={isNarrowed ? 'search' : isWork ? 'check' : 'medal'}
        title={isNarrowed ? '没有符合条件的授分' : TITLES[show]}
        hint={isNarrowed ? '换一个名称或编号，或者查看全部' : '其他批次可以在“全部”中查看'}
        action={<Button onClick={onAll}>查看全部</Button>}
      />
    );
  }
  return role === 'unit' ? (
    <EmptyState
      icon="medal"
      title={TITLES.all}
      hint="活动考勤完成后，在“项目参加者授分”里先做考勤分析，再给有效人员授分"
      action={<Link to="/creditable">去项目参加者授分</Link>}
    />
  ) : (
    <EmptyState
      icon="medal"
      title={TITLES.all}
      hint="所辖单位授分后会出现在这里，逐批审核"
      action={<Link to="/activity-reviews">查看举办申请</Link>}
    />
  );
}
