import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** How wide an element is now, in CSS pixels; `before` until it was measured. */
export function useWidth<T extends Element>(before: number): [RefObject<T>, number] {
  const place = useRef<T>(null);
  const [width, setWidth] = useState(before);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) {
      return;
    }
    const measure = () => setWidth(element.clientWidth || before);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [before]);
  return [place, width];
}
