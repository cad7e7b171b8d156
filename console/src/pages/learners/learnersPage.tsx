import type { LearnerRow } from '@common/contract/learners';
import { APPROVAL_STATES, type ApprovalState } from '@common/terms';
import { App, Button, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { client } from '../../api/session';
import { BatchBar } from '../../components/batchBar';
import { ListTable } from '../../components/listTable';
import { PageHeader } from '../../components/pageHeader';
import { SearchBox } from '../../components/searchBox';
import { scrollToTop } from '../../hooks/scrollToTop';
import { useAction } from '../../hooks/useAction';
import { oneOf, useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { refreshCounts } from '../../layout/counts';
import { decisionMessage } from './decisionMessage';
import { learnerColumns } from './learnerColumns';
import { LearnersEmpty } from './learnersEmpty';
import { RejectModal } from './rejectModal';

type StateFilter = ApprovalState | 'all';
const STATES: [StateFilter, ...StateFilter[]] = ['pending', 'approved', 'rejected', 'all'];
const STATE_OPTIONS = STATES.map((value) => ({
  value,
  label: value === 'all' ? '全部' : APPROVAL_STATES[value],
}));

/** 人员信息审核 (manual 003 §五): the unit says who is one of its own; those not yet decided come first. */
export default function LearnersPage() {
  const { message, modal } = App.useApp();
  const [filters, setFilters] = useAddress({ state: 'pending', q: '', page: 1, pageSize: 20 });
  const state = oneOf(STATES, filters.state);
  const list = useLoad(() => client.learners.listLearners({ ...filters, state }), [filters]);
  const [chosen, setChosen] = useState<string[]>([]);
  const [rejecting, setRejecting] = useState<LearnerRow[] | null>(null);

  // What is out of sight is never decided by accident.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list, a new choice.
  useEffect(() => setChosen([]), [filters]);

  const rows = list.data?.items ?? [];
  const chosenRows = rows.filter((row) => chosen.includes(row.id));

  const decide = useAction(async (learners: LearnerRow[], reason?: string) => {
    const answer = await client.learners.decide({
      learnerIds: learners.map((row) => row.id),
      decision: reason === undefined ? 'approve' : 'reject',
      reason,
    });
    const { text, isPartial } = decisionMessage(answer, learners, reason === undefined);
    message[isPartial ? 'warning' : 'success'](text, isPartial ? 6 : 3);
    setRejecting(null);
    setChosen([]);
    // The page may have emptied itself.
    if (state === 'pending' && filters.page > 1 && answer.results.length >= rows.length) {
      setFilters({ page: filters.page - 1 });
    } else {
      list.reload();
    }
    scrollToTop();
    void refreshCounts('unit');
  });

  const approve = (learners: LearnerRow[]) => {
    if (learners.length === 1) {
      void decide.run(learners);
      return;
    }
    const namesakes = learners.filter((row) => row.sameNameInUnit).length;
    modal.confirm({
      title: `审核通过这${learners.length}人？`,
      content:
        namesakes > 0
          ? `其中${namesakes}人与本单位其他人员同名，请确认已核对身份证号。通过后即可签到、获得学分。`
          : '通过后，这些人员正式成为本单位人员，可以签到、获得学分。',
      okText: '审核通过',
      icon: null,
      onOk: () => decide.run(learners),
    });
  };

  return (
    <>
      <PageHeader
        title="人员信息审核"
        note="确认注册学员是否为本单位人员。审核通过后，学员才能签到并获得学分。"
      />
      <section className="card">
        <div className="filter-bar">
          <Segmented
            options={STATE_OPTIONS}
            value={state}
            onChange={(value) => setFilters({ state: value, page: 1 })}
          />
          <div className="filter-bar__end">
            <SearchBox
              value={filters.q}
              placeholder="姓名、完整身份证号或医通卡号"
              onSearch={(q) => setFilters({ q, page: 1 })}
            />
          </div>
        </div>
        <ListTable
          load={list}
          rowKey="id"
          unit="人"
          scroll={{ x: 1080 }}
          columns={learnerColumns({ state, busy: decide.busy, approve, reject: setRejecting })}
          onPage={(page, pageSize) => setFilters({ page, pageSize })}
          rowSelection={{
            selectedRowKeys: chosen,
            columnWidth: 48,
            onChange: (keys) => setChosen(keys.map(String)),
            getTitleCheckboxProps: () => ({ 'aria-label': '本页全选' }),
            getCheckboxProps: (row) => ({
              disabled: row.state !== 'pending',
              'aria-label': `选择${row.name}`,
            }),
          }}
          empty={
            <LearnersEmpty
              state={state}
              q={filters.q}
              onClear={(change) => setFilters({ ...change, page: 1 })}
            />
          }
        />
      </section>
      <BatchBar count={chosenRows.length} onClear={() => setChosen([])}>
        <Button danger disabled={decide.busy} onClick={() => setRejecting(chosenRows)}>
          审核不通过
        </Button>
        <Button type="primary" loading={decide.busy} onClick={() => approve(chosenRows)}>
          审核通过
        </Button>
      </BatchBar>
      <RejectModal
        learners={rejecting}
        busy={decide.busy}
        onCancel={() => setRejecting(null)}
        onReject={(reason) => rejecting && decide.run(rejecting, reason)}
      />
    </>
  );
}
