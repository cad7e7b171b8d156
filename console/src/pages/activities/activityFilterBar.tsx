import { yearOf } from '@common/rules/shanghaiTime';
import { Select } from 'antd';
import { SearchBox } from '../../components/searchBox';
import { type ActivityFilters, LEVEL_OPTIONS, STATE_OPTIONS, yearOptions } from './activityFilters';

interface Props {
  filters: ActivityFilters;
  onChange: (change: Partial<ActivityFilters>) => void;
}

/** 项目年份, 项目级别, 审核状态 and a keyword (manual 002 §1.2). */
export function ActivityFilterBar({ filters, onChange }: Props) {
  const narrow = (change: Partial<ActivityFilters>) => onChange({ ...change, page: 1 });
  return (
    <div className="filter-bar">
      <Select
        className="filter-bar__select"
        aria-label="项目年份"
        value={filters.year}
        options={yearOptions(yearOf(Date.now()))}
        onChange={(year) => narrow({ year })}
      />
      <Select
        className="filter-bar__select"
        aria-label="项目级别"
        value={filters.level}
        options={LEVEL_OPTIONS}
        onChange={(level) => narrow({ level })}
      />
      <Select
        className="filter-bar__select"
        aria-label="审核状态"
        value={filters.state}
        options={STATE_OPTIONS}
        onChange={(state) => narrow({ state })}
      />
      <span className="filter-bar__end">
        <SearchBox value={filters.q} placeholder="项目名称、编号或负责人" onSearch={(q) => narrow({ q })} />
      </span>
    </div>
  );
}
