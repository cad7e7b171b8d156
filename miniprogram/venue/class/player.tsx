import { Video, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { PLAYER_ID, type PlayerControl } from './usePlayer';
import type { PlayerEvents } from './useStudy';

interface PlayerProps extends PlayerEvents, Pick<PlayerControl, 'onFull'> {
  src: string;
  /** Where to begin, in seconds. */
  from: number;
}

/** The recording. It is told where it stands still, so that only what moves counts. */
export function Player({ src, from, onPlay, onMove, onStop, onFull }: PlayerProps) {
  // Where it begins is asked once: the player would jump back at each beat.
  const [initialTime] = useState(from);
  const [tries, setTries] = useState(0);
  const [isBroken, setBroken] = useState(false);
  if (isBroken) {
    return (
      <View className="card">
        <Empty
          icon="offline"
          title="视频没有加载成功"
          detail="请检查网络后重试；仍然不能播放，请联系活动的联系人核对视频地址"
        >
          <Button
            onPress={() => {
              setTries(tries + 1);
              setBroken(false);
            }}
          >
            重新加载
          </Button>
        </Empty>
      </View>
    );
  }
  return (
    <View className="class-player">
      <Video
        key={tries}
        id={PLAYER_ID}
        className="class-player__video"
        src={src}
        initialTime={initialTime}
        onPlay={onPlay}
        onTimeUpdate={onMove}
        onPause={onStop}
        onEnded={onStop}
        onFullscreenChange={({ detail }) => onFull(detail.fullScreen === true || detail.fullScreen === 1)}
        onError={() => {
          onStop();
          setBroken(true);
        }}
      />
    </View>
  );
}
