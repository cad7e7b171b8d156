import { useEffect, useState } from 'react';
import { Icon } from '../components/icon';

const KEY = 'jijiaotong.screen.look';

/** Dark for a dark room, or light; kept on this computer. */
export function useLook(): [isLight: boolean, turn: () => void] {
  const [isLight, setLight] = useState(() => localStorage.getItem(KEY) === 'light');
  useEffect(() => {
    document.documentElement.dataset.look = isLight ? 'light' : 'dark';
    localStorage.setItem(KEY, isLight ? 'light' : 'dark');
  }, [isLight]);
  return [isLight, () => setLight((before) => !before)];
}

/** The two buttons of the screen: its look, and the whole display. */
export function Controls() {
  const [isLight, turnLook] = useLook();
  const [isFull, setFull] = useState(document.fullscreenElement !== null);
  useEffect(() => {
    const follow = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, []);
  const turnFull = () => {
    // Refused by some kiosks: the page is as good without.
    const done = isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
    done?.catch(() => undefined);
  };
  return (
    <div className="controls">
      <button type="button" onClick={turnLook}>
        <Icon name={isLight ? 'moon' : 'sun'} size={20} />
        {isLight ? '深色' : '浅色'}
      </button>
      <button type="button" onClick={turnFull}>
        <Icon name={isFull ? 'shrink' : 'expand'} size={20} />
        {isFull ? '退出全屏' : '全屏'}
      </button>
    </div>
  );
}
