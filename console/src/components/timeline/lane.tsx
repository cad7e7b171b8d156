import { formatDay, startOfDay } from '@common/rules/shanghaiTime';
import { clockRange } from './clockRange';
import { type Axis, laneOf, linesOf, type Span, shownIn, ticksOf, xOf } from './geometry';
import type { Bar, Editing, TimelineWindow } from './timelineTypes';
import { useDrag } from './useDrag';
import { labelWidth, WindowBlock } from './windowBlock';

const LINE = 24;
const PLOT = 104;
const FOOT = 24;
const DRAWN = 'drawn';

interface Props {
  day: string;
  axis: Axis;
  bars: readonly Bar[];
  barMinutes: number;
  /** So many swipes are a bar over the whole height. */
  most: number;
  periods: readonly Span[];
  windows: readonly TimelineWindow[];
  editing?: Editing;
  active: string | null;
  onActive: (key: string | null) => void;
}

/** One day: its swipes as bars over the hours, the holding periods behind, the windows before them. */
export function Lane({
  day,
  axis,
  bars,
  barMinutes,
  most,
  periods,
  windows,
  editing,
  active,
  onActive,
}: Props) {
  const { width } = axis;
  const lane = laneOf(day, axis);
  const { dragged, begin } = useDrag(lane, width, editing);
  const moved = windows.map((window) =>
    dragged && dragged.key === window.key ? { ...window, ...dragged.span, note: undefined } : window,
  );
  const shown = [...moved, ...(dragged?.key === null ? [{ key: DRAWN, ...dragged.span }] : [])]
    .map((window, index) => ({ window, number: index + 1 }))
    .filter(({ window }) => shownIn(lane, window) !== null);
  const lines = linesOf(
    shown.map(({ window }) => {
      const wide = labelWidth(window);
      return { x: Math.max(0, Math.min(xOf(window.from, lane, width), width - wide)), width: wide };
    }),
  );
  // Always in the same order: one that is moved past another by its keys would lose the focus if it changed places.
  const placed = shown
    .map((each, index) => ({ ...each, line: lines[index] ?? 0 }))
    .sort((a, b) => (a.window.key < b.window.key ? -1 : 1));
  const top = Math.max(1, ...lines.map((line) => line + 1)) * LINE;
  const bottom = top + PLOT;
  const here = bars.filter(({ at }) => lane.from <= at && at < lane.to);
  const sum = (direction: 'in' | 'out') => here.reduce((all, bar) => all + bar[direction], 0);
  const counts = `签到${sum('in')}人次，撤离${sum('out')}人次`;
  const wide = Math.max(2, (width * barMinutes) / ((axis.toHour - axis.fromHour) * 60) - 1);
  const high = (count: number) => (count === 0 ? 0 : Math.max(2, (count / most) * (PLOT - 6)));
  const name = formatDay(startOfDay(day));
  return (
    <section className="timeline__lane" aria-label={`${name}，${counts}`}>
      <p className="timeline__day">
        <b>{name}</b>
        <span className="faint">{counts}</span>
      </p>
      <svg
        className={`timeline__canvas${editing ? ' timeline__canvas--open' : ''}`}
        width={width}
        height={bottom + FOOT}
        data-day={day}
        role="presentation"
        onPointerDown={(event) => begin(event, { kind: 'draw' })}
      >
        <rect className="timeline__ground" x={0} y={top} width={width} height={PLOT} rx={6} />
        {periods.map((period) => {
          const part = shownIn(lane, period);
          return (
            part && (
              <rect
                key={`${period.from} ${period.to}`}
                className="timeline__period"
                x={xOf(part.from, lane, width)}
                y={top}
                width={xOf(part.to, lane, width) - xOf(part.from, lane, width)}
                height={PLOT}
              >
                <title>{`举办周期 ${clockRange(period)}`}</title>
              </rect>
            )
          );
        })}
        {ticksOf(axis).map((hour) => (
          <Tick key={hour} hour={hour} axis={axis} top={top} bottom={bottom} />
        ))}
        {here.map((bar) => {
          const x = xOf(bar.at, lane, width);
          const into = high(bar.in);
          const out = high(bar.out);
          return (
            <g key={bar.at}>
              <title>{`${clockRange({ from: bar.at, to: bar.at + barMinutes * 60_000 })} 签到${bar.in}人次，撤离${bar.out}人次`}</title>
              <rect className="timeline__in" x={x} y={bottom - into} width={wide} height={into} />
              <rect className="timeline__out" x={x} y={bottom - into - out} width={wide} height={out} />
            </g>
          );
        })}
        {placed.map(({ window, number, line }) => (
          <WindowBlock
            key={window.key}
            window={window}
            number={number}
            lane={lane}
            width={width}
            labelTop={line * LINE}
            top={top}
            bottom={bottom}
            isActive={active === window.key || (dragged !== null && dragged.key === window.key)}
            editing={editing}
            onActive={onActive}
            onGrip={begin}
          />
        ))}
      </svg>
    </section>
  );
}

function Tick({ hour, axis, top, bottom }: { hour: number; axis: Axis; top: number; bottom: number }) {
  const { fromHour, toHour, width } = axis;
  const x = ((hour - fromHour) / (toHour - fromHour)) * width;
  // The first and the last hour stand within.
  const anchor = hour === fromHour ? 'start' : hour === toHour ? 'end' : 'middle';
  return (
    <>
      <line className="timeline__tick" x1={x} x2={x} y1={top} y2={bottom + 4} />
      <text className="timeline__hour" x={x} y={bottom + 18} textAnchor={anchor}>
        {String(hour).padStart(2, '0')}:00
      </text>
    </>
  );
}
