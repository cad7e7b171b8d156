import type { ActivityView } from '@common/contract/activities';
import type { SwipeRow } from '@common/contract/attendance';
import { CHECK_IN_METHODS, DIRECTIONS } from '@common/terms';
import { Select, Tag } from 'antd';
import type { ReactNode } from 'react';
import { SearchBox } from '../../../components/searchBox';
import { showCount } from '../../../format';
import { ExportSwipes } from './exportSwipes';
import type { SwipeFilters } from './swipeFilters';

interface Props {
  activity: ActivityView;
  filters: SwipeFilters;
  found: { items: SwipeRow[]; total: number; persons: number } | null;
  /** The activity has no swipe at all. */
  isNobody: boolean;
  onChange: (change: Partial<SwipeFilters>) => void;
  /** What else can be done. */
  children: ReactNode;
}

const optionsOf = (all: string, list: Record<string, string>) => [
  { value: '', label: all },
  ...Object.entries(list).map(([value, label]) => ({ value, label })),
];
const DIRECTION_OPTIONS = optionsOf('签到与撤离', DIRECTIONS);
const METHOD_OPTIONS = optionsOf('全部方式', CHECK_IN_METHODS);

/** What 考勤明细 is narrowed by, how much there is, and what can be done with it. */
export function SwipeFilterBar({ activity, filters, found, isNobody, onChange, children }: Props) {
  const narrow = (change: Partial<SwipeFilters>) => onChange({ ...change, page: 1 });
  const courses = Object.fromEntries(activity.courses.map(({ id, name }) => [id, name]));
  return (
    <div className="filter-bar">
      {activity.courses.length > 1 && (
        <Select
          className="swipes__course"
          aria-label="课程"
          value={filters.courseId}
          options={optionsOf('全部课程', courses)}
          onChange={(courseId) => narrow({ courseId })}
        />
      )}
      <Select
        className="swipes__direction"
        aria-label="签到或撤离"
        value={filters.direction}
        options={DIRECTION_OPTIONS}
        onChange={(direction) => narrow({ direction })}
      />
      <Select
        className="swipes__method"
        aria-label="考勤方式"
        value={filters.method}
        options={METHOD_OPTIONS}
        onChange={(method) => narrow({ method })}
      />
      <SearchBox value={filters.q} placeholder="姓名" onSearch={(q) => narrow({ q })} />
      {filters.learnerId && (
        <Tag closable={{ 'aria-label': '不再只看此人' }} onClose={() => narrow({ learnerId: '' })}>
          只看{found?.items[0]?.name ?? '一人'}
        </Tag>
      )}
      {found && <span className="soft nowrap">{showCount(found.persons)}人</span>}
      <div className="filter-bar__end cell-actions">
        {children}
        <ExportSwipes activityId={activity.id} disabled={isNobody || !found} />
      </div>
    </div>
  );
}
