import type { HeldRow } from '@common/contract/attendance';
import { codesOf, HELD_STATES, type HeldState } from '@common/terms';
import { App, Button, Segmented } from 'antd';
import { useState } from 'react';
import { client } from '../../../api/session';
import { BatchBar } from '../../../components/batchBar';
import { Guarded } from '../../../components/guarded';
import { ListTable } from '../../../components/listTable';
import { ReasonModal } from '../../../components/reasonModal';
import { EmptyState } from '../../../components/states';
import { useAction } from '../../../hooks/useAction';
import { oneOf, useAddress } from '../../../hooks/useAddress';
import { useLoad } from '../../../hooks/useLoad';
import type { TabProps } from './attendanceTabs';
import { heldColumns } from './heldColumns';

type Shown = HeldState | 'all';
const SHOWN: [Shown, ...Shown[]] = [...codesOf(HELD_STATES), 'all'];
const REASONS = ['核实本人不在会场', '位置距会场过远', '与现场签到记录不符'];
/** The contract takes so many at once. */
const MAX_IN_BATCH = 200;

/** 待确认: scans that came late or from elsewhere; somebody who was there says whether they count. */
export default function HeldTab({ activity, onChange }: TabProps) {
  const { message } = App.useApp();
  const activityId = activity.id;
  const [filters, setFilters] = useAddress({ state: 'waiting', page: 1, pageSize: 50 });
  const state = oneOf(SHOWN, filters.state);
  const { page, pageSize } = filters;
  const list = useLoad(
    () => client.attendance.listHeld({ activityId, state, page, pageSize }),
    [activityId, filters],
  );
  const [chosen, setChosen] = useState<string[]>([]);
  const [refusing, setRefusing] = useState<string[] | null>(null);
  const decide = useAction(async (ids: string[], accept: boolean, reason?: string) => {
    const { decided, skipped } = await client.attendance.decideHeld({ activityId, ids, accept, reason });
    const word = accept ? `已确认${decided}次扫码，计入考勤` : `已答复${decided}次扫码不予确认，已通知本人`;
    message.success(skipped > 0 ? `${word}；另有${skipped}次已有人处理，或学员尚未审核通过` : word);
    setRefusing(null);
    setChosen([]);
    const isEmptied = state === 'waiting' && list.data?.items.every(({ id }) => ids.includes(id));
    if (isEmptied && page > 1) {
      setFilters({ page: 1 });
    } else {
      list.reload();
    }
    onChange();
  });
  const onPage = (list.data?.items ?? []).filter(({ canDecide }) => canDecide).map(({ id }) => id);
  const choose = (ids: string[]) => setChosen([...new Set(ids)].slice(0, MAX_IN_BATCH));
  const onState = (next: Shown) => {
    setChosen([]);
    setFilters({ state: next, page: 1 });
  };

  return (
    <>
      <section className="card">
        <div className="filter-bar">
          <Segmented
            options={SHOWN.map((value) => ({ value, label: value === 'all' ? '全部' : HELD_STATES[value] }))}
            value={state}
            onChange={onState}
          />
          <div className="filter-bar__end cell-actions">
            <Button disabled={onPage.length === 0} onClick={() => choose([...chosen, ...onPage])}>
              本页全选
            </Button>
          </div>
        </div>
        <ListTable
          load={list}
          rowKey="id"
          unit="次"
          columns={heldColumns({
            busy: decide.busy,
            onAccept: (row) => decide.run([row.id], true),
            onRefuse: (row) => setRefusing([row.id]),
          })}
          scroll={{ x: 1120 }}
          onPage={(nextPage, nextSize) => setFilters({ page: nextPage, pageSize: nextSize })}
          rowSelection={{
            selectedRowKeys: chosen,
            preserveSelectedRowKeys: true,
            columnWidth: 48,
            onChange: (keys) => choose(keys.map(String)),
            getTitleCheckboxProps: () => ({ 'aria-label': '本页全选' }),
            getCheckboxProps: (row: HeldRow) => ({
              disabled: !row.canDecide,
              'aria-label': `选择${row.name}`,
            }),
          }}
          empty={<HeldEmpty state={state} onShowAll={() => onState('all')} />}
        />
      </section>
      <BatchBar
        count={chosen.length}
        unit="次"
        note={chosen.length === MAX_IN_BATCH && `一次最多处理${MAX_IN_BATCH}次`}
        onClear={() => setChosen([])}
      >
        <Guarded permission="holdActivities">
          <Button onClick={() => setRefusing(chosen)}>不予确认</Button>
        </Guarded>
        <Guarded permission="holdActivities">
          <Button type="primary" loading={decide.busy} onClick={() => decide.run(chosen, true)}>
            确认有效
          </Button>
        </Guarded>
      </BatchBar>
      <ReasonModal
        open={refusing !== null}
        title={`${refusing?.length ?? 0}次扫码不予确认`}
        hint="学员会看到这个原因；这次扫码不计入考勤。"
        words={REASONS}
        placeholder="补充说明"
        okText="不予确认"
        busy={decide.busy}
        onCancel={() => setRefusing(null)}
        onOk={(reason) => refusing && decide.run(refusing, false, reason)}
      />
    </>
  );
}

function HeldEmpty({ state, onShowAll }: { state: Shown; onShowAll: () => void }) {
  return (
    <EmptyState
      icon="check"
      title={state === 'waiting' ? '没有待确认的扫码' : '没有这样的扫码'}
      hint="没有网络时补传的、位置不在会场的和尚未审核通过的学员的扫码会保留在这里，确认后计入考勤"
      action={state !== 'all' && <Button onClick={onShowAll}>查看全部</Button>}
    />
  );
}
