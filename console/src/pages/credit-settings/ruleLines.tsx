import type { CreditRules } from '@common/contract/creditRules';
import { formatCredits } from '@common/rules/credits';
import { CREDIT_CLASSES, type CreditClass, codesOf } from '@common/terms';
import { InputNumber, Switch } from 'antd';
import type { ReactNode } from 'react';

/** What a control is given and tells. */
export interface ControlProps {
  rules: CreditRules;
  isReadOnly: boolean;
  onChange: (some: Partial<CreditRules>) => void;
}

/** One line of 授分设置. */
export interface RuleLine {
  title: string;
  /** The rule in few words, for what the authority above has; equal words are equal rules. */
  words: (rules: CreditRules) => string;
  /** The rule as it is in `above`. */
  take: (above: CreditRules, rules: CreditRules) => Partial<CreditRules>;
  control: (props: ControlProps) => ReactNode;
}

interface NumberProps {
  label: string;
  value: number;
  min: number;
  max: number;
  suffix: string;
  precision?: number;
  disabled: boolean;
  onChange: (value: number) => void;
}

function RuleNumber({ label, precision = 0, onChange, ...props }: NumberProps) {
  return (
    <InputNumber<number>
      {...props}
      aria-label={label}
      precision={precision}
      formatter={(value) => String(value ?? '')}
      onChange={(value) => value !== null && onChange(value)}
    />
  );
}

const days = (name: 'grantDays' | 'reviewDays', title: string, before: string, after: string): RuleLine => ({
  title,
  words: (rules) => `${rules[name]}天`,
  take: (above) => ({ [name]: above[name] }),
  control: ({ rules, isReadOnly, onChange }) => (
    <>
      <span>{before}</span>
      <RuleNumber
        label={title}
        value={rules[name]}
        min={1}
        max={180}
        suffix="天"
        disabled={isReadOnly}
        onChange={(value) => onChange({ [name]: value })}
      />
      <span>{after}</span>
    </>
  ),
});

const lecturing = (creditClass: CreditClass): RuleLine => ({
  title: `主讲人${CREDIT_CLASSES[creditClass]}`,
  words: ({ lecturerMinutesPerCredit }) => `${lecturerMinutesPerCredit[creditClass]}分钟`,
  take: (above, rules) => ({
    lecturerMinutesPerCredit: {
      ...rules.lecturerMinutesPerCredit,
      [creditClass]: above.lecturerMinutesPerCredit[creditClass],
    },
  }),
  control: ({ rules: { lecturerMinutesPerCredit: rates }, isReadOnly, onChange }) => (
    <>
      <span>每授课</span>
      <RuleNumber
        label={`主讲人${CREDIT_CLASSES[creditClass]}，授课几分钟授1学分`}
        value={rates[creditClass]}
        min={10}
        max={600}
        suffix="分钟"
        disabled={isReadOnly}
        onChange={(value) => onChange({ lecturerMinutesPerCredit: { ...rates, [creditClass]: value } })}
      />
      <span>授1学分，即授课1学时（60分钟）授{formatCredits(Math.floor(6000 / rates[creditClass]))}分</span>
    </>
  ),
});

/** The rules in the order in which they come into play, each as a sentence with its control. */
export const RULE_LINES: readonly RuleLine[] = [
  days('grantDays', '授分期限', '举办单位在活动结束后', '内授分'),
  days('reviewDays', '审核期限', '行政部门在举办单位授分后', '内审核'),
  {
    title: '执行情况反馈',
    words: ({ isReportRequired }) => (isReportRequired ? '须先提交' : '不作要求'),
    take: ({ isReportRequired }) => ({ isReportRequired }),
    control: ({ rules, isReadOnly, onChange }) => (
      <>
        <Switch
          checked={rules.isReportRequired}
          disabled={isReadOnly}
          aria-label="须先提交执行情况反馈"
          onChange={(isOn) => onChange({ isReportRequired: isOn })}
        />
        <span>
          {rules.isReportRequired
            ? '举办单位提交执行情况反馈后，学分才能审核通过'
            : '没有提交执行情况反馈，也可以审核通过学分'}
        </span>
      </>
    ),
  },
  ...codesOf(CREDIT_CLASSES).map(lecturing),
  {
    title: '主讲人最多',
    words: ({ lecturerCreditsMost }) => `${formatCredits(lecturerCreditsMost)}分`,
    take: ({ lecturerCreditsMost }) => ({ lecturerCreditsMost }),
    control: ({ rules, isReadOnly, onChange }) => (
      <>
        <span>一个活动授予一名主讲人至多</span>
        <RuleNumber
          label="一个活动主讲人最多学分"
          value={rules.lecturerCreditsMost / 100}
          min={0}
          max={100}
          precision={2}
          suffix="分"
          disabled={isReadOnly}
          onChange={(value) => onChange({ lecturerCreditsMost: Math.round(value * 100) })}
        />
      </>
    ),
  },
];
