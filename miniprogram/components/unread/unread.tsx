import { View } from '@tarojs/components';
import './unread.scss';

/** Beside what has not been read. */
export const UnreadDot = () => <View className="unread-dot" aria-label="未读" />;

/** How many have not been read; nothing for none. */
export function UnreadCount({ count = 0 }: { count?: number }) {
  return count > 0 ? <View className="unread-count">{count > 99 ? '99+' : count}</View> : null;
}
