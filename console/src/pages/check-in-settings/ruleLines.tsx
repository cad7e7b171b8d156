import type { CheckInRules } from '@common/contract/checkInRules';
import { InputNumber, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import { departureWords, QR_PERIODS, showPeriod, signInWords } from './ruleWords';

/** What a control is given and tells. */
export interface ControlProps {
  rules: CheckInRules;
  isReadOnly: boolean;
  onChange: (some: Partial<CheckInRules>) => void;
}
type Names<T> = { [K in keyof CheckInRules]: CheckInRules[K] extends T ? K : never }[keyof CheckInRules];

/** One line of the settings. */
export interface RuleLine {
  title: string;
  /** The rules that it sets. */
  names: readonly (keyof CheckInRules)[];
  control: (props: ControlProps) => ReactNode;
  /** The rules of this line in few words, for what the authority above has. */
  words: (rules: CheckInRules) => string;
}

const toggle = (name: Names<boolean>, title: string, sentence: string): RuleLine => ({
  title,
  names: [name],
  control: ({ rules, isReadOnly, onChange }) => (
    <>
      <Switch
        checked={rules[name]}
        disabled={isReadOnly}
        aria-label={title}
        onChange={(isOn) => onChange({ [name]: isOn })}
      />
      <span>{sentence}</span>
    </>
  ),
  words: (rules) => (rules[name] ? '是' : '否'),
});

interface NumberProps extends ControlProps {
  name: Names<number>;
  label: string;
  max: number;
  suffix: string;
}

function RuleNumber({ name, label, max, suffix, rules, isReadOnly, onChange }: NumberProps) {
  return (
    <InputNumber<number>
      aria-label={label}
      value={rules[name]}
      min={0}
      max={max}
      precision={0}
      suffix={suffix}
      disabled={isReadOnly}
      onChange={(value) => value !== null && onChange({ [name]: value })}
    />
  );
}

/** The rules in the order in which a learner meets them, each as a sentence with its control. */
export const RULE_LINES: readonly RuleLine[] = [
  {
    title: '二维码更新',
    names: ['qrPeriodSeconds'],
    control: ({ rules, isReadOnly, onChange }) => (
      <>
        <span>会场二维码每</span>
        <Select
          aria-label="二维码更新时间"
          value={rules.qrPeriodSeconds}
          disabled={isReadOnly}
          options={[...new Set([...QR_PERIODS, rules.qrPeriodSeconds])].map((seconds) => ({
            value: seconds,
            label: showPeriod(seconds),
          }))}
          onChange={(qrPeriodSeconds) => onChange({ qrPeriodSeconds })}
        />
        <span>更新一次</span>
      </>
    ),
    words: ({ qrPeriodSeconds }) => showPeriod(qrPeriodSeconds),
  },
  toggle('isFirstCourseOnly', '只用第一门课程', '全程使用第一门课程的二维码考勤，其他课程不另设码'),
  toggle('isDepartureRequired', '签到和撤离', '离开时还须扫描撤离二维码，签到和撤离缺一不可'),
  {
    title: '签到时间',
    names: ['signInBefore', 'signInFor'],
    control: (props) => (
      <>
        <span>每个时段开始前</span>
        <RuleNumber {...props} name="signInBefore" label="签到提前几分钟" max={240} suffix="分钟" />
        <span>起，开始后</span>
        <RuleNumber {...props} name="signInFor" label="签到到开始后几分钟" max={1440} suffix="分钟" />
        <span>止（0：到时段结束）</span>
      </>
    ),
    words: signInWords,
  },
  {
    title: '撤离时间',
    names: ['departureBefore', 'departureFor'],
    control: (props) => (
      <>
        <span>每个时段结束前</span>
        <RuleNumber {...props} name="departureBefore" label="撤离从结束前几分钟" max={1440} suffix="分钟" />
        <span>起（0：全程），结束后</span>
        <RuleNumber {...props} name="departureFor" label="撤离到结束后几分钟" max={240} suffix="分钟" />
        <span>止</span>
      </>
    ),
    words: departureWords,
  },
  {
    title: '扫码次数',
    names: ['scansPerHalfDay'],
    control: (props) => (
      <>
        <span>每半天不少于</span>
        <RuleNumber {...props} name="scansPerHalfDay" label="每半天扫码次数" max={6} suffix="次" />
        <span>扫码（0：不要求）</span>
      </>
    ),
    words: ({ scansPerHalfDay }) => (scansPerHalfDay > 0 ? `每半天${scansPerHalfDay}次` : '不要求次数'),
  },
  {
    title: '核对位置',
    names: ['placeMetres'],
    control: (props) => (
      <>
        <span>在会场</span>
        <RuleNumber {...props} name="placeMetres" label="距会场多少米" max={20_000} suffix="米" />
        <span>以内立即生效，较远的由管理员确认（0：不核对）</span>
      </>
    ),
    words: ({ placeMetres }) => (placeMetres > 0 ? `${placeMetres}米以内` : '不核对'),
  },
  toggle('isKeptUntilApproved', '未审核的先保留', '注册还没有审核通过的可以先扫码，单位审核通过后自动生效'),
  toggle('hasWalkInForm', '现场登记表', '没有账号的可以填写现场登记表签到'),
  toggle('isFaceRequired', '人脸核身', '扫码后须通过微信人脸核身才算签到'),
];
