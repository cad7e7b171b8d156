import type { ActivityView } from '@common/contract/activities';
import type { LecturerRow } from '@common/contract/crediting';
import { CREDIT_CLASSES } from '@common/terms';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { client } from '../../../api/session';
import { BatchBar } from '../../../components/batchBar';
import { Guarded } from '../../../components/guarded';
import { Loaded } from '../../../components/loaded';
import { EmptyState } from '../../../components/states';
import { useAction } from '../../../hooks/useAction';
import { useLoad } from '../../../hooks/useLoad';
import { GrantModal } from './grantModal';
import { type Outcome, refusalOf } from './grantOutcome';
import { lecturerColumns } from './lecturerColumns';

interface Props {
  activity: ActivityView;
  turn: number;
  onOutcome: (outcome: Outcome) => void;
}

/** Somebody without an account has no id to be told apart by. */
const keyOf = ({ learnerId, personnelNo, name, unitName }: LecturerRow) =>
  learnerId ?? `${personnelNo} ${name} ${unitName}`;
const canCredit = ({ learnerId, isCredited, obstacle }: LecturerRow) =>
  learnerId !== null && !isCredited && obstacle === null;

/** 主讲人授分 (manual 000 §四5): directly, by the hours that they taught. */
export function LecturersTab({ activity, turn, onOutcome }: Props) {
  const activityId = activity.id;
  const load = useLoad(() => client.crediting.listLecturers({ activityId }), [activityId, turn]);
  const [chosen, setChosen] = useState<string[]>([]);
  const [isAsking, setAsking] = useState(false);
  const settle = (outcome: Outcome) => {
    setAsking(false);
    setChosen([]);
    onOutcome(outcome);
  };
  const grant = useAction(
    async (activityDate: string) => {
      const { alreadyCredited, ...crediting } = await client.crediting.grantLecturers({
        activityId,
        learnerIds: chosen,
        activityDate,
      });
      settle({ type: 'granted', crediting, alreadyCredited });
    },
    (error) => {
      const refusal = refusalOf(error);
      if (refusal) {
        settle(refusal);
      }
      return refusal !== null;
    },
  );
  const each = `${CREDIT_CLASSES[activity.creditClass]} 按授课学时，见名单`;
  return (
    <>
      <section className="card" aria-label="主讲人">
        <div className="card__head">
          <h2>主讲人</h2>
          <span className="faint">按本地区规定由授课学时折算学分，同时参加学习的可以另授参加者学分</span>
        </div>
        <Loaded load={load}>
          {({ items }) => {
            const open = items.filter(canCredit).map(keyOf);
            return items.length === 0 ? (
              <EmptyState
                icon="people"
                title="课程还没有填写主讲人"
                hint="在课程信息中按人员编号添加主讲人后，可以在这里授分"
                action={<Link to={`/activities/${activityId}`}>查看课程信息</Link>}
              />
            ) : (
              <>
                <div className="filter-bar">
                  <Button disabled={open.length === 0} onClick={() => setChosen(open)}>
                    全选
                  </Button>
                </div>
                <Table
                  className="list-table"
                  rowKey={keyOf}
                  dataSource={items}
                  pagination={false}
                  columns={lecturerColumns(activityId)}
                  rowSelection={{
                    selectedRowKeys: chosen,
                    columnWidth: 48,
                    onChange: (keys) => setChosen(keys.map(String)),
                    getTitleCheckboxProps: () => ({ 'aria-label': '全选主讲人' }),
                    getCheckboxProps: (row) => ({
                      disabled: !canCredit(row),
                      'aria-label': `选择${row.name}`,
                    }),
                  }}
                />
              </>
            );
          }}
        </Loaded>
      </section>
      <BatchBar count={chosen.length} onClear={() => setChosen([])}>
        <Guarded permission="credit">
          <Button type="primary" onClick={() => setAsking(true)}>
            主讲人授分
          </Button>
        </Guarded>
      </BatchBar>
      <GrantModal
        open={isAsking}
        activity={activity}
        persons={chosen.length}
        what="主讲人"
        each={each}
        busy={grant.busy}
        onCancel={() => setAsking(false)}
        onGrant={grant.run}
      />
    </>
  );
}
