import { TITLES } from '@common/terms';
import { useState } from 'react';
import { WorkFields } from '@/components/details-fields/workFields';
import { SelectField } from '@/components/field/selectField';
import { Notice } from '@/components/notice/notice';
import { TitleSheet } from '@/components/title-sheet/titleSheet';
import { UnitSheet } from '@/components/unit-sheet/unitSheet';
import type { DetailsEditor } from '@/services/profileDetails';
import type { RegisterForm } from '@/services/registerForm';
import { DepartmentField } from './departmentField';
import type { Register } from './useRegister';

function unitWords({ unit, unitRequest }: RegisterForm): { value: string; detail: string | undefined } {
  return unit
    ? { value: unit.name, detail: unit.regionName }
    : {
        value: unitRequest?.name ?? '',
        detail: unitRequest ? `申请新增 · ${unitRequest.regionName}` : undefined,
      };
}

/** 工作信息. */
export function WorkPage({ register, editor }: { register: Register; editor: DetailsEditor }) {
  const { form, errors, change } = register;
  const [sheet, setSheet] = useState<'unit' | 'title' | null>(null);
  const close = () => setSheet(null);
  return (
    <>
      <SelectField
        id="field-unit"
        label="当前单位"
        required
        {...unitWords(form)}
        placeholder="选择现在工作的单位"
        onOpen={() => setSheet('unit')}
        error={errors.unit}
      />
      {form.unitRequest ? (
        <Notice tone="waiting" id="unit-requested">
          提交后由该区县的卫生健康行政部门新增单位，然后自动提交单位审核。
        </Notice>
      ) : null}
      <DepartmentField
        key={form.unit?.id}
        unitId={form.unit?.id}
        value={form.department}
        onChange={(department) => change({ department }, 'department')}
        error={errors.department}
      />
      <SelectField
        id="field-title"
        label="职称"
        required
        value={form.title ? TITLES[form.title] : ''}
        placeholder="选择现有职称"
        onOpen={() => setSheet('title')}
        error={errors.title}
      />
      <WorkFields {...editor} />
      <UnitSheet
        isOpen={sheet === 'unit'}
        regions={form.regions}
        onRegions={(regions) => change({ regions })}
        onClose={close}
        onChoose={(unit) => {
          change({ unit, unitRequest: null }, 'unit');
          close();
        }}
        onRequest={(unitRequest) => {
          change({ unitRequest, unit: null }, 'unit');
          close();
        }}
      />
      <TitleSheet
        isOpen={sheet === 'title'}
        value={form.title}
        onClose={close}
        onChoose={(title) => {
          change({ title }, 'title');
          close();
        }}
      />
    </>
  );
}
