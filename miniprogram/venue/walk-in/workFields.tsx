import { codesOf, EDUCATION_LEVELS, TITLES } from '@common/terms';
import { useState } from 'react';
import { Chips } from '@/components/chips/chips';
import { Field } from '@/components/field/field';
import { SelectField } from '@/components/field/selectField';
import { TextField } from '@/components/field/textField';
import { TitleSheet } from '@/components/title-sheet/titleSheet';
import type { WalkIn } from './useWalkIn';

const GRASSROOTS = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
] as const;
const LEVELS = codesOf(EDUCATION_LEVELS).map((value) => ({ value, label: EDUCATION_LEVELS[value] }));
const TEXTS = [
  { field: 'unitName', label: '单位', placeholder: '单位全称', maxLength: 60 },
  { field: 'department', label: '科室', placeholder: '如 心内科', maxLength: 40 },
  { field: 'unitPlace', label: '单位所在地', placeholder: '如 江苏省苏州市', maxLength: 60 },
] as const;

/** 单位 to 学历. */
export function WorkFields({ walkIn }: { walkIn: WalkIn }) {
  const { answers, faults, change, check } = walkIn;
  const [isChoosing, setChoosing] = useState(false);
  return (
    <>
      {TEXTS.map(({ field, label, placeholder, maxLength }) => (
        <TextField
          key={field}
          id={`field-${field}`}
          required
          {...{ label, placeholder, maxLength }}
          value={answers[field]}
          onChange={(text) => change({ [field]: text })}
          onBlur={() => check(field)}
          error={faults[field]}
        />
      ))}
      <Field id="field-isGrassroots" label="是否来自基层" required error={faults.isGrassroots}>
        <Chips
          options={GRASSROOTS}
          value={answers.isGrassroots === null ? null : answers.isGrassroots ? 'yes' : 'no'}
          onChange={(value) => change({ isGrassroots: value === 'yes' })}
        />
      </Field>
      <SelectField
        id="field-title"
        label="职称"
        required
        value={answers.title ? TITLES[answers.title] : ''}
        placeholder="选择职称"
        onOpen={() => setChoosing(true)}
        error={faults.title}
      />
      <TitleSheet
        isOpen={isChoosing}
        value={answers.title ?? ''}
        onClose={() => setChoosing(false)}
        onChoose={(title) => {
          change({ title });
          setChoosing(false);
        }}
      />
      <TextField
        id="field-post"
        label="职务"
        value={answers.post}
        onChange={(post) => change({ post })}
        maxLength={40}
        placeholder="如 科主任"
        error={faults.post}
      />
      <Field id="field-education" label="学历" error={faults.education}>
        <Chips options={LEVELS} value={answers.education} onChange={(education) => change({ education })} />
      </Field>
    </>
  );
}
