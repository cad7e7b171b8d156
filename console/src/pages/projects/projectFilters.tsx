import { yearOf } from '@common/rules/shanghaiTime';
import { codesOf, PROJECT_LEVELS } from '@common/terms';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { DisciplineCascader } from '../../components/disciplineCascader';
import { SearchBox } from '../../components/searchBox';
import type { ProjectFiltersValue } from './projectQuery';
import './projects.css';

interface Props {
  value: ProjectFiltersValue;
  onChange: (some: Partial<ProjectFiltersValue>) => void;
  /** 项目级别 is not asked for where all are of one. */
  hasLevel?: boolean;
  children?: ReactNode;
}

const YEARS_BACK = 10;
const LEVELS = [
  { value: '', label: '全部级别' },
  ...codesOf(PROJECT_LEVELS).map((value) => ({ value, label: PROJECT_LEVELS[value] })),
];

/** 项目年份, 项目级别, 学科 and a text (manual 002 §1.2). */
export function ProjectFilters({ value, onChange, hasLevel = true, children }: Props) {
  const newest = yearOf(Date.now()) + 1;
  const years = Array.from({ length: YEARS_BACK + 2 }, (_, back) => newest - back);
  return (
    <div className="filter-bar">
      <Select
        className="filter-bar__narrow"
        aria-label="项目年份"
        value={value.year}
        options={[
          { value: 0, label: '全部年份' },
          ...years.map((year) => ({ value: year, label: `${year}年` })),
        ]}
        onChange={(year) => onChange({ year })}
      />
      {hasLevel && (
        <Select
          className="filter-bar__narrow"
          aria-label="项目级别"
          value={value.level}
          options={LEVELS}
          onChange={(level) => onChange({ level })}
        />
      )}
      <DisciplineCascader
        className="filter-bar__discipline"
        isGroupEnough
        value={value.discipline}
        placeholder="全部学科"
        onChange={(discipline) => onChange({ discipline })}
      />
      {children}
      <div className="filter-bar__end">
        <SearchBox value={value.q} placeholder="项目名称、编号或负责人" onSearch={(q) => onChange({ q })} />
      </div>
    </div>
  );
}
