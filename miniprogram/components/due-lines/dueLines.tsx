import type { Due } from '@common/contract/checkIns';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import './dueLines.scss';

/**
 * What is demanded today and how far it is: 上午签到 1/2. Red are only the words for what the person still has to do: most of it
 * is not due yet.
 */
export function DueLines({ due }: { due: readonly Due[] }) {
  return (
    <>
      {due.map(({ label, done, of }) => {
        const isDone = done >= of;
        return (
          <View key={label} className={`due due--${isDone ? 'done' : 'act'}`}>
            <Icon
              name={isDone ? 'check' : 'scan'}
              size={18}
              color={isDone ? theme.color.done : theme.color.inkSoft}
            />
            <View className="due__label">{label}</View>
            <View className="due__count">
              {Math.min(done, of)}/{of}
            </View>
            <View className="due__left">{isDone ? '已完成' : `还差${of - done}次`}</View>
          </View>
        );
      })}
    </>
  );
}
