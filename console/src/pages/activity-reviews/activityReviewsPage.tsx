import type { ActivityRow } from '@common/contract/activities';
import { Alert, App, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { client, useMe } from '../../api/session';
import { BatchBar } from '../../components/batchBar';
import { ListTable } from '../../components/listTable';
import { PageHeader } from '../../components/pageHeader';
import { DecisionButtons } from '../../components/review/decisionButtons';
import { DecisionModal } from '../../components/review/decisionModal';
import { SearchBox } from '../../components/searchBox';
import { scrollToTop } from '../../hooks/scrollToTop';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { usePermission } from '../../hooks/usePermission';
import { ACTIVITY_PAGES } from '../activity/activityPages';
import { REASON_WORDS } from './reasonWords';
import { reviewColumns } from './reviewColumns';
import { asQuery, DEFAULTS, type ReviewFilters, SHOW_OPTIONS } from './reviewFilters';
import { ReviewsEmpty } from './reviewsEmpty';
import { useDecide } from './useDecide';
import './activityReviews.css';

/** 举办申请审核: what waits for the unit's 科教 department or the authority (manual 002 §1.2), changes among it. */
export default function ActivityReviewsPage() {
  const { modal } = App.useApp();
  const { search } = useLocation();
  const isUnit = useMe().roles.includes('unit');
  const [filters, setFilters] = useAddress(DEFAULTS);
  const query = asQuery(filters);
  const list = useLoad(() => client.activities.listActivityReviews(query), [filters]);
  const [rows, setRows] = useState<ActivityRow[]>([]);
  // What was not looked for is never decided by accident: another list is another choice.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => setRows([]), [filters]);
  const [asking, setAsking] = useState<'return' | 'reject' | null>(null);
  const mayDecide = usePermission('approveProjects') === null;
  const { busy, decide, warning, clearWarning } = useDecide(() => {
    setAsking(null);
    const isEmptied = rows.length >= (list.data?.items.length ?? 0);
    setRows([]);
    if (isEmptied && filters.page > 1) {
      setFilters({ page: 1 });
    } else {
      list.reload();
    }
    scrollToTop();
  });
  const change = (some: Partial<ReviewFilters>) => setFilters({ ...some, page: 1 });
  const [only] = rows;
  const askToPass = () =>
    modal.confirm({
      title: `审核通过这${rows.length}项举办申请？`,
      content: '通过后进入下一步审核；最后一级通过后即可举办、签到。',
      okText: '审核通过',
      cancelText: '再核对一下',
      icon: null,
      onOk: () => decide(rows, { decision: 'pass' }),
    });

  return (
    <>
      <PageHeader
        title="举办申请审核"
        note={
          isUnit
            ? '本单位科教部门在这里确认本单位的举办申请，确认后上报行政部门审核。'
            : '审核本辖区单位的举办申请和变更。审核通过后才能举办和签到。'
        }
      />
      {warning && (
        <Alert
          className="notice"
          type="warning"
          showIcon
          closable={{ onClose: clearWarning }}
          title={warning}
        />
      )}
      <section className="card">
        <div className="filter-bar">
          <Segmented options={SHOW_OPTIONS} value={query.show} onChange={(show) => change({ show })} />
          <div className="filter-bar__end">
            <SearchBox
              value={filters.q}
              placeholder="项目名称、编号或负责人"
              onSearch={(q) => change({ q })}
            />
          </div>
        </div>
        <ListTable
          load={list}
          rowKey="id"
          unit="项"
          isDense
          columns={reviewColumns({ show: query.show, isUnit, search })}
          onPage={(page, pageSize) => setFilters({ page, pageSize })}
          rowSelection={
            mayDecide && query.show === 'waiting'
              ? {
                  selectedRowKeys: rows.map(({ id }) => id),
                  columnWidth: 44,
                  onChange: (_, chosen) => setRows(chosen),
                  getTitleCheckboxProps: () => ({ 'aria-label': '本页全选' }),
                  getCheckboxProps: (row) => ({
                    'aria-label': `选择${row.name}`,
                    disabled: busy || !row.can.includes('pass'),
                  }),
                }
              : undefined
          }
          empty={<ReviewsEmpty show={query.show} q={filters.q} onChange={setFilters} />}
        />
      </section>
      <BatchBar count={rows.length} unit="项" onClear={() => setRows([])}>
        <DecisionButtons busy={busy} onAsk={setAsking} onPass={askToPass} />
      </BatchBar>
      <DecisionModal
        decision={asking}
        subject={rows.length === 1 && only ? only.name : `${rows.length}项`}
        words={REASON_WORDS}
        pages={rows.length === 1 ? ACTIVITY_PAGES : undefined}
        busy={busy}
        onCancel={() => setAsking(null)}
        onOk={(reason) => asking && decide(rows, { decision: asking, ...reason })}
      />
    </>
  );
}
