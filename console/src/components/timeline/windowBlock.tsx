import { formatDay } from '@common/rules/shanghaiTime';
import type { KeyboardEvent, PointerEvent } from 'react';
import { clockRange } from './clockRange';
import { movedTo, resized, type Span, STEP, shownIn, xOf } from './geometry';
import type { Editing, TimelineWindow } from './timelineTypes';
import type { Grip } from './useDrag';

/** So wide is what one takes hold of at an end. */
const HANDLE = 10;
const LABEL_HEIGHT = 20;
/** Of a digit and of a Chinese letter at 12 pixels; and of the window's number with the room around. */
const DIGIT = 7;
const LETTER = 12;
const NUMBER_WIDTH = 26;
const NOTE_LETTER = 9;

/** How wide a window's label is: one over midnight says so, and is longer. */
export function labelWidth({ note, ...span }: TimelineWindow): number {
  const times = [...clockRange(span)].reduce((sum, sign) => sum + (sign > '\u2e80' ? LETTER : DIGIT), 0);
  return NUMBER_WIDTH + times + (note ? note.length * NOTE_LETTER + 8 : 0);
}

interface Props {
  window: TimelineWindow;
  /** 1 for the first. */
  number: number;
  lane: Span;
  width: number;
  /** Where the labels and the bars begin, and where the bars end. */
  labelTop: number;
  top: number;
  bottom: number;
  isActive: boolean;
  editing?: Editing;
  onActive: (key: string | null) => void;
  onGrip: (event: PointerEvent<Element>, grip: Grip) => void;
}

/** One window as a translucent block with its number and times; to be dragged, or moved by the arrow keys. */
export function WindowBlock(props: Props) {
  const { window, number, lane, width, labelTop, top, bottom, isActive, editing, onActive, onGrip } = props;
  const part = shownIn(lane, window);
  if (!part) {
    return null;
  }
  const { key } = window;
  const span: Span = { from: window.from, to: window.to };
  const left = xOf(part.from, lane, width);
  const right = xOf(part.to, lane, width);
  const wide = labelWidth(window);
  const labelLeft = Math.max(0, Math.min(left, width - wide));
  const hold = (kind: 'move' | 'from' | 'to') => (event: PointerEvent<Element>) =>
    onGrip(event, { kind, key, span });
  const content = (
    <>
      <rect className="timeline__block" x={left} y={top} width={right - left} height={bottom - top} rx={3} />
      <line className="timeline__stem" x1={left} x2={left} y1={labelTop + LABEL_HEIGHT} y2={top} />
      <rect
        className="timeline__label"
        x={labelLeft}
        y={labelTop}
        width={wide - 4}
        height={LABEL_HEIGHT}
        rx={5}
      />
      <text className="timeline__label-text" x={labelLeft + 7} y={labelTop + 14}>
        <tspan className="timeline__number">{number}</tspan>
        <tspan dx={6}>{clockRange(span)}</tspan>
        {window.note && <tspan dx={6}>{window.note}</tspan>}
      </text>
    </>
  );
  const name = `第${number}个刷卡周期`;
  const words = `${formatDay(window.from)} ${clockRange(span)}${window.note ? `，${window.note}` : ''}`;
  if (!editing) {
    return (
      <g className="timeline__window">
        <title>{`${name}，${words}`}</title>
        {content}
      </g>
    );
  }
  const press = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (by) {
      event.preventDefault();
      editing.onChange(
        key,
        event.shiftKey ? resized(span, 'to', span.to + by) : movedTo(span, span.from + by, lane),
      );
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      editing.onRemove(key);
    }
  };
  return (
    <g
      className={`timeline__window timeline__window--held${isActive ? ' timeline__window--active' : ''}`}
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={lane.from}
      aria-valuemax={lane.to}
      aria-valuenow={window.from}
      aria-valuetext={words}
      onKeyDown={press}
      onFocus={() => onActive(key)}
      onBlur={() => onActive(null)}
      onPointerEnter={() => onActive(key)}
      onPointerLeave={() => onActive(null)}
      onPointerDown={hold('move')}
    >
      {content}
      {part.from === window.from && (
        <rect
          className="timeline__handle"
          data-end="from"
          x={left - HANDLE / 2}
          y={top}
          width={HANDLE}
          height={bottom - top}
          onPointerDown={hold('from')}
        />
      )}
      {part.to === window.to && (
        <rect
          className="timeline__handle"
          data-end="to"
          x={right - HANDLE / 2}
          y={top}
          width={HANDLE}
          height={bottom - top}
          onPointerDown={hold('to')}
        />
      )}
    </g>
  );
}
