import type { FormQuestion } from '@common/contract/forms';
import { FORM_QUESTION_KINDS } from '@common/terms';
import { Button, Checkbox, Input } from 'antd';
import { Icon } from '../../components/icon';
import { MoveButtons } from '../../components/moveButtons';
import { QUESTION_LENGTH } from './draft';
import { Fault } from './fault';
import { OptionList } from './optionList';

interface Props {
  at: number;
  question: FormQuestion;
  isFirst: boolean;
  isLast: boolean;
  /** What is wrong with `text`, `options`, `options.0.text`, `choose`. */
  faultOf: (field: string) => string | undefined;
  isReadOnly: boolean;
  onChange: (question: FormQuestion) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One question: its words, its options, whether it must be answered. */
export function QuestionItem(props: Props) {
  const { at, question, faultOf, isReadOnly, onChange } = props;
  const name = `第${at + 1}题`;
  const fault = faultOf('text') ?? faultOf('key');
  return (
    <li className="form-question" aria-label={name}>
      <div className="form-question__head">
        <b>{name}</b>
        <span className="pill">{FORM_QUESTION_KINDS[question.kind]}</span>
        <Checkbox
          checked={question.isRequired}
          disabled={isReadOnly}
          onChange={({ target }) => onChange({ ...question, isRequired: target.checked })}
        >
          必答
        </Checkbox>
        {!isReadOnly && (
          <span className="form-question__moves">
            <MoveButtons name={name} isFirst={props.isFirst} isLast={props.isLast} onMove={props.onMove} />
            <Button
              type="text"
              aria-label={`删除${name}`}
              title="删除这道题"
              icon={<Icon name="close" size={16} />}
              onClick={props.onRemove}
            />
          </span>
        )}
      </div>
      <Input.TextArea
        value={question.text}
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={QUESTION_LENGTH}
        readOnly={isReadOnly}
        aria-label={`${name}题目`}
        placeholder="题目"
        status={fault ? 'error' : undefined}
        onChange={({ target }) => onChange({ ...question, text: target.value })}
      />
      <Fault text={fault} />
      {question.kind === 'choice' && (
        <OptionList
          name={name}
          question={question}
          faultOf={faultOf}
          isReadOnly={isReadOnly}
          onChange={onChange}
        />
      )}
    </li>
  );
}
