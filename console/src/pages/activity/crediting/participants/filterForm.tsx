import { Button, Checkbox, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { PersonFilter } from './findPersons';

interface Props {
  value: PersonFilter;
  onFilter: (filter: PersonFilter) => void;
}

const DOUBTS = [
  { value: '', label: '疑点不限' },
  { value: 'none', label: '没有疑点' },
  { value: 'some', label: '有疑点' },
] as const;

/** The conditions of 筛选授分人员; they hold once the button is pressed, and 全选 then chooses those who were found. */
export function FilterForm({ value, onFilter }: Props) {
  const [filter, setFilter] = useState(value);
  const { q, doubts, isFull } = value;
  useEffect(() => setFilter({ q, doubts, isFull }), [q, doubts, isFull]);
  return (
    <form
      className="person-filter"
      onSubmit={(event) => {
        event.preventDefault();
        onFilter({ ...filter, q: filter.q.trim() });
      }}
    >
      <Input
        value={filter.q}
        maxLength={30}
        allowClear
        aria-label="姓名"
        placeholder="姓名"
        onChange={({ target }) => setFilter({ ...filter, q: target.value })}
      />
      <Select
        className="filter-bar__narrow"
        aria-label="疑点"
        value={filter.doubts}
        options={[...DOUBTS]}
        onChange={(chosen) => setFilter({ ...filter, doubts: chosen })}
      />
      <Checkbox
        checked={filter.isFull}
        onChange={({ target }) => setFilter({ ...filter, isFull: target.checked })}
      >
        完成规定学时
      </Checkbox>
      <Button htmlType="submit">筛选授分人员</Button>
    </form>
  );
}
