import type { CreditingRow } from '@common/contract/crediting';
import { CREDITING_STATES, type CreditingState } from '@common/terms';
import { App, Button, Segmented } from 'antd';
import { Link } from 'react-router';
import { client, useMe } from '../../api/session';
import { ListTable } from '../../components/listTable';
import { PageHeader } from '../../components/pageHeader';
import { EmptyState } from '../../components/states';
import { useAction } from '../../hooks/useAction';
import { oneOf, useAddress } from '../../hooks/useAddress';
import { useLoad } from '../../hooks/useLoad';
import { refreshCounts } from '../../layout/counts';
import { creditingColumns } from './creditingColumns';
import { ReviewSummary } from './reviewSummary';

type StateFilter = CreditingState | 'all';
const WAITING_FIRST: [StateFilter, ...StateFilter[]] = ['waiting', 'approved', 'all'];
const ALL_FIRST: [StateFilter, ...StateFilter[]] = ['all', 'waiting', 'approved'];

/** 学分审核 of an authority; for a unit the same batches as 授分记录, to be read. */
export default function CreditingsPage() {
  const { message, modal } = App.useApp();
  const me = useMe();
  const isUnit = me.roles.includes('unit');
  // An authority comes to work off what waits, a unit to look something up.
  const states = isUnit ? ALL_FIRST : WAITING_FIRST;
  const [filters, setFilters] = useAddress({ state: states[0] as string, page: 1, pageSize: 20 });
  const state = oneOf(states, filters.state);
  const list = useLoad(() => client.crediting.listCreditings({ ...filters, state }), [filters]);

  const approve = useAction(async (batch: CreditingRow) => {
    const answer = await client.crediting.review({ creditingId: batch.id });
    message.success(`审核通过：${answer.unitName}${answer.persons}人的学分已生效`);
    list.reload();
    void refreshCounts('authority');
  });
  const ask = (batch: CreditingRow) =>
    modal.confirm({
      title: `审核通过这${batch.persons}人的学分？`,
      width: 480,
      content: <ReviewSummary batch={batch} />,
      okText: '审核通过',
      icon: null,
      onOk: () => approve.run(batch),
    });

  return (
    <>
      <PageHeader
        title={isUnit ? '授分记录' : '学分审核'}
        note={
          isUnit
            ? '本单位授分的批次，以及由谁审核、审核到哪一步。'
            : '所辖单位授分的批次。审核通过后，学员的学分即为有效。'
        }
      />
      <section className="card">
        <div className="filter-bar">
          <Segmented
            options={states.map((value) => ({
              value,
              label: value === 'all' ? '全部' : CREDITING_STATES[value],
            }))}
            value={state}
            onChange={(value) => setFilters({ state: value, page: 1 })}
          />
        </div>
        <ListTable
          load={list}
          rowKey="id"
          unit="批"
          columns={creditingColumns({
            isUnit,
            authorityName: me.authority?.name,
            busy: approve.busy,
            approve: ask,
          })}
          onPage={(page, pageSize) => setFilters({ page, pageSize })}
          empty={
            <EmptyState
              icon={state === 'waiting' ? 'check' : 'medal'}
              title={state === 'waiting' ? '没有等待审核的授分' : '还没有授分记录'}
              hint={isUnit ? '活动考勤完成后，在活动的“授分”里给有效人员授分' : '单位授分后会出现在这里'}
              action={
                isUnit ? (
                  <Link to="/activities">去项目管理</Link>
                ) : (
                  state === 'waiting' && (
                    <Button onClick={() => setFilters({ state: 'approved', page: 1 })}>
                      查看已审核的批次
                    </Button>
                  )
                )
              }
            />
          }
        />
      </section>
    </>
  );
}
