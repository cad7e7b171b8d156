import { Button } from 'antd';
import { EmptyState } from '../../components/states';
import type { ReviewFilters, Show } from './reviewFilters';

interface Props {
  show: Show;
  q: string;
  onChange: (change: Partial<ReviewFilters>) => void;
}

const WORDS: Record<Show, { title: string; hint: string }> = {
  waiting: { title: '没有等待审核的举办申请', hint: '单位提交举办申请后，轮到您审核的会出现在这里' },
  changes: { title: '没有等待审核的变更', hint: '已通过的活动申请变更时间或会场后，会出现在这里' },
  decided: { title: '还没有审核过举办申请', hint: '审核通过、退回修改、审核不通过的会出现在这里' },
};

/** Nothing to review: nothing that is looked for, or nothing here at all. */
export function ReviewsEmpty({ show, q, onChange }: Props) {
  if (q !== '') {
    return (
      <EmptyState
        title={`没有找到“${q}”`}
        hint="可以只输入项目名称、编号或负责人中的几个字"
        action={<Button onClick={() => onChange({ q: '', page: 1 })}>清除关键字</Button>}
      />
    );
  }
  const to = show === 'waiting' ? 'decided' : 'waiting';
  return (
    <EmptyState
      icon="check"
      {...WORDS[show]}
      action={
        <Button onClick={() => onChange({ show: to, page: 1 })}>
          {to === 'decided' ? '查看已审核的' : '查看待审核的'}
        </Button>
      }
    />
  );
}
