import { useEffect, useState } from 'react';

const IDLE_MS = 4000;

/** Keeps the display from going dark, where the browser can; asked again each time the page comes back. */
export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    const hold = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) {
        return;
      }
      try {
        lock = await navigator.wakeLock.request('screen');
      } catch {
        // Low battery, or an address without HTTPS: the room's computer keeps its own settings.
      }
    };
    void hold();
    document.addEventListener('visibilitychange', hold);
    return () => {
      document.removeEventListener('visibilitychange', hold);
      void lock?.release();
    };
  }, []);
}

/** True while nobody moves the mouse: pointer and buttons then leave the screen to the code. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wake = () => {
      setIdle(false);
      clearTimeout(timer);
      timer = setTimeout(() => setIdle(true), IDLE_MS);
    };
    wake();
    const events = ['pointermove', 'pointerdown', 'keydown'];
    for (const name of events) {
      window.addEventListener(name, wake);
    }
    return () => {
      clearTimeout(timer);
      for (const name of events) {
        window.removeEventListener(name, wake);
      }
    };
  }, []);
  return isIdle;
}
