import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';

export const PLAYER_ID = 'class-video';

/** The page's hold on its player. */
export interface PlayerControl {
  play(): void;
  /** Also leaves the full screen: a question behind the picture is seen by nobody. */
  pause(): void;
  /** The player tells whether it fills the screen. */
  onFull(isFull: boolean): void;
}

/** Undefined in a browser while the player is not drawn. */
const player = () => Taro.createVideoContext(PLAYER_ID) as Taro.VideoContext | undefined;

export function usePlayer(): PlayerControl {
  const isFull = useRef(false);
  const [control] = useState<PlayerControl>(() => ({
    play: () => player()?.play(),
    pause: () => {
      player()?.pause();
      // A browser takes it amiss to be asked to leave what it is not in.
      if (isFull.current) {
        player()?.exitFullScreen();
      }
    },
    onFull: (now) => {
      isFull.current = now;
    },
  }));
  return control;
}
