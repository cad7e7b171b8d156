import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useTextSize } from '@/hooks/useTextSize';
import './page.scss';

interface PageProps {
  children: ReactNode;
  /** Its own class, for the page's styles. */
  className?: string;
  /** Kept at the foot of the screen, above the phone's home bar. */
  footer?: ReactNode;
}

/** The frame of every page: margins, the chosen text size, a footer that stays. */
export function Page({ children, className = '', footer }: PageProps) {
  const size = useTextSize();
  return (
    <View className={`page text-${size} ${footer ? 'page--footed' : ''} ${className}`}>
      {children}
      {footer ? <View className="page__footer">{footer}</View> : null}
    </View>
  );
}
