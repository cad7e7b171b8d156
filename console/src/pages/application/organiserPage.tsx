import { Input } from 'antd';
import { useMe } from '../../api/session';
import { Field } from './field';
import { isStarred, type PageProps } from './formPage';

/** 5 举办单位与联系人. The unit is the account's own. */
export function OrganiserPage({ form: { organiser }, change, faultOf }: PageProps) {
  const { unit } = useMe();
  const set = (some: Partial<typeof organiser>) => change('organiser', { ...organiser, ...some });
  const field = (name: keyof typeof organiser, label: string, most: number, placeholder?: string) => (
    <Field
      id={`organiser-${name}`}
      label={label}
      isRequired={isStarred('organiser', name)}
      fault={faultOf(`organiser.${name}`)}
    >
      <Input
        id={`organiser-${name}`}
        value={organiser[name]}
        maxLength={most}
        placeholder={placeholder}
        onChange={(event) => set({ [name]: event.target.value })}
      />
    </Field>
  );
  return (
    <>
      <Field id="organiser-unit" label="举办单位">
        <Input id="organiser-unit" value={unit?.name} disabled />
      </Field>
      <div className="two-fields">
        {field('contact', '联系人', 40)}
        {field('phone', '联系电话', 20, '手机号或区号-固定电话')}
        {field('address', '通讯地址', 200)}
        {field('email', '电子邮箱', 100)}
      </div>
      {field('partners', '联合举办单位', 500, '没有可不填')}
      <Field id="organiser-remark" label="备注" fault={faultOf('organiser.remark')}>
        <Input.TextArea
          id="organiser-remark"
          value={organiser.remark}
          maxLength={1000}
          showCount
          autoSize={{ minRows: 3, maxRows: 12 }}
          onChange={(event) => set({ remark: event.target.value })}
        />
      </Field>
    </>
  );
}
