import { DISCIPLINE_GROUPS } from '@common/disciplines';
import { codesOf, PROJECT_FORMS } from '@common/terms';
import { Cascader, Input, InputNumber, Radio } from 'antd';
import { DayPicker } from '../../components/dayPicker';
import { showCredits } from '../../format';
import { Field } from './field';
import { isStarred, type PageProps } from './formPage';
import { HoursInput } from './hoursInput';

const DISCIPLINES = DISCIPLINE_GROUPS.map(({ code, name, disciplines }) => ({
  value: code,
  label: name,
  children: disciplines.map((discipline) => ({ value: discipline.code, label: discipline.name })),
}));

interface Props extends PageProps {
  /** What the hours come to by the standard in force, once they are saved; hundredths. */
  credits: number | null;
}

/** 1 基本信息. */
export function BasicsPage({ form: { basics }, change, faultOf, credits }: Props) {
  const set = (some: Partial<typeof basics>) => change('basics', { ...basics, ...some });
  const field = (name: keyof typeof basics, label: string) => ({
    id: `basics-${name}`,
    label,
    isRequired: isStarred('basics', name) && !(name === 'place' && basics.form === 'remote'),
    fault: faultOf(`basics.${name}`),
  });
  return (
    <>
      <Field {...field('name', '项目名称')}>
        <Input
          id="basics-name"
          value={basics.name}
          maxLength={200}
          placeholder="例如：加速康复外科护理新进展学习班"
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      <div className="two-fields">
        <Field {...field('discipline', '所属学科（二级学科/三级学科）')}>
          <Cascader
            id="basics-discipline"
            options={DISCIPLINES}
            value={basics.discipline ? [basics.discipline.slice(0, 2), basics.discipline] : []}
            placeholder="选择，或输入学科名称查找"
            showSearch
            onChange={(path) => set({ discipline: path?.[1] ? String(path[1]) : '' })}
          />
        </Field>
        <Field {...field('form', '举办方式')}>
          <Radio.Group
            id="basics-form"
            value={basics.form}
            options={codesOf(PROJECT_FORMS).map((value) => ({ value, label: PROJECT_FORMS[value] }))}
            onChange={(event) => set({ form: event.target.value })}
          />
        </Field>
        <Field {...field('from', '举办开始日期')}>
          <DayPicker value={basics.from} label="举办开始日期" onChange={(from) => set({ from })} />
        </Field>
        <Field {...field('to', '举办结束日期')}>
          <DayPicker
            value={basics.to}
            label="举办结束日期"
            from={basics.from}
            onChange={(to) => set({ to })}
          />
        </Field>
      </div>
      <Field {...field('place', '举办地点')}>
        <Input
          id="basics-place"
          value={basics.place}
          maxLength={200}
          placeholder={basics.form === 'remote' ? '远程举办可不填' : '例如：漯河市，门诊楼六楼学术报告厅'}
          onChange={(event) => set({ place: event.target.value })}
        />
      </Field>
      <div className="four-fields">
        <Field {...field('terms', '期数')}>
          <InputNumber
            id="basics-terms"
            value={basics.terms}
            min={1}
            max={99}
            precision={0}
            suffix="期"
            onChange={(terms) => set({ terms: terms ?? 1 })}
          />
        </Field>
        <Field {...field('persons', '拟招生人数')}>
          <InputNumber
            id="basics-persons"
            value={basics.persons || null}
            min={0}
            max={100_000}
            precision={0}
            suffix="人"
            onChange={(persons) => set({ persons: persons ?? 0 })}
          />
        </Field>
        <Field
          {...field('minutes', '总学时')}
          extra={credits !== null && credits > 0 ? `按现行标准折合${showCredits(credits)}` : undefined}
        >
          <HoursInput
            id="basics-minutes"
            label="总学时"
            value={basics.minutes}
            onChange={(minutes) => set({ minutes })}
          />
        </Field>
      </div>
      <Field {...field('audience', '教学对象')}>
        <Input
          id="basics-audience"
          value={basics.audience}
          maxLength={200}
          placeholder="例如：各级医疗机构外科护理人员"
          onChange={(event) => set({ audience: event.target.value })}
        />
      </Field>
    </>
  );
}
