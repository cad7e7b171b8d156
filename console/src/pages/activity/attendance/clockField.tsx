import { Checkbox, Input } from 'antd';
import { type ReadClock, showTerminalTime, skewOf, skewWords } from '../../terminals/terminalClock';

interface Props {
  /** Null: the machine's clock is right. */
  clock: ReadClock | null;
  onChange: (clock: ReadClock | null) => void;
}

/** 考勤机现在的时间, where its clock is wrong: all its swipes are then put right by the difference. */
export function ClockField({ clock, onChange }: Props) {
  const skew = clock && skewOf(clock);
  return (
    <div className="clock-field">
      <Checkbox
        checked={clock !== null}
        onChange={({ target }) => {
          const now = Date.now();
          onChange(target.checked ? { text: showTerminalTime(now), at: now } : null);
        }}
      >
        考勤机的时钟不准
      </Checkbox>
      {clock && (
        <>
          <Input
            aria-label="考勤机现在的时间"
            className="mono"
            value={clock.text}
            status={skew === null ? 'error' : undefined}
            onChange={({ target }) => onChange({ text: target.value, at: Date.now() })}
          />
          <p className="field-note">{noteOf(skew)}</p>
        </>
      )}
    </div>
  );
}

function noteOf(skew: number | null): string {
  if (skew === null || skewWords(skew) === skewWords(0)) {
    return '照考勤机屏幕填写它现在显示的时间，如 2026-11-21 08:30:05';
  }
  return `考勤机的时钟${skewWords(skew)}，刷卡时间将按此校正`;
}
