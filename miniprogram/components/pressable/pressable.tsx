import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { usePress } from '@/hooks/usePress';
import './pressable.scss';

interface PressableProps {
  children: ReactNode;
  onPress: () => unknown;
  className?: string;
  id?: string;
  /** For screen readers, where the words inside do not say it. */
  label?: string;
  role?: 'button' | 'checkbox' | 'radio' | 'tab' | 'link';
  isChecked?: boolean;
}

/** Anything but a button that can be tapped: a row, a chip, a card. A double tap acts once. */
export function Pressable({
  children,
  onPress,
  className = '',
  id,
  label,
  role = 'button',
  isChecked,
}: PressableProps) {
  const { press } = usePress();
  return (
    <View
      id={id}
      className={`pressable ${className}`}
      hoverClass="pressable--pressed"
      onClick={() => press(onPress)}
      // `aria-role` is WeChat's name for it, `role` the browser's.
      aria-role={role}
      role={role}
      aria-label={label}
      aria-checked={isChecked}
    >
      {children}
    </View>
  );
}
