import type { QuestionFault } from '@common/rules/examQuestion';
import { letterOf } from '@common/rules/examQuestion';
import { Button, Checkbox, Input, Radio, Tooltip } from 'antd';
import { Icon } from '../icon';
import {
  LEAST_OPTIONS,
  MOST_OPTIONS,
  type QuestionDraft,
  withMoved,
  withOneMore,
  withoutOption,
  withRight,
  withText,
} from './questionDraft';

interface Props {
  draft: QuestionDraft;
  fault: QuestionFault | null;
  onChange: (draft: QuestionDraft) => void;
}

/** 答案选项: the circle (or box) before each marks the right one. */
export function OptionFields({ draft, fault, onChange }: Props) {
  const { kind, options } = draft;
  const Mark = kind === 'single' ? Radio : Checkbox;
  const action = (
    label: string,
    icon: 'back' | 'forward' | 'close',
    isOff: boolean,
    next: () => QuestionDraft,
  ) => (
    <Tooltip title={label.slice(0, 2)}>
      <Button
        type="text"
        size="small"
        className={`question-option__${icon}`}
        aria-label={label}
        disabled={isOff}
        icon={<Icon name={icon} size={15} />}
        onClick={() => onChange(next())}
      />
    </Tooltip>
  );
  return (
    <div className="question-options">
      {options.map(({ key, text, isRight }, place) => {
        const letter = letterOf(place);
        const message = fault?.field === `options.${place}.text` ? fault.message : null;
        return (
          <div key={key} className={`question-option${isRight ? ' question-option--right' : ''}`}>
            <Mark
              checked={isRight}
              aria-label={`选项${letter}是正确答案`}
              onChange={() => onChange(withRight(draft, place))}
            />
            <span className="question-option__letter">{letter}</span>
            <div className="question-option__text">
              <Input.TextArea
                value={text}
                autoSize={{ minRows: 1, maxRows: 4 }}
                maxLength={300}
                status={message ? 'error' : undefined}
                aria-label={`选项${letter}`}
                placeholder="输入备选答案"
                onChange={(event) => onChange(withText(draft, place, event.target.value))}
              />
              {message && (
                <p className="question-fault" role="alert">
                  {message}
                </p>
              )}
            </div>
            <span className="question-option__actions">
              {action(`上移选项${letter}`, 'back', place === 0, () => withMoved(draft, place, -1))}
              {action(`下移选项${letter}`, 'forward', place === options.length - 1, () =>
                withMoved(draft, place, 1),
              )}
              {action(`删除选项${letter}`, 'close', options.length <= LEAST_OPTIONS, () =>
                withoutOption(draft, place),
              )}
            </span>
          </div>
        );
      })}
      {fault?.field === 'options' && (
        <p className="question-fault" role="alert">
          {fault.message}
        </p>
      )}
      <Button
        type="dashed"
        block
        disabled={options.length >= MOST_OPTIONS}
        icon={<Icon name="add" size={16} />}
        onClick={() => onChange(withOneMore(draft))}
      >
        {options.length >= MOST_OPTIONS ? `最多${MOST_OPTIONS}个选项` : '增加选项'}
      </Button>
    </div>
  );
}
