import { InputNumber } from 'antd';

const MINUTES = 60;

interface Props {
  id: string;
  label: string;
  /** Minutes; 0 shows an empty field. */
  value: number;
  hasFault?: boolean;
  onChange: (minutes: number) => void;
}

/** Hours as people write them, 1.5, kept as minutes. */
export function HoursInput({ id, label, value, hasFault, onChange }: Props) {
  return (
    <InputNumber
      id={id}
      className="hours-input"
      aria-label={label}
      value={value === 0 ? null : Math.round((value * 100) / MINUTES) / 100}
      min={0}
      max={1000}
      step={0.5}
      formatter={(hours) => String(hours ?? '')}
      suffix="学时"
      status={hasFault ? 'error' : undefined}
      onChange={(hours) => onChange(Math.round((hours ?? 0) * MINUTES))}
    />
  );
}
