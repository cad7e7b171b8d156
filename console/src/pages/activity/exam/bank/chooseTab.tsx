import { contentOf } from '@common/rules/examQuestion';
import { codesOf, EXAM_QUESTION_KINDS } from '@common/terms';
import { Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import { client } from '../../../../api/session';
import { DisciplineCascader } from '../../../../components/disciplineCascader';
import { ListTable } from '../../../../components/listTable';
import { SearchBox } from '../../../../components/searchBox';
import { oneOf } from '../../../../hooks/useAddress';
import { useLoad } from '../../../../hooks/useLoad';
import type { Paper } from '../usePaper';
import { bankColumns } from './bankColumns';
import { BankEmpty } from './bankEmpty';
import { useTakeFromBank } from './useTakeFromBank';

const KINDS = ['all', ...codesOf(EXAM_QUESTION_KINDS)] as const;
const KIND_OPTIONS = KINDS.map((value) => ({
  value,
  label: value === 'all' ? '全部题型' : EXAM_QUESTION_KINDS[value],
}));
const ALL = { q: '', discipline: '', kind: 'all', page: 1, pageSize: 20 };

/** 逐题选择, across pages; what is in the paper already is marked and cannot be chosen. */
export function ChooseTab({ paper, onClose }: { paper: Paper; onClose: () => void }) {
  const { activityId, questions } = paper.view;
  const [filters, setFilters] = useState(ALL);
  const narrow = (some: Partial<typeof ALL>) => setFilters({ ...filters, ...some, page: 1 });
  const list = useLoad(
    () =>
      client.questionBank.listBank({
        ...filters,
        discipline: filters.discipline || undefined,
        kind: oneOf(KINDS, filters.kind),
      }),
    [filters],
  );
  const [chosen, setChosen] = useState<string[]>([]);
  const contents = useMemo(() => new Set(questions.map(contentOf)), [questions]);
  const add = useTakeFromBank({ paper, onClose }, () =>
    client.papers.addFromBank({ activityId, questionIds: chosen }),
  );
  const isNarrowed = filters.q !== '' || filters.discipline !== '' || filters.kind !== 'all';
  return (
    <>
      <div className="filter-bar exam-bank__filters">
        <DisciplineCascader
          isGroupEnough
          className="exam-bank__discipline"
          placeholder="全部学科"
          value={filters.discipline}
          onChange={(discipline) => narrow({ discipline })}
        />
        <Select
          className="filter-bar__select"
          aria-label="题型"
          value={filters.kind}
          options={KIND_OPTIONS}
          onChange={(kind) => narrow({ kind })}
        />
        <span className="filter-bar__end">
          <SearchBox value={filters.q} placeholder="题干中的字" onSearch={(q) => narrow({ q })} />
        </span>
      </div>
      <ListTable
        load={list}
        rowKey="id"
        unit="道试题"
        isDense
        scroll={{ y: 420 }}
        columns={bankColumns(contents)}
        rowSelection={{
          selectedRowKeys: chosen,
          preserveSelectedRowKeys: true,
          columnWidth: 44,
          onChange: (keys) => setChosen(keys.map(String)),
          getTitleCheckboxProps: () => ({ 'aria-label': '本页全选' }),
          getCheckboxProps: (row) => ({
            disabled: contents.has(contentOf(row)),
            'aria-label': `选择${row.stem}`,
          }),
        }}
        onPage={(page, pageSize) => setFilters({ ...filters, page, pageSize })}
        empty={<BankEmpty isNarrowed={isNarrowed} onAll={() => setFilters(ALL)} />}
      />
      <div className="exam-bank__foot">
        <span className="soft">
          {chosen.length > 0 ? `已选${chosen.length}道试题` : '勾选要加入试卷的试题'}
        </span>
        <Button disabled={add.busy} onClick={onClose}>
          取消
        </Button>
        <Button type="primary" disabled={chosen.length === 0} loading={add.busy} onClick={() => add.run()}>
          加入试卷
        </Button>
      </div>
    </>
  );
}
