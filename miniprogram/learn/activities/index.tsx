import { View } from '@tarojs/components';
import { Chips } from '@/components/chips/chips';
import { Page } from '@/components/page/page';
import { SearchBox } from '@/components/search-box/searchBox';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import type { Range } from '../services/finder';
import { FilterBar } from './filterBar';
import { NoLocation } from './noLocation';
import { Results } from './results';
import { useFinder } from './useFinder';
import './index.scss';

const RANGES: readonly { value: Range; label: string }[] = [
  { value: 'all', label: '全部' },
  { value: 'near', label: '附近' },
  { value: 'week', label: '本周' },
  { value: 'month', label: '本月' },
];

/** 找活动: approved activities to come, by words, near me, by date, 学科, 地区 and 级别. */
export default function ActivitiesPage() {
  return (
    <Page className="finder">
      <LearnerGate>{() => <Finder />}</LearnerGate>
    </Page>
  );
}

function Finder() {
  const finder = useFinder();
  const { filters, change, query, obstacle } = finder;
  return (
    <>
      <SearchBox
        id="activity-q"
        value={finder.typed}
        onChange={finder.setTyped}
        label="查找活动"
        placeholder="活动名称、编号、负责人、单位"
      />
      <View className="finder__ranges">
        <Chips isLine options={RANGES} value={filters.range} onChange={(range) => change({ range })} />
      </View>
      <FilterBar filters={filters} onChange={change} />
      {query ? (
        <Results query={query} isNarrowed={finder.isNarrowed} onClear={finder.clear} />
      ) : obstacle ? (
        <NoLocation
          obstacle={obstacle}
          onRetry={finder.relocate}
          onElsewhere={() => change({ range: 'all' })}
        />
      ) : (
        <Skeleton cards={3} />
      )}
    </>
  );
}
