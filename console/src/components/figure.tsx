import type { ReactNode } from 'react';
import { showCount } from '../format';
import type { Tone } from './statusTag';

interface Props {
  label: string;
  value: number | string;
  unit?: string;
  note?: ReactNode;
  tone?: Tone;
}

/** A number with its name. */
export function Figure({ label, value, unit, note, tone }: Props) {
  return (
    <div className={`figure${tone ? ` figure--${tone}` : ''}`}>
      <span className="figure__label">{label}</span>
      <span className="figure__value">
        {typeof value === 'number' ? showCount(value) : value}
        {unit && <small>{unit}</small>}
      </span>
      {note && <span className="figure__note">{note}</span>}
    </div>
  );
}
