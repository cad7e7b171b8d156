import { dayOf } from '@common/rules/shanghaiTime';
import { DateField } from '@/components/field/dateField';
import { TextField } from '@/components/field/textField';
import type { DetailsEditor } from '@/services/profileDetails';

/** 工作信息 beside unit, department and title. */
export function WorkFields({ details, errors, changeDetails }: DetailsEditor) {
  const today = dayOf(Date.now());
  return (
    <>
      <DateField
        id="field-titleSince"
        label="职称取得时间"
        value={details.titleSince}
        onChange={(titleSince) => changeDetails({ titleSince })}
        placeholder="选择日期"
        end={today}
        error={errors.titleSince}
      />
      <TextField
        id="field-position"
        label="职务"
        value={details.position}
        onChange={(position) => changeDetails({ position })}
        placeholder="如 护士长"
        maxLength={40}
        error={errors.position}
      />
      <DateField
        id="field-workStartedOn"
        label="参加工作时间"
        value={details.workStartedOn}
        onChange={(workStartedOn) => changeDetails({ workStartedOn })}
        placeholder="选择日期"
        end={today}
        error={errors.workStartedOn}
      />
    </>
  );
}
