import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '@/components/button/button';
import { Icon } from '@/components/icon/icon';
import type { IconName } from '@/components/icon/icons';
import { open } from '@/services/navigate';

interface MiddleProps {
  id: string;
  icon: IconName;
  tone: 'brand' | 'waiting' | 'done' | 'act';
  title: string;
  children: ReactNode;
}

/** How the check-in stands, in the middle of the screen: a disc, a title, and what belongs under it. */
export function Middle({ id, icon, tone, title, children }: MiddleProps) {
  return (
    <View className="check-in__middle" id={id}>
      <View className={`check-in__disc check-in__disc--${tone}`}>
        <Icon name={icon} size={56} color={theme.color[tone]} />
      </View>
      <View className="check-in__title">{title}</View>
      {children}
    </View>
  );
}

/** The last of the steps. */
export function HomeStep() {
  return (
    <View className="gap-s">
      <Button kind="quiet" onPress={() => open('home')}>
        返回首页
      </Button>
    </View>
  );
}
