import { Input, Select } from 'antd';
import { Field } from './field';
import { isStarred, type PageProps } from './formPage';
import { TITLE_OPTIONS } from './titleOptions';

/** 3 项目负责人: 技术职务 and 从事专业 are required (manual 001: 第3页). */
export function LeaderPage({ form: { leader }, change, faultOf }: PageProps) {
  const set = (some: Partial<typeof leader>) => change('leader', { ...leader, ...some });
  const field = (name: keyof typeof leader, label: string) => ({
    id: `leader-${name}`,
    label,
    isRequired: isStarred('leader', name),
    fault: faultOf(`leader.${name}`),
  });
  const text = (name: Exclude<keyof typeof leader, 'title'>, most: number, placeholder?: string) => (
    <Input
      id={`leader-${name}`}
      value={leader[name]}
      maxLength={most}
      placeholder={placeholder}
      onChange={(event) => set({ [name]: event.target.value })}
    />
  );
  return (
    <>
      <div className="two-fields">
        <Field {...field('name', '姓名')}>{text('name', 40)}</Field>
        <Field {...field('title', '技术职务')}>
          <Select
            id="leader-title"
            value={leader.title}
            options={TITLE_OPTIONS}
            placeholder="请选择"
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(title) => set({ title })}
          />
        </Field>
        <Field {...field('specialty', '从事专业')}>{text('specialty', 100, '例如：外科护理学')}</Field>
        <Field {...field('phone', '联系电话')}>{text('phone', 20, '手机号或区号-固定电话')}</Field>
        <Field {...field('department', '所在科室')}>{text('department', 100)}</Field>
        <Field {...field('education', '学历学位')}>{text('education', 100)}</Field>
      </div>
      <Field {...field('experience', '工作与教学经历、主要学术成绩')}>
        <Input.TextArea
          id="leader-experience"
          value={leader.experience}
          maxLength={2000}
          showCount
          autoSize={{ minRows: 5, maxRows: 20 }}
          onChange={(event) => set({ experience: event.target.value })}
        />
      </Field>
    </>
  );
}
