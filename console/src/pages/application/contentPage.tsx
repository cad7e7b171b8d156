import { Input } from 'antd';
import { Field } from './field';
import { isStarred, type PageProps } from './formPage';

const FIELDS = [
  { name: 'purpose', label: '目的意义', most: 2000, rows: 4 },
  { name: 'outline', label: '主要内容', most: 4000, rows: 7 },
  { name: 'background', label: '国内外进展', most: 2000, rows: 4 },
  { name: 'effect', label: '预期效果', most: 2000, rows: 4 },
] as const;

/** 2 项目简介. */
export function ContentPage({ form: { content }, change, faultOf }: PageProps) {
  return FIELDS.map(({ name, label, most, rows }) => (
    <Field
      key={name}
      id={`content-${name}`}
      label={label}
      isRequired={isStarred('content', name)}
      fault={faultOf(`content.${name}`)}
    >
      <Input.TextArea
        id={`content-${name}`}
        value={content[name]}
        maxLength={most}
        showCount
        autoSize={{ minRows: rows, maxRows: 20 }}
        onChange={(event) => change('content', { ...content, [name]: event.target.value })}
      />
    </Field>
  ));
}
