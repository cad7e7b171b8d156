import { DatePicker } from 'antd';
import dayjs from 'dayjs';
// Ant Design asks dayjs for the months' names.
import 'dayjs/locale/zh-cn';

interface Props {
  /** `YYYY-MM-DD`, as the API has days. */
  value: string | null;
  label: string;
  placeholder?: string;
  /** Days before this cannot be chosen. */
  from?: string | null;
  onChange: (day: string | null) => void;
}

/** Chooses a day of the calendar. */
export function DayPicker({ value, label, placeholder = '选择日期', from, onChange }: Props) {
  return (
    <DatePicker
      value={value ? dayjs(value) : null}
      aria-label={label}
      placeholder={placeholder}
      format="YYYY-MM-DD"
      style={{ width: '100%' }}
      disabledDate={(day) => Boolean(from) && day.format('YYYY-MM-DD') < String(from)}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : null)}
    />
  );
}
