import type { Span } from './geometry';

/** Swipes that began within some minutes of a time (ms). */
export interface Bar {
  at: number;
  in: number;
  out: number;
}

/** A 刷卡周期 on the timeline. */
export interface TimelineWindow extends Span {
  key: string;
  /** After its times: `42人`. */
  note?: string;
}

/** What can be done to the windows. */
export interface Editing {
  onDraw: (span: Span) => void;
  onChange: (key: string, span: Span) => void;
  onRemove: (key: string) => void;
}
