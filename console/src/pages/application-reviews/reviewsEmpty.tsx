import { Button } from 'antd';
import { EmptyState } from '../../components/states';
import { isNarrowed, type ReviewFilters, type Show } from './reviewFilters';

interface Props {
  show: Show;
  filters: ReviewFilters;
  onChange: (change: Partial<ReviewFilters>) => void;
}

const WORDS: Record<Show, { title: string; hint: string }> = {
  waiting: { title: '没有等待审核的项目', hint: '单位提交上报后，轮到您审核的项目会出现在这里' },
  toPublish: { title: '没有等待公布的项目', hint: '最后一级审核通过的项目会出现在这里，可以一次全部公布' },
  published: { title: '还没有公布过项目', hint: '公布后的项目进入项目库，申报单位可以申请举办' },
  decided: { title: '还没有审核过项目', hint: '审核通过、退回修改、审核不通过的项目会出现在这里' },
};

/** Nothing to review: nothing that fits the filters, or nothing here at all. */
export function ReviewsEmpty({ show, filters, onChange }: Props) {
  if (isNarrowed(filters)) {
    return (
      <EmptyState
        title="没有找到这样的项目"
        hint="可以只输入项目名称或负责人中的一两个字，或换一个级别、年份"
        action={
          <Button onClick={() => onChange({ q: '', level: 'all', year: 0, page: 1 })}>清除筛选条件</Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon="check"
      {...WORDS[show]}
      action={
        show === 'waiting' ? (
          <Button onClick={() => onChange({ show: 'decided', page: 1 })}>查看已审核的项目</Button>
        ) : (
          <Button onClick={() => onChange({ show: 'waiting', page: 1 })}>查看待审核的项目</Button>
        )
      }
    />
  );
}
