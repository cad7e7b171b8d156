import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Skeleton } from '@/components/skeleton/skeleton';
import { usePages } from '@/hooks/usePages';
import { open } from '@/services/navigate';
import { api } from '@/services/session';
import { ActivityCard } from '../parts/activityCard';
import { enrolmentChanges } from '../services/enrolmentChanges';
import type { Finder } from './useFinder';

interface ResultsProps {
  query: NonNullable<Finder['query']>;
  isNarrowed: boolean;
  onClear: () => void;
}

/** What was found, a page at a time. */
export function Results({ query, isNarrowed, onClear }: ResultsProps) {
  const pages = usePages(async (page, pageSize) => {
    const answer = await api.enrolments.findActivities({ ...query, page, pageSize });
    enrolmentChanges.forget(answer.items.map(({ id }) => id));
    return answer;
  }, JSON.stringify(query));
  // Back from an activity: what was enrolled for there is said here.
  const [, drawAgain] = useState(0);
  useDidShow(() => drawAgain((times) => times + 1));
  usePullDownRefresh(() => {
    void pages.reload().finally(() => Taro.stopPullDownRefresh());
  });
  const { items, error } = pages;
  if (!items) {
    return error ? <ErrorState error={error} onRetry={pages.reload} /> : <Skeleton cards={3} />;
  }
  if (items.length === 0) {
    return <NothingFound isNarrowed={isNarrowed} onClear={onClear} />;
  }
  return (
    <>
      <View className="finder__total">共 {pages.total} 个活动</View>
      {items.map((item) => (
        <ActivityCard key={item.id} activity={enrolmentChanges.apply(item)} />
      ))}
      {pages.hasMore ? (
        <Button kind="secondary" onPress={pages.more}>
          加载更多
        </Button>
      ) : null}
    </>
  );
}

function NothingFound({ isNarrowed, onClear }: Pick<ResultsProps, 'isNarrowed' | 'onClear'>) {
  return isNarrowed ? (
    <Empty icon="search" title="没有找到这样的活动" detail="换一个关键字，或者放宽学科、地区、时间">
      <Button id="clear-filters" kind="secondary" onPress={onClear}>
        查看全部活动
      </Button>
    </Empty>
  ) : (
    <Empty
      icon="clock"
      title="现在没有可以报名的活动"
      detail="举办单位的活动审核通过后会出现在这里；不报名也可以到现场扫码签到"
    >
      <Button kind="secondary" onPress={() => open('scan')}>
        去扫码签到
      </Button>
    </Empty>
  );
}
