import type { ActivityView } from '@common/contract/activities';
import type { AttendanceRow, CreditingRow } from '@common/contract/crediting';
import { CREDIT_CLASSES } from '@common/terms';
import { Alert, App, Button, Checkbox, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { client } from '../../../api/session';
import { BatchBar } from '../../../components/batchBar';
import { ListTable } from '../../../components/listTable';
import { showCredits, showWaiting } from '../../../format';
import { useAction } from '../../../hooks/useAction';
import { oneOf, useAddress } from '../../../hooks/useAddress';
import { useLoad } from '../../../hooks/useLoad';
import { refreshCounts } from '../../../layout/counts';
import { allGrantable, hasAll, NEEDS, type Need } from './allGrantable';
import { attendanceColumns } from './attendanceColumns';
import { AttendanceEmpty } from './attendanceEmpty';
import { AttendanceHead } from './attendanceHead';
import { fullHours } from './fullHours';
import { GrantModal } from './grantModal';
import './crediting.css';

/** The contract takes so many in one batch. */
const MAX_IN_BATCH = 2000;
type Only = 'all' | 'effective' | 'uncredited';
const ONLY: [Only, ...Only[]] = ['all', 'effective', 'uncredited'];
const ONLY_OPTIONS = [
  { value: 'all', label: '全部有考勤' },
  { value: 'effective', label: '有效' },
  { value: 'uncredited', label: '未授分' },
];

const NEED_OPTIONS = (Object.keys(NEEDS) as Need[]).map((value) => ({ value, label: NEEDS[value] }));

interface Props {
  activity: ActivityView;
  batches: CreditingRow[];
  /** The crediting of this activity has changed. */
  onChange: () => void;
}

/** What granting came to; the batch says whose review it waits for, once it is in `batches`. */
type Outcome = { type: 'success' | 'error'; text: string; creditingId?: string };

const canCredit = (row: AttendanceRow) => row.effective && !row.credited;
/** Chosen with others; who is in doubt is chosen by himself. */
const isPlain = (row: AttendanceRow) => row.doubts.length === 0;

/** 授分 (manual 000 §四): who was there in every period, chosen, and credited once. */
export default function CreditingSection({ activity, batches, onChange }: Props) {
  const { message } = App.useApp();
  const activityId = activity.id;
  const [filters, setFilters] = useAddress({ only: 'all', page: 1, pageSize: 50 });
  const only = oneOf(ONLY, filters.only);
  const list = useLoad(
    () => client.crediting.attendance({ activityId, ...filters, only }),
    [activityId, filters],
  );
  const [chosen, setChosen] = useState<string[]>([]);
  const [needs, setNeeds] = useState<Need[]>([]);
  const [isAsking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const rows = list.data?.items ?? [];
  const onPage = rows
    .filter((row) => canCredit(row) && isPlain(row) && hasAll(row, needs))
    .map((row) => row.learnerId);

  const chooseAll = useAction(async (isFullOnly: boolean) => {
    const [{ ids, doubted }, full] = await Promise.all([
      allGrantable(activityId, needs),
      isFullOnly ? fullHours(activityId) : null,
    ]);
    const found = ids.filter((id) => full === null || full.has(id));
    setChosen(found);
    if (doubted > 0) {
      message.info(`另有${doubted}名有效人员有疑点，没有选中；核实后可以逐个选择`);
    } else if (found.length === 0) {
      message.info('没有符合条件、还没有授分的人员');
    }
  });
  const settle = (next: Outcome) => {
    setAsking(false);
    setChosen([]);
    setOutcome(next);
    list.reload();
    onChange();
  };
  const grant = useAction(
    async (activityDate: string) => {
      const answer = await client.crediting.grant({ activityId, learnerIds: chosen, activityDate });
      const before =
        answer.alreadyCredited > 0 ? `；另有${answer.alreadyCredited}人此前已授分，没有重复授予` : '';
      settle({
        type: 'success',
        text: `已给${answer.granted}人授分，每人${CREDIT_CLASSES[activity.creditClass]}${showCredits(activity.credits)}${before}`,
        creditingId: answer.creditingId,
      });
      void refreshCounts('unit');
    },
    (error) => {
      if (error.code !== 'NOT_PRESENT' && error.code !== 'NOTHING_TO_CREDIT') {
        return false;
      }
      settle({ type: 'error', text: `${error.message}。名单已更新，请重新选择。` });
      return true;
    },
  );

  const granted = batches.find((batch) => batch.id === outcome?.creditingId);
  const isOpen = activity.state === 'approved' && activity.periods.length > 0;
  const isAnyLeft = isOpen && (list.data?.grantablePersons ?? 0) > 0;
  const { completion } = list.data ?? {};
  // What the authority demands is no choice.
  const offered = NEED_OPTIONS.filter(({ value }) =>
    value === 'exam' ? !completion?.isExamRequired : !completion?.isEvaluationRequired,
  );
  return (
    <>
      {outcome && (
        <Alert
          className="notice"
          type={outcome.type}
          showIcon
          closable={{ onClose: () => setOutcome(null) }}
          title={granted?.state === 'waiting' ? `${outcome.text}，${showWaiting(granted)}` : outcome.text}
          action={outcome.type === 'success' && <Link to="/creditings">查看授分记录</Link>}
        />
      )}
      <AttendanceHead load={list} activity={activity} batches={batches} />
      <section className="card">
        <div className="filter-bar">
          <Segmented
            options={ONLY_OPTIONS}
            value={only}
            onChange={(value) => setFilters({ only: value, page: 1 })}
          />
          <div className="filter-bar__end cell-actions">
            <Checkbox.Group options={offered} value={needs} onChange={setNeeds} />
            <Button
              disabled={!isOpen || onPage.length === 0}
              onClick={() => setChosen([...new Set([...chosen, ...onPage])])}
            >
              本页全选
            </Button>
            <Button
              type={chosen.length === 0 ? 'primary' : 'default'}
              disabled={!isAnyLeft}
              loading={chooseAll.busy}
              onClick={() => chooseAll.run(false)}
            >
              全选有效
            </Button>
            <Button disabled={!isAnyLeft} loading={chooseAll.busy} onClick={() => chooseAll.run(true)}>
              全选满学时
            </Button>
          </div>
        </div>
        <ListTable
          load={list}
          rowKey="learnerId"
          unit="人"
          columns={attendanceColumns(list.data?.windows ?? [], activityId)}
          isDense
          scroll={{ x: 820 + 78 * (list.data?.windows.length ?? 0) }}
          onPage={(page, pageSize) => setFilters({ page, pageSize })}
          rowSelection={{
            selectedRowKeys: chosen,
            preserveSelectedRowKeys: true,
            columnWidth: 48,
            fixed: true,
            onChange: (keys, _rows, { type }) =>
              setChosen(
                keys.map(String).filter((id) => type !== 'all' || chosen.includes(id) || onPage.includes(id)),
              ),
            getTitleCheckboxProps: () => ({ 'aria-label': '本页全选' }),
            getCheckboxProps: (row) => ({
              disabled: !isOpen || !canCredit(row),
              'aria-label': `选择${row.name}`,
            }),
          }}
          empty={
            <AttendanceEmpty
              only={only}
              activityId={activityId}
              onShowAll={() => setFilters({ only: 'all', page: 1 })}
            />
          }
        />
      </section>
      <BatchBar
        count={chosen.length}
        note={
          chosen.length > MAX_IN_BATCH
            ? `一次最多授分${MAX_IN_BATCH}人，请分批授分`
            : `每人${CREDIT_CLASSES[activity.creditClass]} ${showCredits(activity.credits)}`
        }
        onClear={() => setChosen([])}
      >
        <Button type="primary" disabled={chosen.length > MAX_IN_BATCH} onClick={() => setAsking(true)}>
          授分
        </Button>
      </BatchBar>
      <GrantModal
        open={isAsking}
        activity={activity}
        persons={chosen.length}
        busy={grant.busy}
        onCancel={() => setAsking(false)}
        onGrant={grant.run}
      />
    </>
  );
}
