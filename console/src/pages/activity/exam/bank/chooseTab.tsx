import { contentOf } from '@common/rules/examQuestion';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { client } from '../../../../api/session';
import { ListTable } from '../../../../components/listTable';
import { BankFilterBar } from '../../../../components/questions/bankFilterBar';
import { asQuery, type BankFilters, DEFAULTS, isNarrowed } from '../../../../components/questions/bankQuery';
import { useLoad } from '../../../../hooks/useLoad';
import type { Paper } from '../usePaper';
import { bankColumns } from './bankColumns';
import { BankEmpty } from './bankEmpty';
import { useTakeFromBank } from './useTakeFromBank';

/** 逐题选择, across pages; what is in the paper already is marked and cannot be chosen. */
export function ChooseTab({ paper, onClose }: { paper: Paper; onClose: () => void }) {
  const { activityId, questions } = paper.view;
  const [filters, setFilters] = useState(DEFAULTS);
  const narrow = (some: Partial<BankFilters>) => setFilters({ ...filters, ...some });
  const list = useLoad(() => client.questionBank.listBank(asQuery(filters)), [filters]);
  const [chosen, setChosen] = useState<string[]>([]);
  const contents = useMemo(() => new Set(questions.map(contentOf)), [questions]);
  const add = useTakeFromBank({ paper, onClose }, () =>
    client.papers.addFromBank({ activityId, questionIds: chosen }),
  );
  return (
    <>
      <BankFilterBar filters={filters} onChange={narrow} />
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
        empty={<BankEmpty isNarrowed={isNarrowed(filters)} onAll={() => setFilters(DEFAULTS)} />}
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
