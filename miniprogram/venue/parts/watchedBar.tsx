import type { Watching } from '@common/contract/onlineClasses';
import { View } from '@tarojs/components';
import { remaining } from '@/services/words';
import './watchedBar.scss';

type Watched = Pick<Watching, 'watchedSeconds' | 'requiredSeconds' | 'isDone'>;

/** `45 分钟`, `12 分 30 秒`. */
const lengthWords = (seconds: number): string =>
  seconds > 0 && seconds % 60 === 0 ? `${seconds / 60} 分钟` : remaining(seconds);

/** 已学 of 应学, as a bar and in words. */
export function WatchedBar({ watching }: { watching: Watched }) {
  const { watchedSeconds, requiredSeconds, isDone } = watching;
  const percent = isDone ? 100 : Math.floor((watchedSeconds / requiredSeconds) * 100);
  return (
    <View className="watched" aria-label={`已学${percent}%`}>
      <View className="watched__line">
        <View>已学 {lengthWords(watchedSeconds)}</View>
        <View>应学 {lengthWords(requiredSeconds)}</View>
      </View>
      <View className="watched__track">
        <View
          className={`watched__part ${isDone ? 'watched__part--done' : ''}`}
          style={{ width: `${percent}%` }}
        />
      </View>
    </View>
  );
}
