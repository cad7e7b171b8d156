import { codesOf, SEXES } from '@common/terms';
import { Chips } from '@/components/chips/chips';
import { Field } from '@/components/field/field';
import { TextField } from '@/components/field/textField';
import type { WalkIn } from './useWalkIn';

const SEX_OPTIONS = codesOf(SEXES).map((value) => ({ value, label: SEXES[value] }));

/** 身份证号码, 姓名, and what follows from the number. */
export function BearerFields({ walkIn }: { walkIn: WalkIn }) {
  const { answers, faults, change, check } = walkIn;
  return (
    <>
      <TextField
        id="field-idNo"
        label="身份证号码"
        required
        type="idcard"
        maxLength={24}
        value={answers.idNo}
        onChange={(idNo) => change({ idNo })}
        onBlur={() => check('idNo')}
        placeholder="18位，最后一位可以是X"
        hint="填写后自动填入性别和年龄"
        error={faults.idNo}
      />
      <TextField
        id="field-name"
        label="姓名"
        required
        value={answers.name}
        onChange={(name) => change({ name })}
        onBlur={() => check('name')}
        placeholder="与身份证一致"
        error={faults.name}
      />
      <Field id="field-sex" label="性别" required error={faults.sex}>
        <Chips options={SEX_OPTIONS} value={answers.sex} onChange={(sex) => change({ sex })} />
      </Field>
      <TextField
        id="field-age"
        label="年龄"
        required
        type="number"
        maxLength={3}
        value={answers.age === null ? '' : String(answers.age)}
        onChange={(text) => change({ age: /^\d{1,3}$/.test(text) ? Number(text) : null })}
        onBlur={() => check('age')}
        placeholder="周岁"
        error={faults.age}
      />
      <TextField
        id="field-phone"
        label="手机号"
        required
        type="tel"
        maxLength={20}
        value={answers.phone}
        onChange={(phone) => change({ phone })}
        onBlur={() => check('phone')}
        placeholder="离场时用手机号确认"
        error={faults.phone}
      />
    </>
  );
}
