import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { drawn, movedTo, resized, type Span, timeAt } from './geometry';
import type { Editing } from './timelineTypes';

/** So far the pointer may tremble before it means to drag. */
const SLACK = 4;

/** What was taken hold of: an empty place, a window, or one of its ends. */
export type Grip = { kind: 'draw' } | { kind: 'move' | 'from' | 'to'; key: string; span: Span };

/** What is being dragged, as it is to be shown; `key` is null for a window that is being drawn. */
export interface Dragged {
  key: string | null;
  span: Span;
}

/**
 * Drags on one lane. Nothing changes before the pointer is let go; Escape, and a pointer that is lost, leave all as it was.
 * @returns What is dragged now, and what begins a drag.
 */
export function useDrag(lane: Span, width: number, editing: Editing | undefined) {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const giveUp = useRef<() => void>(undefined);
  useEffect(() => () => giveUp.current?.(), []);

  function begin(event: PointerEvent<Element>, grip: Grip): void {
    const canvas = event.currentTarget.closest('svg');
    if (!editing || !canvas || event.button !== 0) {
      return;
    }
    event.stopPropagation();
    giveUp.current?.();
    const { left } = canvas.getBoundingClientRect();
    const { pointerId, clientX: startX } = event;
    const anchor = timeAt(startX - left, lane, width);
    let last: Span | null = null;

    const move = (next: globalThis.PointerEvent) => {
      if (next.pointerId !== pointerId || (last === null && Math.abs(next.clientX - startX) < SLACK)) {
        return;
      }
      last = shapeOf(grip, anchor, timeAt(next.clientX - left, lane, width), lane);
      setDragged({ key: grip.kind === 'draw' ? null : grip.key, span: last });
    };
    const finish = (next: globalThis.PointerEvent) => {
      if (next.pointerId !== pointerId) {
        return;
      }
      const span = last;
      stop();
      if (span && grip.kind === 'draw') {
        editing.onDraw(span);
      } else if (span && grip.kind !== 'draw') {
        editing.onChange(grip.key, span);
      }
    };
    const cancel = ({ key }: KeyboardEvent) => key === 'Escape' && stop();
    const listeners = { pointermove: move, pointerup: finish, pointercancel: stop, keydown: cancel };
    const each = Object.entries(listeners) as [keyof typeof listeners, EventListener][];
    function stop(): void {
      for (const [name, listener] of each) {
        window.removeEventListener(name, listener);
      }
      giveUp.current = undefined;
      setDragged(null);
    }
    for (const [name, listener] of each) {
      window.addEventListener(name, listener);
    }
    giveUp.current = stop;
  }
  return { dragged, begin };
}

function shapeOf(grip: Grip, anchor: number, at: number, lane: Span): Span {
  switch (grip.kind) {
    case 'draw':
      return drawn(anchor, at);
    case 'move':
      return movedTo(grip.span, grip.span.from + (at - anchor), lane);
    default:
      return resized(grip.span, grip.kind, at);
  }
}
