import { CORRECTION_KINDS, codesOf, REQUEST_STATES, type RequestState } from '@common/terms';
import { App, Button, Pagination, Segmented } from 'antd';
import { useState } from 'react';
import { client } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { ReasonModal } from '../../components/reasonModal';
import { EmptyState } from '../../components/states';
import { TableSkeleton } from '../../components/tableSkeleton';
import { scrollToTop } from '../../hooks/scrollToTop';
import { useAction } from '../../hooks/useAction';
import { oneOf, useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { refreshCounts } from '../../layout/counts';
import { CorrectionCard } from './correctionCard';
import { type CorrectionRow, correctionText } from './correctionText';
import './corrections.css';

type StateFilter = RequestState | 'all';
const STATES: [StateFilter, ...StateFilter[]] = [...codesOf(REQUEST_STATES), 'all'];
const REASONS = ['证明看不清', '证明与申请不符', '取得时间有误', '请先到单位人事部门核实'];
const PAGE = 20;

/** 更正申请: 职称变更 with its proof, and 姓名更正, of those approved before. */
export default function CorrectionsPage() {
  const { message } = App.useApp();
  const [filters, setFilters] = useAddress({ state: 'waiting', page: 1 });
  const state = oneOf(STATES, filters.state);
  const { page } = filters;
  const list = useLoad(() => client.learners.listCorrections({ state, page, pageSize: PAGE }), [filters]);
  const [refusing, setRefusing] = useState<CorrectionRow | null>(null);

  const settle = () => {
    setRefusing(null);
    if (state === 'waiting' && page > 1 && list.data?.items.length === 1) {
      setFilters({ page: page - 1 });
    } else {
      list.reload();
    }
    void refreshCounts('unit');
  };
  const decide = useAction(
    async (row: CorrectionRow, reason?: string) => {
      await client.learners.decideCorrection({
        correctionId: row.id,
        decision: reason === undefined ? 'accept' : 'refuse',
        reason,
      });
      const word = reason === undefined ? `已更正为${correctionText(row.kind, row.after)}` : '已答复不通过';
      message.success(`${row.name}：${word}`);
      settle();
    },
    (error) => {
      if (error.code !== 'REQUEST_DECIDED' && error.code !== 'NOT_FOUND') {
        return false;
      }
      message.warning(error.code === 'REQUEST_DECIDED' ? '这项申请同事已经处理，列表已更新' : error.message);
      settle();
      return true;
    },
  );

  return (
    <>
      <PageHeader
        title="更正申请"
        note="审核通过后的人员申请职称变更或姓名更正。核对证明，通过后立即生效。"
        extra={
          <Segmented
            size="large"
            options={STATES.map((value) => ({
              value,
              label: value === 'all' ? '全部' : REQUEST_STATES[value],
            }))}
            value={state}
            onChange={(value) => setFilters({ state: value, page: 1 })}
          />
        }
      />
      <Loaded
        load={list}
        skeleton={
          <section className="card">
            <TableSkeleton />
          </section>
        }
      >
        {({ items, total }) =>
          items.length === 0 ? (
            <section className="card">
              <EmptyState
                icon="check"
                title={state === 'waiting' ? '没有等待处理的更正申请' : '没有这样的更正申请'}
                hint="学员在小程序“我的”里申请职称变更或姓名更正后，会出现在这里"
                action={
                  state !== 'all' && (
                    <Button onClick={() => setFilters({ state: 'all', page: 1 })}>查看全部申请</Button>
                  )
                }
              />
            </section>
          ) : (
            <>
              <div className="corrections" aria-busy={list.loading}>
                {items.map((row) => (
                  <CorrectionCard
                    key={row.id}
                    row={row}
                    busy={decide.busy}
                    onAccept={decide.run}
                    onRefuse={setRefusing}
                  />
                ))}
              </div>
              {total > PAGE && (
                <Pagination
                  className="corrections__pages"
                  current={page}
                  pageSize={PAGE}
                  total={total}
                  showSizeChanger={false}
                  showTotal={(count) => `共 ${count} 项`}
                  onChange={(next) => {
                    setFilters({ page: next });
                    scrollToTop();
                  }}
                />
              )}
            </>
          )
        }
      </Loaded>
      <ReasonModal
        open={refusing !== null}
        title={refusing ? `不通过：${refusing.name}的${CORRECTION_KINDS[refusing.kind]}` : ''}
        hint="学员会看到这个原因，可以重新申请。"
        words={REASONS}
        placeholder="补充说明，例如：请上传证书的内页"
        okText="不通过"
        busy={decide.busy}
        onCancel={() => setRefusing(null)}
        onOk={(reason) => refusing && decide.run(refusing, reason)}
      />
    </>
  );
}
