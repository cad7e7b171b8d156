import { Input } from 'antd';
import { Field } from '../application/field';
import { isStarred, type PageProps } from './reportPages';

const FIELDS = [
  {
    name: 'effect',
    label: '培训效果',
    rows: 6,
    placeholder: '学员掌握了什么、考核与评价的结果、对本单位和基层工作的作用',
  },
  { name: 'problems', label: '存在的问题', rows: 4, placeholder: '没有请填“无”' },
  { name: 'advice', label: '改进措施与建议', rows: 4, placeholder: '' },
] as const;

/** 2 总结. */
export function SummaryPage({ form: { summary }, change, faultOf }: PageProps) {
  return FIELDS.map(({ name, label, rows, placeholder }) => (
    <Field
      key={name}
      id={`summary-${name}`}
      label={label}
      isRequired={isStarred(`summary.${name}`)}
      fault={faultOf(`summary.${name}`)}
    >
      <Input.TextArea
        id={`summary-${name}`}
        value={summary[name]}
        maxLength={2000}
        showCount
        placeholder={placeholder}
        autoSize={{ minRows: rows, maxRows: 20 }}
        onChange={(event) => change('summary', { ...summary, [name]: event.target.value })}
      />
    </Field>
  ));
}
