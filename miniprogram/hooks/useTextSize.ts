import { useSyncExternalStore } from 'react';
import { type TextSize, textSize } from '@/services/textSize';

/** The chosen size of text, followed. */
export function useTextSize(): TextSize {
  return useSyncExternalStore(textSize.subscribe, textSize.get);
}
