import type { FormQuestion } from '@common/contract/forms';
import { chooseWords } from '@common/rules/forms';
import { Button, Input, Select } from 'antd';
import { Icon } from '../../components/icon';
import { MoveButtons } from '../../components/moveButtons';
import { moved } from '../departments/moved';
import { emptyOption, MOST_OPTIONS, OPTION_LENGTH, withOptions } from './draft';
import { Fault } from './fault';

interface Props {
  /** 第2题. */
  name: string;
  question: FormQuestion;
  faultOf: (field: string) => string | undefined;
  isReadOnly: boolean;
  onChange: (question: FormQuestion) => void;
}

/** The options of a choice, and how many of them are to be chosen. */
export function OptionList({ name, question, faultOf, isReadOnly, onChange }: Props) {
  const { options, choose } = question;
  const set = (next: FormQuestion['options']) => onChange(withOptions(question, next));
  return (
    <>
      <ul className="form-options">
        {options.map((option, at) => {
          const label = `${name}选项${at + 1}`;
          const fault = faultOf(`options.${at}.text`);
          return (
            <li key={option.key}>
              <div className="form-options__line">
                <Input
                  value={option.text}
                  maxLength={OPTION_LENGTH}
                  readOnly={isReadOnly}
                  aria-label={label}
                  placeholder={`选项${at + 1}`}
                  status={fault ? 'error' : undefined}
                  onChange={({ target }) =>
                    set(options.map((one) => (one.key === option.key ? { ...one, text: target.value } : one)))
                  }
                />
                {!isReadOnly && (
                  <>
                    <MoveButtons
                      name={label}
                      isFirst={at === 0}
                      isLast={at === options.length - 1}
                      onMove={(by) => set(moved(options, at, at + by))}
                    />
                    <Button
                      type="text"
                      aria-label={`删除${label}`}
                      title={options.length > 2 ? '删除这个选项' : '至少要有两个选项'}
                      disabled={options.length <= 2}
                      icon={<Icon name="close" size={16} />}
                      onClick={() => set(options.filter(({ key }) => key !== option.key))}
                    />
                  </>
                )}
              </div>
              <Fault text={fault} />
            </li>
          );
        })}
      </ul>
      <Fault text={faultOf('options')} />
      <div className="form-options__foot">
        {!isReadOnly && (
          <Button
            size="small"
            icon={<Icon name="add" size={14} />}
            disabled={options.length >= MOST_OPTIONS}
            onClick={() => set([...options, emptyOption()])}
          >
            增加选项
          </Button>
        )}
        <Select
          size="small"
          value={choose}
          disabled={isReadOnly}
          aria-label={`${name}选几项`}
          options={Array.from({ length: Math.max(1, options.length - 1) }, (_, at) => ({
            value: at + 1,
            // 选两项, as it stands behind the question.
            label: chooseWords({ kind: 'choice', choose: at + 1 }).slice(1, -1) || '单选',
          }))}
          onChange={(value) => onChange({ ...question, choose: value })}
        />
        {choose > 1 && <span className="faint">须正好选{choose}项，不能多也不能少</span>}
      </div>
      <Fault text={faultOf('choose')} />
    </>
  );
}
