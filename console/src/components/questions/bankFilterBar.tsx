import { EXAM_QUESTION_KINDS } from '@common/terms';
import { Select } from 'antd';
import { oneOf } from '../../hooks/useAddress';
import { DisciplineCascader } from '../disciplineCascader';
import { SearchBox } from '../searchBox';
import { type BankFilters, KINDS } from './bankQuery';
import './questions.css';

interface Props {
  filters: BankFilters;
  onChange: (some: Partial<BankFilters>) => void;
}

const KIND_OPTIONS = KINDS.map((value) => ({
  value,
  label: value === 'all' ? '全部题型' : EXAM_QUESTION_KINDS[value],
}));

/** 学科, 题型, 关键字. */
export function BankFilterBar({ filters: { q, discipline, kind }, onChange }: Props) {
  return (
    <div className="filter-bar">
      <DisciplineCascader
        className="bank-filters__discipline"
        isGroupEnough
        value={discipline}
        placeholder="全部学科"
        onChange={(code) => onChange({ discipline: code, page: 1 })}
      />
      <Select
        className="filter-bar__select"
        aria-label="题型"
        value={oneOf(KINDS, kind)}
        options={KIND_OPTIONS}
        onChange={(chosen) => onChange({ kind: chosen, page: 1 })}
      />
      <span className="filter-bar__end">
        <SearchBox value={q} placeholder="题干中的字" onSearch={(text) => onChange({ q: text, page: 1 })} />
      </span>
    </div>
  );
}
