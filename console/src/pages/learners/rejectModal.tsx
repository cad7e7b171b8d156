import { ReasonModal } from '../../components/reasonModal';

/** What units write most often. */
const REASONS = ['非本单位人员', '姓名与身份证不符', '职称有误', '科室有误', '照片不符合要求', '信息不完整'];

interface Props {
  /** Null while closed. */
  learners: readonly { name: string }[] | null;
  busy: boolean;
  onCancel: () => void;
  onReject: (reason: string) => void;
}

/** Asks why before anyone is refused: the learner reads the reason and corrects it. */
export function RejectModal({ learners, busy, onCancel, onReject }: Props) {
  const names = learners?.map((row) => row.name) ?? [];
  const who = names.length > 3 ? `${names.slice(0, 3).join('、')}等${names.length}人` : names.join('、');
  return (
    <ReasonModal
      open={learners !== null}
      title={`审核不通过：${who}`}
      hint="学员会看到这个原因，修改后可以重新提交。"
      words={REASONS}
      placeholder="补充说明，例如：请核对身份证号最后四位"
      okText="审核不通过"
      busy={busy}
      onCancel={onCancel}
      onOk={onReject}
    />
  );
}
