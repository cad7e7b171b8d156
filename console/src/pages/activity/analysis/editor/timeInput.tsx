import { formatDateTime } from '@common/rules/shanghaiTime';
import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { STEP } from '../../../../components/timeline/geometry';
import { instantOf } from '../../dayAndTime';

interface Props {
  label: string;
  /** Milliseconds. */
  value: number;
  isWrong?: boolean;
  onChange: (ms: number) => void;
  /** It was left. */
  onBlur: () => void;
}

/**
 * A day and a time of it in China as text, for a browser's own field writes them in the browser's language. Half typed it changes
 * nothing, and left so it is what it was; the arrow keys take a step.
 */
export function TimeInput({ label, value, isWrong, onChange, onBlur }: Props) {
  const [text, setText] = useState(formatDateTime(value));
  useEffect(() => setText(formatDateTime(value)), [value]);
  return (
    <Input
      className="analysis-time mono"
      aria-label={label}
      placeholder="2026-07-20 08:00"
      maxLength={16}
      value={text}
      status={isWrong || read(text) === null ? 'error' : undefined}
      onChange={({ target }) => {
        setText(target.value);
        const ms = read(target.value);
        if (ms !== null) {
          onChange(ms);
        }
      }}
      onKeyDown={(event) => {
        const by = { ArrowUp: STEP, ArrowDown: -STEP }[event.key];
        if (by) {
          event.preventDefault();
          onChange(value + by);
        }
      }}
      onBlur={() => {
        setText(formatDateTime(value));
        onBlur();
      }}
    />
  );
}

/** Null while it is no time of this century. */
function read(text: string): number | null {
  const [, day = '', time = ''] =
    /^(20\d\d-\d\d-\d\d) ((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(text.trim().replace('：', ':')) ?? [];
  if (!day) {
    return null;
  }
  try {
    return Date.parse(instantOf(day, time));
  } catch {
    return null;
  }
}
