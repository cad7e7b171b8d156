import { formatDay, startOfDay } from '@common/rules/shanghaiTime';
import { Button } from 'antd';
import { useState } from 'react';
import { Icon } from '../../components/icon';
import { monthAfter, monthGrid } from './monthGrid';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

interface Props {
  /** The month that is shown first, `YYYY-MM`. */
  month: string;
  /** Days before this cannot be chosen, `YYYY-MM-DD`. */
  today: string;
  /** The days that have periods already. */
  held: ReadonlySet<string>;
  chosen: readonly string[];
  onChoose: (days: string[]) => void;
}

/** A small calendar: days are chosen by clicking them, several at once; those with periods are marked. */
export function PeriodCalendar({ month: first, today, held, chosen, onChoose }: Props) {
  const [month, setMonth] = useState(first);
  const { label, blanks, days } = monthGrid(month);
  const toggle = (day: string) =>
    onChoose(chosen.includes(day) ? chosen.filter((one) => one !== day) : [...chosen, day].sort());
  return (
    <div className="calendar">
      <div className="calendar__head">
        <Button
          type="text"
          aria-label="上个月"
          icon={<Icon name="back" size={16} />}
          disabled={month <= today.slice(0, 7)}
          onClick={() => setMonth(monthAfter(month, -1))}
        />
        <b>{label}</b>
        <Button
          type="text"
          aria-label="下个月"
          icon={<Icon name="forward" size={16} />}
          onClick={() => setMonth(monthAfter(month, 1))}
        />
      </div>
      <div className="calendar__grid">
        {WEEKDAYS.map((name) => (
          <span key={name} className="calendar__weekday">
            {name}
          </span>
        ))}
        {days.map((day, index) => (
          <button
            key={day}
            type="button"
            className={`calendar__day${held.has(day) ? ' calendar__day--held' : ''}`}
            style={index === 0 ? { gridColumnStart: blanks + 1 } : undefined}
            disabled={day < today}
            aria-pressed={chosen.includes(day)}
            aria-label={`${formatDay(startOfDay(day))}${held.has(day) ? '，已有举办周期' : ''}`}
            onClick={() => toggle(day)}
          >
            {index + 1}
          </button>
        ))}
      </div>
      <p className="calendar__legend">
        <i /> 已有举办周期
      </p>
    </div>
  );
}
