import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Page } from '@/components/page/page';
import { Pressable } from '@/components/pressable/pressable';
import { SessionGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { open } from '@/services/navigate';
import { ApplicantCard } from './applicantCard';
import { RejectSheet } from './rejectSheet';
import { Tick } from './tick';
import { useApprovals } from './useApprovals';
import './index.scss';

/** 人员信息审核: those who wait, the first first; one, some or the whole page decided at once. */
export default function PendingPage() {
  return <SessionGate>{() => <Pending />}</SessionGate>;
}

function Pending() {
  const approvals = useApprovals();
  const { pages, selected, isAllSelected, toggle, toggleAll, decide } = approvals;
  const [isRejecting, setRejecting] = useState(false);
  usePullDownRefresh(() => {
    void pages.reload().finally(() => Taro.stopPullDownRefresh());
  });
  const { items, error } = pages;
  const count = selected.length;
  const bar = (
    <View className="row">
      <Pressable
        id="select-all"
        className="pending__all"
        role="checkbox"
        isChecked={isAllSelected}
        onPress={toggleAll}
      >
        <Tick isOn={isAllSelected} />
        <View className="pending__all-words">本页全选</View>
      </Pressable>
      <View className="pending__reject">
        <Button id="reject" kind="danger" disabled={count === 0} onPress={() => setRejecting(true)}>
          不通过
        </Button>
      </View>
      <View className="grow">
        <Button id="approve" disabled={count === 0} onPress={() => decide('approve')}>
          {count > 0 ? `通过 ${count} 人` : '审核通过'}
        </Button>
      </View>
    </View>
  );
  return (
    <Page className="pending" footer={items && items.length > 0 ? bar : undefined}>
      {items ? (
        <>
          {items.length > 0 ? (
            <View className="pending__total">未审核 {pages.total} 人，先提交的在前</View>
          ) : null}
          {items.map((learner) => (
            <ApplicantCard
              key={learner.id}
              learner={learner}
              isSelected={selected.includes(learner.id)}
              onToggle={() => toggle(learner.id)}
            />
          ))}
          {pages.hasMore ? (
            <Button id="more" kind="secondary" onPress={pages.more}>
              加载更多
            </Button>
          ) : null}
          {items.length === 0 ? (
            <Empty icon="check" title="都审核完了" detail="有人提交注册后会显示在这里">
              <Button kind="secondary" onPress={() => open('adminPeople')}>
                查看已通过的人员
              </Button>
            </Empty>
          ) : null}
        </>
      ) : error ? (
        <ErrorState error={error} onRetry={pages.reload} />
      ) : (
        <Skeleton cards={4} lines={2} />
      )}
      <RejectSheet
        isOpen={isRejecting}
        count={count}
        onClose={() => setRejecting(false)}
        onReject={async (reason) => {
          await decide('reject', reason);
          setRejecting(false);
        }}
      />
    </Page>
  );
}
