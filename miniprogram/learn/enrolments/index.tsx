import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useRef } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { OnlineClassesRow } from '@/components/online-classes-row/onlineClassesRow';
import { Page } from '@/components/page/page';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { usePages } from '@/hooks/usePages';
import { open } from '@/services/navigate';
import { api } from '@/services/session';
import { ms } from '@/services/words';
import { ActivityCard } from '../parts/activityCard';
import './index.scss';

/** 我的报名: what is to come first, then what is over. */
export default function EnrolmentsPage() {
  return (
    <Page>
      <LearnerGate>{() => <Enrolments />}</LearnerGate>
    </Page>
  );
}

function Enrolments() {
  const pages = usePages((page, pageSize) => api.enrolments.myEnrolments({ page, pageSize }));
  const wasShown = useRef(false);
  useDidShow(() => {
    // Back from an activity, perhaps no longer enrolled there; the first showing loads by itself.
    if (wasShown.current) {
      void pages.reload();
    }
    wasShown.current = true;
  });
  usePullDownRefresh(() => {
    void pages.reload().finally(() => Taro.stopPullDownRefresh());
  });
  const { items, error } = pages;
  if (!items) {
    return error ? <ErrorState error={error} onRetry={pages.reload} /> : <Skeleton cards={3} />;
  }
  if (items.length === 0) {
    return (
      <Empty icon="book" title="您还没有报名" detail="报名后会在这里看到时间、地点，并在前一天收到提醒">
        <Button onPress={() => open('activities')}>找活动</Button>
      </Empty>
    );
  }
  const nowMs = Date.now();
  const coming = items.filter(({ to }) => ms(to) > nowMs);
  const over = items.filter(({ to }) => ms(to) <= nowMs);
  return (
    <>
      <OnlineClassesRow />
      {coming.map((item) => (
        <ActivityCard key={item.id} activity={item} nowMs={nowMs} />
      ))}
      {over.length > 0 ? <View className="enrolments__heading">已结束</View> : null}
      {over.map((item) => (
        <ActivityCard key={item.id} activity={item} nowMs={nowMs} />
      ))}
      {pages.hasMore ? (
        <Button kind="secondary" onPress={pages.more}>
          加载更多
        </Button>
      ) : (
        <Button id="find-more" kind="secondary" onPress={() => open('activities')}>
          找活动
        </Button>
      )}
    </>
  );
}
