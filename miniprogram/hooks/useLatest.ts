import { type MutableRefObject, useRef } from 'react';

/** A box with what the last drawing was given, for callbacks that outlive it. */
export function useLatest<T>(value: T): MutableRefObject<T> {
  const box = useRef(value);
  box.current = value;
  return box;
}
