import type { LearnerRow } from '@common/contract/learners';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { client } from '../../api/session';
import { ListTable } from '../../components/listTable';
import { PageHeader } from '../../components/pageHeader';
import { scrollToTop } from '../../hooks/scrollToTop';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { usePermission } from '../../hooks/usePermission';
import { learnerColumns } from './learnerColumns';
import { LearnerFilterBar } from './learnerFilterBar';
import { asQuery, DEFAULTS } from './learnerFilters';
import { LearnersBatchBar } from './learnersBatchBar';
import { LearnersEmpty } from './learnersEmpty';
import { OutcomeAlert } from './outcomeAlert';
import { RejectModal } from './rejectModal';
import { SelectAllBar } from './selectAllBar';
import { useApproval } from './useApproval';
import { useChoice } from './useChoice';
import './learners.css';

/** 人员信息审核 (manual 003 §五): the unit says who is one of its own; those not yet decided come first. */
export default function LearnersPage() {
  const [filters, setFilters] = useAddress(DEFAULTS);
  const query = asQuery(filters);
  const list = useLoad(() => client.learners.listLearners(query), [filters]);
  const choice = useChoice(filters, list.data);
  const [rejecting, setRejecting] = useState<LearnerRow[] | null>(null);
  const decision = useApproval(choice.choice, (decided, people) => {
    setRejecting(null);
    choice.keepOnly(decided.left);
    // The page may have emptied itself.
    if (query.state === 'pending' && filters.page > 1 && people.length >= (list.data?.items.length ?? 0)) {
      setFilters({ page: 1 });
    } else {
      list.reload();
    }
    scrollToTop();
  });
  const { search } = useLocation();
  const mayDecide = usePermission('approveLearners') === null;

  return (
    <>
      <PageHeader
        title="人员信息审核"
        note="确认注册学员是否为本单位人员。审核通过后，学员才能签到并获得学分。"
      />
      {decision.outcome && (
        <OutcomeAlert outcome={decision.outcome} search={search} onClose={decision.clearOutcome} />
      )}
      <section className="card">
        <LearnerFilterBar filters={filters} onChange={setFilters} />
        <SelectAllBar choice={choice} total={list.data?.total ?? 0} filters={filters} />
        <ListTable
          load={list}
          rowKey="id"
          unit="人"
          scroll={{ x: 1120 }}
          columns={learnerColumns({
            state: query.state,
            search,
            busy: decision.busy,
            approve: decision.approve,
            reject: setRejecting,
          })}
          onPage={(page, pageSize) => setFilters({ page, pageSize })}
          rowSelection={
            mayDecide
              ? {
                  selectedRowKeys: choice.ids,
                  preserveSelectedRowKeys: true,
                  columnWidth: 48,
                  onChange: (keys) => choice.choose(keys.map(String)),
                  getTitleCheckboxProps: () => ({ 'aria-label': '本页全选' }),
                  getCheckboxProps: (row) => ({ 'aria-label': `选择${row.name}`, disabled: decision.busy }),
                }
              : undefined
          }
          empty={<LearnersEmpty filters={filters} onChange={setFilters} />}
        />
      </section>
      <LearnersBatchBar
        rows={choice.choice.rows}
        decision={decision}
        onReject={setRejecting}
        onClear={choice.clear}
        onMoved={list.reload}
      />
      <RejectModal
        learners={rejecting}
        busy={decision.busy}
        onCancel={() => setRejecting(null)}
        onReject={(reason) => rejecting && decision.reject(rejecting, reason)}
      />
    </>
  );
}
