import { DateField } from '@/components/field/dateField';

/** Both ends belong to it; null leaves an end open. */
export interface DayRange {
  from: string | null;
  to: string | null;
}

/** The calendar year: 1月1日 to 12月31日. */
export const yearRange = (year: number): DayRange => ({ from: `${year}-01-01`, to: `${year}-12-31` });

/** Whether the ends are the right way round. */
export const isRange = ({ from, to }: DayRange): boolean => !from || !to || from <= to;

interface RangeFieldsProps {
  range: DayRange;
  onChange: (range: DayRange) => void;
}

/** 起始日期, 截止日期. */
export function RangeFields({ range, onChange }: RangeFieldsProps) {
  return (
    <>
      <DateField
        id="field-from"
        label="起始日期"
        placeholder="不限"
        value={range.from}
        onChange={(from) => onChange({ ...range, from })}
      />
      <DateField
        id="field-to"
        label="截止日期"
        placeholder="不限"
        value={range.to}
        error={isRange(range) ? undefined : '截止日期不能早于起始日期，请重新选择'}
        onChange={(to) => onChange({ ...range, to })}
      />
    </>
  );
}
