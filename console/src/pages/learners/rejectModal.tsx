import type { LearnerRow } from '@common/contract/learners';
import { Input, Modal, Tag } from 'antd';
import { useEffect, useState } from 'react';

const REASONS = ['非本单位人员', '姓名与身份证不符', '职称有误', '信息不完整'];
const MAX_LENGTH = 200;

interface Props {
  /** Null while closed. */
  learners: LearnerRow[] | null;
  busy: boolean;
  onCancel: () => void;
  onReject: (reason: string) => void;
}

/** Asks why before anyone is refused: the learner reads the reason and corrects it. */
export function RejectModal({ learners, busy, onCancel, onReject }: Props) {
  const [chosen, setChosen] = useState<string[]>([]);
  const [text, setText] = useState('');
  useEffect(() => {
    if (learners) {
      setChosen([]);
      setText('');
    }
  }, [learners]);

  const reason = [...chosen, text.trim()].filter(Boolean).join('；');
  const names = learners?.map((row) => row.name) ?? [];
  const who = names.length > 3 ? `${names.slice(0, 3).join('、')}等${names.length}人` : names.join('、');
  return (
    <Modal
      open={learners !== null}
      title={`审核不通过：${who}`}
      okText="审核不通过"
      okButtonProps={{ danger: true, loading: busy, disabled: reason === '' || reason.length > MAX_LENGTH }}
      cancelText="再想想"
      mask={{ closable: !busy }}
      onCancel={onCancel}
      onOk={() => onReject(reason)}
    >
      <p className="soft">学员会看到这个原因，修改后可以重新提交。</p>
      <div className="chips">
        {REASONS.map((word) => (
          <Tag.CheckableTag
            key={word}
            checked={chosen.includes(word)}
            onChange={(isOn) => setChosen(isOn ? [...chosen, word] : chosen.filter((one) => one !== word))}
          >
            {word}
          </Tag.CheckableTag>
        ))}
      </div>
      <Input.TextArea
        value={text}
        rows={3}
        maxLength={150}
        aria-label="补充说明"
        placeholder="补充说明，例如：请核对身份证号最后四位"
        onChange={(event) => setText(event.target.value)}
      />
    </Modal>
  );
}
