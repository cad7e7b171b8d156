import type { ExamQuestion } from '@common/contract/papers';
import { Button, Checkbox } from 'antd';
import { Allowed } from '../../../components/allowed';
import { QuestionView } from '../../../components/questions/questionView';
import { usePermission } from '../../../hooks/usePermission';

interface Props {
  question: ExamQuestion;
  /** From 1. */
  number: number;
  /** Of all questions. */
  count: number;
  isSought: boolean;
  isChosen: boolean;
  busy: boolean;
  onChoose: (isOn: boolean) => void;
  onEdit: () => void;
  onRemove: () => void;
  /** To a place, from 0. */
  onMove: (to: number) => void;
  /** To a place that is still to be said. */
  onMoveFar: () => void;
}

/** One question with what can be done with it. */
export function QuestionItem(props: Props) {
  const { question, number, isSought, isChosen, onChoose } = props;
  return (
    <li
      id={`question-${question.id}`}
      className={`exam-question${isSought ? ' exam-question--sought' : ''}`}
      aria-label={`第${number}题`}
    >
      <QuestionView
        question={question}
        number={number}
        lead={
          <Checkbox
            aria-label={`选择第${number}题`}
            checked={isChosen}
            onChange={({ target }) => onChoose(target.checked)}
          />
        }
        actions={<Actions {...props} />}
      />
    </li>
  );
}

function Actions({ number, count, busy, onEdit, onRemove, onMove, onMoveFar }: Props) {
  const forbidden = usePermission('holdActivities');
  return (
    <Allowed reason={forbidden}>
      {(disabled) => {
        const link = (label: string, isOff: boolean, run: () => void) => (
          <Button
            type="link"
            size="small"
            disabled={disabled || isOff}
            onClick={run}
            danger={label === '删除'}
          >
            {label}
          </Button>
        );
        return (
          <>
            {link('编辑', false, onEdit)}
            {link('上移', busy || number === 1, () => onMove(number - 2))}
            {link('下移', busy || number === count, () => onMove(number))}
            {link('移到…', busy || count < 2, onMoveFar)}
            {link('删除', busy, onRemove)}
          </>
        );
      }}
    </Allowed>
  );
}
