import type { UnitRequestRow } from '@common/contract/regionsUnits';
import { codesOf, REQUEST_STATES, type RequestState } from '@common/terms';
import { Button, Pagination, Segmented } from 'antd';
import { useState } from 'react';
import { client, useMe } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { regionOfAuthority } from '../../components/region/regions';
import { EmptyState } from '../../components/states';
import { TableSkeleton } from '../../components/tableSkeleton';
import { scrollToTop } from '../../hooks/scrollToTop';
import { oneOf, useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { refreshCounts } from '../../layout/counts';
import { DecideModal } from './decideModal';
import { RequestCard } from './requestCard';
import './unitRequests.css';

type StateFilter = RequestState | 'all';
const STATES: [StateFilter, ...StateFilter[]] = [...codesOf(REQUEST_STATES), 'all'];

/** 新增单位申请: units that learners did not find. There is no 无单位: somebody decides each of them. */
export default function UnitRequestsPage() {
  const root = regionOfAuthority(useMe().authority?.code ?? '');
  const [filters, setFilters] = useAddress({ state: 'waiting', page: 1, pageSize: 20 });
  const state = oneOf(STATES, filters.state);
  const list = useLoad(() => client.regionsUnits.listUnitRequests({ ...filters, state }), [filters]);
  const [deciding, setDeciding] = useState<UnitRequestRow | null>(null);

  const decided = () => {
    setDeciding(null);
    list.reload();
    void refreshCounts('authority');
  };

  return (
    <>
      <PageHeader
        title="新增单位申请"
        note="学员注册时没有找到自己的单位，申请新增。处理后，学员自动提交该单位审核。"
      />
      <section className="card">
        <div className="filter-bar">
          <Segmented
            options={STATES.map((value) => ({
              value,
              label: value === 'all' ? '全部' : REQUEST_STATES[value],
            }))}
            value={state}
            onChange={(value) => setFilters({ state: value, page: 1 })}
          />
        </div>
        <Loaded load={list} skeleton={<TableSkeleton />}>
          {({ items, total, page, pageSize }) =>
            items.length === 0 ? (
              <EmptyState
                icon={state === 'waiting' ? 'check' : 'building'}
                title={state === 'waiting' ? '没有等待处理的申请' : '没有这样的申请'}
                hint="学员在注册时找不到自己的单位，可以申请新增，申请会出现在这里"
                action={
                  state === 'waiting' && (
                    <Button onClick={() => setFilters({ state: 'all', page: 1 })}>查看全部申请</Button>
                  )
                }
              />
            ) : (
              <>
                <ul className="requests">
                  {items.map((request) => (
                    <RequestCard key={request.id} request={request} onDecide={() => setDeciding(request)} />
                  ))}
                </ul>
                <Pagination
                  className="requests__paging"
                  current={page}
                  pageSize={pageSize}
                  total={total}
                  showTotal={(count) => `共 ${count} 项申请`}
                  onChange={(nextPage, nextSize) => {
                    scrollToTop();
                    setFilters({ page: nextSize === pageSize ? nextPage : 1, pageSize: nextSize });
                  }}
                />
              </>
            )
          }
        </Loaded>
      </section>
      <DecideModal request={deciding} root={root} onClose={() => setDeciding(null)} onDecided={decided} />
    </>
  );
}
