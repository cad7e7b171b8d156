import { fireEvent } from '@testing-library/react';

/** jsdom has no pointer events: a mouse event with the pointer's number is all that ours are asked for. */
class PointerByMouse extends MouseEvent {
  readonly pointerId: number;
  constructor(type: string, { pointerId = 1, ...init }: PointerEventInit = {}) {
    super(type, init);
    this.pointerId = pointerId;
  }
}
Object.assign(globalThis, { PointerEvent: globalThis.PointerEvent ?? PointerByMouse });

/** Takes hold of something at `from` and carries it to `to` (CSS pixels from the left), without letting it go. */
export function carry(held: Element, from: number, to: number): void {
  fireEvent.pointerDown(held, { clientX: from });
  fireEvent.pointerMove(window, { clientX: (from + to) / 2 });
  fireEvent.pointerMove(window, { clientX: to });
}

/** Lets go of what is carried. */
export const drop = (): boolean => fireEvent.pointerUp(window);

/** Carries it and lets it go. */
export function drag(held: Element, from: number, to: number): void {
  carry(held, from, to);
  drop();
}
