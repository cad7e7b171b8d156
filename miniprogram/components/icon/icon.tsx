import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { ICONS, type IconName } from './icons';
import { svgUrl } from './svgUrl';
import './icon.scss';

interface IconProps {
  name: IconName;
  /** CSS pixels at 375. */
  size?: number;
  color?: string;
}

/** A line drawing of 24 by 24, in any colour of the theme. Always beside words, so it is hidden from screen readers. */
export function Icon({ name, size = 24, color = theme.color.ink }: IconProps) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="${color}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${ICONS[name]}</svg>`;
  return (
    <View
      className="icon"
      style={{ width: `${size}px`, height: `${size}px`, backgroundImage: svgUrl(svg) }}
    />
  );
}
