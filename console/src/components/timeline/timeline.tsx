import { useState } from 'react';
import { daysOf, hoursOf, type Span } from './geometry';
import { Lane } from './lane';
import type { Bar, Editing, TimelineWindow } from './timelineTypes';
import { useWidth } from './useWidth';
import './timeline.css';

/** Until it was measured. */
const WIDTH = 960;

interface Props {
  /** `YYYY-MM-DD`, in order; a window on another day adds it. */
  days: readonly string[];
  bars: readonly Bar[];
  barMinutes: number;
  periods: readonly Span[];
  windows: readonly TimelineWindow[];
  /** Without it the windows are only shown. */
  editing?: Editing;
}

/** 考勤时间轴: a lane a day with its swipes, the holding periods, and the 刷卡周期, which are drawn on it. */
export function Timeline({ days, bars, barMinutes, periods, windows, editing }: Props) {
  const [place, width] = useWidth<HTMLDivElement>(WIDTH);
  const [active, setActive] = useState<string | null>(null);
  const shown = [...new Set([...days, ...windows.flatMap(daysOf)])].sort();
  const ofBars = bars.map(({ at }) => ({ from: at, to: at + barMinutes * 60_000 }));
  const axis = { ...hoursOf([...ofBars, ...periods, ...windows]), width };
  const most = bars.reduce((max, bar) => Math.max(max, bar.in + bar.out), 1);
  return (
    <div className="timeline">
      <ul className="timeline__legend">
        <li>
          <i className="timeline__key timeline__key--in" />
          签到
        </li>
        <li>
          <i className="timeline__key timeline__key--out" />
          撤离
        </li>
        <li>
          <i className="timeline__key timeline__key--period" />
          举办周期
        </li>
        <li>
          <i className="timeline__key timeline__key--window" />
          刷卡周期
        </li>
        {bars.length > 0 && (
          <li className="faint">
            每柱{barMinutes}分钟，最高{most}人次
          </li>
        )}
      </ul>
      <div className={`timeline__lanes${shown.length > 3 ? ' timeline__lanes--many' : ''}`}>
        {/* The lanes are as wide as what they stand in without its scroll bar. */}
        <div ref={place}>
          {shown.map((day) => (
            <Lane
              key={day}
              day={day}
              axis={axis}
              bars={bars}
              barMinutes={barMinutes}
              most={most}
              periods={periods}
              windows={windows}
              editing={editing}
              active={active}
              onActive={setActive}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
