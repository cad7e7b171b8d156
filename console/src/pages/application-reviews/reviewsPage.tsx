import type { ApplicationRow } from '@common/contract/applications';
import { yearOf } from '@common/rules/shanghaiTime';
import { Alert, App, Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { client, useMe } from '../../api/session';
import { BatchBar } from '../../components/batchBar';
import { Guarded } from '../../components/guarded';
import { ListTable } from '../../components/listTable';
import { PageHeader } from '../../components/pageHeader';
import { DecisionButtons } from '../../components/review/decisionButtons';
import { DecisionModal } from '../../components/review/decisionModal';
import { SearchBox } from '../../components/searchBox';
import { showCount } from '../../format';
import { scrollToTop } from '../../hooks/scrollToTop';
import { useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { usePermission } from '../../hooks/usePermission';
import { FORM_PAGES } from '../application/formPage';
import { NumbersModal } from './numbersModal';
import { REASON_WORDS } from './reasonWords';
import { reviewColumns } from './reviewColumns';
import { asQuery, DEFAULTS, LEVEL_OPTIONS, type ReviewFilters, showOptions } from './reviewFilters';
import { ReviewsEmpty } from './reviewsEmpty';
import { useDecide } from './useDecide';
import { useRows } from './useRows';
import '../learners/learners.css';

const NONE: ApplicationRow[] = [];

/** 项目审核: what waits for the unit's 科教 department or the authority, one by one or many at once; and the publishing. */
export default function ReviewsPage() {
  const me = useMe();
  const { modal } = App.useApp();
  const { search } = useLocation();
  const role = me.roles.includes('unit') ? 'unit' : 'authority';
  const [filters, setFilters] = useAddress(DEFAULTS);
  const query = asQuery(filters, role);
  const list = useLoad(() => client.applications.listApplicationReviews(query), [filters, role]);
  const chosen = useRows(filters, role, list.data?.items ?? NONE);
  const [asking, setAsking] = useState<'return' | 'reject' | null>(null);
  const mayDecide = usePermission('approveProjects') === null;
  const decision = useDecide(() => {
    setAsking(null);
    const isEmptied = chosen.rows.length >= (list.data?.items.length ?? 0);
    chosen.clear();
    if (isEmptied && filters.page > 1) {
      setFilters({ page: 1 });
    } else {
      list.reload();
    }
    scrollToTop();
  });

  const { rows } = chosen;
  const [only] = rows;
  const subject = rows.length === 1 && only ? only.name : `${rows.length}项`;
  const change = (some: Partial<ReviewFilters>) => setFilters({ ...some, page: 1 });
  const canChoose = mayDecide && (query.show === 'waiting' || query.show === 'toPublish');
  const total = list.data?.total ?? 0;
  const thisYear = yearOf(Date.now());

  const askToPass = () =>
    modal.confirm({
      title: `审核通过这${rows.length}项？`,
      content: '通过后进入下一步审核；最后一级通过后等待公布。',
      okText: '审核通过',
      cancelText: '再核对一下',
      icon: null,
      onOk: () => decision.decide(rows, { decision: 'pass' }),
    });
  const askToPublish = () =>
    modal.confirm({
      title: `公布这${rows.length}项？`,
      content: '公布时编号，进入项目库，所有人可以查询，申报单位可以申请举办。公布后不能撤回。',
      okText: '公布',
      cancelText: '再核对一下',
      icon: null,
      onOk: () => decision.publish(rows),
    });

  return (
    <>
      <PageHeader
        title="项目审核"
        note={
          role === 'unit'
            ? '本单位科教部门在这里确认本单位申报的项目，确认后上报行政部门审核。'
            : '审核本辖区单位申报和备案的项目；审核通过后公布，编号并进入项目库。'
        }
      />
      {decision.warning && (
        <Alert
          className="notice"
          type="warning"
          showIcon
          closable={{ onClose: decision.clearWarning }}
          title={decision.warning}
        />
      )}
      <section className="card">
        <div className="filter-bar">
          <Segmented options={showOptions(role)} value={query.show} onChange={(show) => change({ show })} />
          <Select
            className="filter-bar__narrow"
            aria-label="级别"
            value={query.level ?? 'all'}
            options={LEVEL_OPTIONS}
            onChange={(level) => change({ level })}
          />
          <Select
            className="filter-bar__narrow"
            aria-label="年份"
            value={filters.year}
            options={[
              { value: 0, label: '全部年份' },
              ...[1, 0, -1, -2].map((by) => ({ value: thisYear + by, label: `${thisYear + by}年` })),
            ]}
            onChange={(year) => change({ year })}
          />
          <div className="filter-bar__end">
            <SearchBox value={filters.q} placeholder="项目名称或负责人" onSearch={(q) => change({ q })} />
          </div>
        </div>
        {rows.length > 0 && total > filters.pageSize && (
          <div className="select-all" role="status">
            已选择 <b>{showCount(rows.length)}</b> 项
            {rows.length < total && (
              <Button
                type="link"
                className="inline-link"
                loading={chosen.isChoosing}
                onClick={chosen.chooseAll}
              >
                选择全部 {showCount(total)} 项
              </Button>
            )}
          </div>
        )}
        <ListTable
          load={list}
          rowKey="id"
          unit="项"
          isDense
          columns={reviewColumns({ show: query.show, isUnit: role === 'unit', search })}
          onPage={(page, pageSize) => setFilters({ page, pageSize })}
          rowSelection={
            canChoose
              ? {
                  selectedRowKeys: chosen.ids,
                  preserveSelectedRowKeys: true,
                  columnWidth: 48,
                  onChange: (keys) => chosen.choose(keys.map(String)),
                  getTitleCheckboxProps: () => ({ 'aria-label': '本页全选' }),
                  getCheckboxProps: (row) => ({ 'aria-label': `选择${row.name}`, disabled: decision.busy }),
                }
              : undefined
          }
          empty={<ReviewsEmpty show={query.show} filters={filters} onChange={setFilters} />}
        />
      </section>
      <BatchBar count={rows.length} unit="项" onClear={chosen.clear}>
        {query.show === 'waiting' ? (
          <DecisionButtons busy={decision.busy} onAsk={setAsking} onPass={askToPass} />
        ) : (
          <Guarded permission="approveProjects">
            <Button type="primary" loading={decision.busy} onClick={askToPublish}>
              公布
            </Button>
          </Guarded>
        )}
      </BatchBar>
      <DecisionModal
        decision={asking}
        subject={subject}
        words={REASON_WORDS}
        pages={rows.length === 1 ? FORM_PAGES : undefined}
        busy={decision.busy}
        onCancel={() => setAsking(null)}
        onOk={(reason) => asking && decision.decide(rows, { decision: asking, ...reason })}
      />
      <NumbersModal numbered={decision.numbered} onClose={decision.clearNumbered} />
    </>
  );
}
