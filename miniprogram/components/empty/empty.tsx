import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '@/components/icon/icon';
import type { IconName } from '@/components/icon/icons';
import './empty.scss';

interface EmptyProps {
  icon?: IconName;
  title: string;
  /** Why there is nothing, and what brings something. */
  detail?: string;
  /** The next step: a Button. */
  children?: ReactNode;
  /** Red only where the person must act. */
  color?: string;
  /** In a line, inside a card. */
  isCompact?: boolean;
}

/** Nothing to show, said with a next step. */
export function Empty(props: EmptyProps) {
  const { icon = 'book', title, detail, children, color = theme.color.brand, isCompact } = props;
  return (
    <View className={isCompact ? 'empty empty--compact' : 'empty'}>
      <View className="empty__disc">
        <Icon name={icon} size={isCompact ? 22 : 34} color={color} />
      </View>
      <View className="empty__words">
        <View className="empty__title">{title}</View>
        {detail ? <View className="empty__detail">{detail}</View> : null}
      </View>
      {children ? <View className="empty__step">{children}</View> : null}
    </View>
  );
}
