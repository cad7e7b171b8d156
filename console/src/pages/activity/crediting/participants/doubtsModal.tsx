import type { AnalysisRow } from '@common/contract/analyses';
import { Button, Modal } from 'antd';
import { Link } from 'react-router';

/** Named in the question; the others are counted. */
const NAMED = 8;

interface Props {
  activityId: string;
  /** Who has a 疑点 that stands, of those to be chosen; null while closed. */
  doubted: readonly AnalysisRow[] | null;
  /** How many have none. */
  plain: number;
  busy: boolean;
  onCancel: () => void;
  onAll: () => void;
  onPlain: () => void;
}

/** 全选 with doubts among them: nobody is chosen in spite of one without being asked. */
export function DoubtsModal({ activityId, doubted, plain, busy, onCancel, onAll, onPlain }: Props) {
  const rows = doubted ?? [];
  return (
    <Modal
      open={doubted !== null}
      title={`其中${rows.length}人有疑点，一并选中吗？`}
      onCancel={onCancel}
      footer={
        <div className="modal-foot">
          <Button onClick={onCancel}>取消</Button>
          <span>
            <Button disabled={busy} onClick={onAll}>
              已核实，一并选中
            </Button>
            {plain > 0 && (
              <Button type="primary" loading={busy} onClick={onPlain}>
                只选没有疑点的{plain}人
              </Button>
            )}
          </span>
        </div>
      }
    >
      <p>
        {rows
          .slice(0, NAMED)
          .map(({ name }) => name)
          .join('、')}
        {rows.length > NAMED && `等${rows.length}人`}
      </p>
      <p className="soft">
        有疑点的人员请先<Link to={`/activities/${activityId}/attendance?tab=doubts`}>查看依据</Link>
        ，核实后再授分；授分后疑点随批次提交，审核时可见。
      </p>
    </Modal>
  );
}
