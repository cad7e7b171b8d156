import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './card.scss';

interface CardProps {
  children: ReactNode;
  /** What the card is about, in a few words. */
  title?: string;
  /** Beside the title: a state, a link. */
  aside?: ReactNode;
  className?: string;
  id?: string;
}

/** A white sheet on the ground: one matter each. */
export function Card({ children, title, aside, className = '', id }: CardProps) {
  return (
    <View id={id} className={`card ${className}`}>
      {title ? (
        <View className="card__head">
          <View className="card__title">{title}</View>
          {aside}
        </View>
      ) : null}
      {children}
    </View>
  );
}
