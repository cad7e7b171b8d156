import { View } from '@tarojs/components';
import './skeleton.scss';

/** The shape of what is coming: cards with lines. */
export function Skeleton({ cards = 2, lines = 3 }: { cards?: number; lines?: number }) {
  return (
    <View className="skeleton" aria-label="正在加载">
      {Array.from({ length: cards }, (_, card) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike and never move
        <View key={card} className="skeleton__card">
          <View className="skeleton__line skeleton__line--title" />
          {Array.from({ length: lines }, (_line, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <View key={line} className={`skeleton__line skeleton__line--${line % 3}`} />
          ))}
        </View>
      ))}
    </View>
  );
}
