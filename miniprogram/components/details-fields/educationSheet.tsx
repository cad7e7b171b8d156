import { dayOf } from '@common/rules/shanghaiTime';
import { EDUCATION_LEVELS, type EducationLevel } from '@common/terms';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Chips } from '@/components/chips/chips';
import { DateField } from '@/components/field/dateField';
import { Field } from '@/components/field/field';
import { TextField } from '@/components/field/textField';
import { Sheet } from '@/components/sheet/sheet';
import { checkEducation, type EducationForm } from '@/services/educationForm';

const LEVELS = (Object.keys(EDUCATION_LEVELS) as EducationLevel[]).map((value) => ({
  value,
  label: EDUCATION_LEVELS[value],
}));

interface EducationSheetProps {
  isOpen: boolean;
  start: EducationForm;
  onClose: () => void;
  onSave: (form: EducationForm) => void;
  /** Only where it is in the list already. */
  onRemove?: () => void;
}

/** One line of 教育经历. */
export function EducationSheet(props: EducationSheetProps) {
  return (
    <Sheet
      isOpen={props.isOpen}
      title={props.onRemove ? '修改教育经历' : '添加教育经历'}
      onClose={props.onClose}
    >
      <EducationEditor {...props} />
    </Sheet>
  );
}

function EducationEditor({ start, onSave, onRemove }: EducationSheetProps) {
  const [form, setForm] = useState(start);
  const [errors, setErrors] = useState<ReturnType<typeof checkEducation>>({});
  const change = (part: Partial<EducationForm>) => {
    setForm({ ...form, ...part });
    setErrors({});
  };
  const save = () => {
    const found = checkEducation(form);
    setErrors(found);
    if (Object.keys(found).length === 0) {
      onSave(form);
    }
  };
  const thisMonth = dayOf(Date.now()).slice(0, 7);
  return (
    <View>
      <TextField
        id="field-school"
        label="学校"
        required
        value={form.school}
        onChange={(school) => change({ school })}
        placeholder="毕业证书上的学校名称"
        error={errors.school}
      />
      <Field label="学历" required error={errors.level}>
        <Chips options={LEVELS} value={form.level || null} onChange={(level) => change({ level })} />
      </Field>
      <TextField
        id="field-major"
        label="专业"
        value={form.major}
        onChange={(major) => change({ major })}
        placeholder="如 临床医学"
      />
      <DateField
        id="field-from"
        label="入学时间"
        unit="month"
        value={form.from}
        onChange={(from) => change({ from })}
        placeholder="选择年月"
        end={thisMonth}
      />
      <DateField
        id="field-to"
        label="毕业时间"
        unit="month"
        value={form.to}
        onChange={(to) => change({ to })}
        placeholder="选择年月，在读可不填"
        error={errors.to}
      />
      <Button id="education-save" onPress={save}>
        确定
      </Button>
      {onRemove ? (
        <View className="gap-s">
          <Button id="education-remove" kind="danger" size="small" onPress={onRemove}>
            删除这条经历
          </Button>
        </View>
      ) : null}
    </View>
  );
}
