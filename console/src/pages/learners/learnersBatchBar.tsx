import type { LearnerRow } from '@common/contract/learners';
import { App, Button, Progress } from 'antd';
import { useState } from 'react';
import { client } from '../../api/session';
import { BatchBar } from '../../components/batchBar';
import { Guarded } from '../../components/guarded';
import { useAction } from '../../hooks/useAction';
import { DepartmentModal } from './departmentModal';
import type { Approval } from './useApproval';

/** The most that the API moves in one call. */
const AT_ONCE = 200;

interface Props {
  rows: LearnerRow[];
  decision: Approval;
  onReject: (learners: LearnerRow[]) => void;
  onClear: () => void;
  /** Departments have changed. */
  onMoved: () => void;
}

/** What is done to the chosen: 审核通过, 审核不通过 (those who wait), 调整科室 (anyone). */
export function LearnersBatchBar({ rows, decision, onReject, onClear, onMoved }: Props) {
  const { message } = App.useApp();
  const [isAssigning, setAssigning] = useState(false);
  const waiting = rows.filter((row) => row.state === 'pending');
  const some = waiting.length < rows.length && waiting.length > 0 ? `（${waiting.length}人）` : '';
  const assign = useAction(async (department: string) => {
    let changed = 0;
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const learnerIds = rows.slice(from, from + AT_ONCE).map(({ id }) => id);
      changed += (await client.learners.assignDepartment({ learnerIds, department })).changed;
    }
    message.success(department ? `${changed}人已调整到${department}` : `已清空${changed}人的科室`);
    setAssigning(false);
    onClear();
    onMoved();
  });
  const { progress } = decision;
  return (
    <>
      <BatchBar
        count={rows.length}
        note={
          progress && progress.total > 1 ? (
            <span className="batch-progress" role="status">
              正在审核 {progress.done} / {progress.total}
              <Progress
                percent={Math.round((progress.done / progress.total) * 100)}
                size="small"
                showInfo={false}
              />
            </span>
          ) : undefined
        }
        onClear={onClear}
      >
        <Guarded permission="approveLearners">
          <Button disabled={decision.busy} onClick={() => setAssigning(true)}>
            调整科室
          </Button>
        </Guarded>
        {waiting.length > 0 && (
          <>
            <Guarded permission="approveLearners">
              <Button danger disabled={decision.busy} onClick={() => onReject(waiting)}>
                审核不通过{some}
              </Button>
            </Guarded>
            <Guarded permission="approveLearners">
              <Button type="primary" loading={decision.busy} onClick={() => decision.approve(waiting)}>
                审核通过{some}
              </Button>
            </Guarded>
          </>
        )}
      </BatchBar>
      <DepartmentModal
        open={isAssigning}
        who={rows.length === 1 ? (rows[0]?.name ?? '') : `${rows.length}人`}
        now={rows.length === 1 ? rows[0]?.department : ''}
        busy={assign.busy}
        onCancel={() => setAssigning(false)}
        onAssign={assign.run}
      />
    </>
  );
}
