import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import './sheet.scss';

interface SheetProps {
  isOpen: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Nearly the whole screen, for lists that are searched. */
  isTall?: boolean;
  footer?: ReactNode;
}

/** A panel that comes up from the foot of the screen. Not drawn while closed, so what is typed in it starts anew. */
export function Sheet({ isOpen, title, onClose, children, isTall, footer }: SheetProps) {
  if (!isOpen) {
    return null;
  }
  return (
    <View className="sheet">
      <View className="sheet__veil" onClick={onClose} catchMove />
      <View className={`sheet__panel ${isTall ? 'sheet__panel--tall' : ''}`}>
        <View className="sheet__head">
          <View className="sheet__title">{title}</View>
          <Pressable className="sheet__close" onPress={onClose} label="关闭">
            <Icon name="close" size={22} color={theme.color.inkSoft} />
          </Pressable>
        </View>
        <View className="sheet__body">{children}</View>
        {footer ? <View className="sheet__footer">{footer}</View> : null}
      </View>
    </View>
  );
}
