import type { BankQuestion } from '@common/contract/questionBank';
import { Button, Modal } from 'antd';
import { Guarded } from '../../components/guarded';
import { QuestionView } from '../../components/questions/questionView';

interface Props {
  /** Null while closed. */
  question: BankQuestion | null;
  onClose: () => void;
  onEdit: (question: BankQuestion) => void;
}

/** A question of the bank in full: picture, all options, explanation. */
export function BankReader({ question, onClose, onEdit }: Props) {
  return (
    <Modal
      open={question !== null}
      width={640}
      title="试题"
      onCancel={onClose}
      footer={
        question && (
          <div className="drawer-actions">
            <Button onClick={onClose}>关闭</Button>
            <Guarded permission="holdActivities">
              <Button type="primary" onClick={() => onEdit(question)}>
                修改试题
              </Button>
            </Guarded>
          </div>
        )
      }
    >
      {question && (
        <QuestionView question={question} tags={<span className="faint">{question.discipline}</span>} />
      )}
    </Modal>
  );
}
