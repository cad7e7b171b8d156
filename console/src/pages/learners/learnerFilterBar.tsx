import { Segmented, Select } from 'antd';
import { client } from '../../api/session';
import { SearchBox } from '../../components/searchBox';
import { useLoad } from '../../hooks/useLoad';
import { asQuery, type LearnerFilters, STATE_OPTIONS, STATUS_OPTIONS } from './learnerFilters';

interface Props {
  filters: LearnerFilters;
  onChange: (change: Partial<LearnerFilters>) => void;
}

/** 审核状态, 科室, 人员状态 and the search; each change begins at the first page. */
export function LearnerFilterBar({ filters, onChange }: Props) {
  const { state, status } = asQuery(filters);
  const departments = useLoad(() => client.regionsUnits.listDepartments({}), []);
  const change = (some: Partial<LearnerFilters>) => onChange({ ...some, page: 1 });
  return (
    <div className="filter-bar">
      <Segmented options={STATE_OPTIONS} value={state} onChange={(value) => change({ state: value })} />
      <Select
        className="filter-bar__select"
        aria-label="科室"
        value={filters.department || undefined}
        placeholder="全部科室"
        allowClear
        showSearch
        notFoundContent={departments.error ? '科室没有加载出来，请刷新页面' : '没有这个科室'}
        options={departments.data?.items.map(({ name }) => ({ value: name, label: name }))}
        onChange={(value?: string) => change({ department: value ?? '' })}
      />
      <Select
        className="filter-bar__select"
        aria-label="人员状态"
        value={status}
        options={STATUS_OPTIONS}
        onChange={(value) => change({ status: value })}
      />
      <div className="filter-bar__end">
        <SearchBox
          value={filters.q}
          placeholder="姓名、完整身份证号或医通卡号"
          onSearch={(q) => change({ q })}
        />
      </div>
    </div>
  );
}
