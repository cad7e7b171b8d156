import { CREDITING_KINDS, codesOf } from '@common/terms';
import { App, Button, Segmented, Select, Tag } from 'antd';
import { useState } from 'react';
import { client, useMe } from '../../api/session';
import { BatchBar } from '../../components/batchBar';
import { Guarded } from '../../components/guarded';
import { ListTable } from '../../components/listTable';
import { PageHeader } from '../../components/pageHeader';
import { SearchBox } from '../../components/searchBox';
import { useAction } from '../../hooks/useAction';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { usePermission } from '../../hooks/usePermission';
import { refreshCounts } from '../../layout/counts';
import { creditingColumns } from './creditingColumns';
import { asQuery, type CreditingFilters, DEFAULTS, showOptions } from './creditingFilters';
import { CreditingsEmpty } from './creditingsEmpty';
import { type Approved, SkippedAlert } from './skippedAlert';

const KINDS = codesOf(CREDITING_KINDS).map((value) => ({ value, label: CREDITING_KINDS[value] }));
const NOTES = {
  unit: '本单位授分的批次，以及由谁审核、审核到哪一步。退回修改的，修改后重新提交。',
  authority:
    '所辖单位授分的批次，请在审核期限内审核。打开一批可以看到考勤分析、疑点和统计；审核通过后，学员的学分即为有效。',
};

/** Batches in one request: each tells all its people before the answer comes. */
const AT_ONCE = 20;

/** 学分审核 of an authority; for a unit the same batches as 授分记录. */
export default function CreditingsPage() {
  const { modal } = App.useApp();
  const me = useMe();
  const isUnit = me.roles.includes('unit');
  const role = isUnit ? 'unit' : 'authority';
  const mayAct = usePermission(isUnit ? 'credit' : 'review') === null;
  const [filters, setFilters] = useAddress(DEFAULTS);
  const query = asQuery(filters, role);
  const list = useLoad(() => client.crediting.listCreditings(query), [JSON.stringify(query)]);
  const [chosen, setChosen] = useState<string[]>([]);
  const [result, setResult] = useState<Approved | null>(null);
  const change = (some: Partial<CreditingFilters>) => {
    setChosen([]);
    setFilters({ ...some, page: 1 });
  };

  const approve = useAction(async () => {
    let done: Approved = { approved: 0, skipped: [] };
    try {
      for (let from = 0; from < chosen.length; from += AT_ONCE) {
        const part = await client.crediting.approveMany({ creditingIds: chosen.slice(from, from + AT_ONCE) });
        done = { approved: done.approved + part.approved, skipped: [...done.skipped, ...part.skipped] };
        setResult(done);
        // Where the next part fails, what is left stays chosen.
        setChosen(chosen.slice(from + AT_ONCE));
      }
    } finally {
      list.reload();
      void refreshCounts('authority');
    }
  });
  const ask = () =>
    modal.confirm({
      title: `审核通过所选的${chosen.length}批？`,
      content: '通过后学分生效，学员会收到通知。手工授分和不符合规定的批次会跳过，并说明原因。',
      okText: `审核通过${chosen.length}批`,
      cancelText: '再看看',
      icon: null,
      onOk: () => approve.run(),
    });
  // Before the first answer, too, an activity's name is better than none.
  const activityName = list.data?.items[0]?.activityName ?? '一个活动';

  return (
    <>
      <PageHeader title={isUnit ? '授分记录' : '学分审核'} note={NOTES[role]} />
      {result && <SkippedAlert result={result} onClose={() => setResult(null)} />}
      <section className="card">
        <div className="filter-bar">
          <Segmented
            options={showOptions(role, list.data ?? { mine: 0, late: 0 })}
            value={query.state}
            onChange={(state) => change({ state })}
          />
          <Select
            className="filter-bar__select"
            aria-label="授分方式"
            allowClear
            placeholder="全部授分方式"
            value={query.kind ?? null}
            options={KINDS}
            onChange={(kind) => change({ kind: kind ?? '' })}
          />
          {query.activityId && (
            <Tag closable onClose={() => change({ activity: '' })}>
              只看：{activityName}
            </Tag>
          )}
          <div className="filter-bar__end">
            <SearchBox
              value={filters.q}
              placeholder={isUnit ? '项目名称或编号' : '项目名称、编号或单位'}
              onSearch={(q) => change({ q })}
            />
          </div>
        </div>
        <ListTable
          load={list}
          rowKey="id"
          unit="批"
          isDense
          columns={creditingColumns({ viewer: me, mayAct })}
          onPage={(page, pageSize) => setFilters({ page, pageSize })}
          rowSelection={
            isUnit
              ? undefined
              : {
                  selectedRowKeys: chosen,
                  preserveSelectedRowKeys: true,
                  columnWidth: 44,
                  onChange: (keys) => setChosen(keys.map(String)),
                  getTitleCheckboxProps: () => ({ 'aria-label': '本页全选' }),
                  getCheckboxProps: (row) => ({
                    disabled: approve.busy || row.isManual || !row.can.includes('approve'),
                    title: row.isManual ? '手工授分须打开后逐一核对' : undefined,
                    'aria-label': `选择${row.activityName}`,
                  }),
                }
          }
          empty={
            <CreditingsEmpty
              role={role}
              show={query.state}
              isNarrowed={Boolean(query.q || query.kind || query.activityId)}
              onAll={() => change({ state: 'all', kind: '', activity: '', q: '' })}
            />
          }
        />
      </section>
      <BatchBar count={chosen.length} unit="批" onClear={() => setChosen([])}>
        <Guarded permission="review">
          <Button type="primary" loading={approve.busy} onClick={ask}>
            批量通过
          </Button>
        </Guarded>
      </BatchBar>
    </>
  );
}
