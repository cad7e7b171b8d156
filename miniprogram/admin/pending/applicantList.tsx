import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { open } from '@/services/navigate';
import { ApplicantCard } from './applicantCard';
import type { Approvals, Filter } from './useApprovals';

interface ApplicantListProps {
  approvals: Approvals;
  filter: Filter;
  mayDecide: boolean;
  onOpen: (learnerId: string) => void;
  /** Looks for nobody in particular again. */
  onClear: () => void;
}

const WHAT = {
  pending: '未审核',
  approved: '审核通过',
  rejected: '审核不通过',
  draft: '未提交',
  all: '共',
} as const;

/** Those whom the filter finds. */
export function ApplicantList({ approvals, filter, mayDecide, onOpen, onClear }: ApplicantListProps) {
  const { pages, selected, newer } = approvals;
  const items = pages.items ?? [];
  if (items.length === 0) {
    return <Nobody filter={filter} onClear={onClear} />;
  }
  return (
    <>
      <View className="pending__total">
        {WHAT[filter.state]} {pages.total} 人{filter.state === 'pending' ? '，先提交的在前' : ''}
      </View>
      {items.map((learner) => (
        <ApplicantCard
          key={learner.id}
          learner={learner}
          isSelected={selected.includes(learner.id)}
          isNewer={newer.includes(learner.id)}
          onToggle={mayDecide && learner.state === 'pending' ? () => approvals.toggle(learner.id) : undefined}
          onOpen={() => {
            approvals.seen(learner.id);
            onOpen(learner.id);
          }}
        />
      ))}
      {pages.hasMore ? (
        <Button id="more" kind="secondary" onPress={pages.more}>
          加载更多
        </Button>
      ) : null}
    </>
  );
}

function Nobody({ filter, onClear }: Pick<ApplicantListProps, 'filter' | 'onClear'>) {
  if (filter.q) {
    return (
      <Empty
        icon="search"
        title={`没有找到“${filter.q}”`}
        detail="身份证号码和医通卡号要输入完整，也可以换一个审核状态查找"
      >
        <Button kind="secondary" onPress={onClear}>
          清除查找条件
        </Button>
      </Empty>
    );
  }
  return filter.state === 'pending' ? (
    <Empty icon="check" title="都审核完了" detail="有人提交注册后会显示在这里">
      <Button kind="secondary" onPress={() => open('adminPeople')}>
        查看已通过的人员
      </Button>
    </Empty>
  ) : (
    <Empty icon="people" title="没有这种状态的人员" detail="可以在上面换一个审核状态" />
  );
}
