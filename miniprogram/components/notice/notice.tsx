import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '@/components/icon/icon';
import type { IconName } from '@/components/icon/icons';
import './notice.scss';

const SIGNS = {
  info: ['shield', theme.color.brand],
  done: ['check', theme.color.done],
  waiting: ['hourglass', theme.color.waiting],
  act: ['alert', theme.color.act],
} as const satisfies Record<string, readonly [IconName, string]>;

/** A few lines that belong to what is beside them. */
export function Notice({
  tone,
  children,
  id,
}: {
  tone: keyof typeof SIGNS;
  children: ReactNode;
  id?: string;
}) {
  const [icon, color] = SIGNS[tone];
  return (
    <View id={id} className={`notice notice--${tone}`}>
      <View className="notice__icon">
        <Icon name={icon} color={color} size={18} />
      </View>
      <View className="grow">{children}</View>
    </View>
  );
}
