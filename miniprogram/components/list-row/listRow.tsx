import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '@/components/icon/icon';
import type { IconName } from '@/components/icon/icons';
import { Pressable } from '@/components/pressable/pressable';
import './listRow.scss';

interface ListRowProps {
  icon?: IconName;
  title: string;
  /** A second, quieter line. */
  detail?: string;
  /** At the right end. */
  value?: ReactNode;
  onPress?: () => unknown;
  id?: string;
}

/** A line of a list: a fact, or a way to somewhere. */
export function ListRow({ icon, title, detail, value, onPress, id }: ListRowProps) {
  const inside = (
    <>
      {icon ? (
        <View className="list-row__icon">
          <Icon name={icon} size={22} color={theme.color.brand} />
        </View>
      ) : null}
      <View className="list-row__main">
        <View className="list-row__title">{title}</View>
        {detail ? <View className="list-row__detail">{detail}</View> : null}
      </View>
      {value ? <View className="list-row__value">{value}</View> : null}
      {onPress ? <Icon name="chevron" size={18} color={theme.color.inkFaint} /> : null}
    </>
  );
  return onPress ? (
    <Pressable id={id} className="list-row" onPress={onPress}>
      {inside}
    </Pressable>
  ) : (
    <View id={id} className="list-row">
      {inside}
    </View>
  );
}
