import { useEffect } from 'react';

/** Left and right on the keyboard, unless something is being typed or a dialog is open. */
export function useArrowKeys(left: (() => void) | null, right: (() => void) | null): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const isTyping = target.closest(
        'input, textarea, select, [contenteditable], .ant-modal, .ant-image-preview',
      );
      if (
        isTyping ||
        document.querySelector('.ant-image-preview') ||
        event.altKey ||
        event.ctrlKey ||
        event.metaKey
      ) {
        return;
      }
      if (event.key === 'ArrowLeft') {
        left?.();
      }
      if (event.key === 'ArrowRight') {
        right?.();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [left, right]);
}
