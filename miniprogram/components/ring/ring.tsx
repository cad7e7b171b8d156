import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { svgUrl } from '@/components/icon/svgUrl';
import './ring.scss';

interface RingProps {
  /** Parts of the whole, each from 0 to 1, drawn one after the other from the top. */
  parts: readonly { share: number; color: string }[];
  /** CSS pixels at 375. */
  size: number;
  label: string;
  children?: ReactNode;
  track?: string;
}

const RADIUS = 52;
const ROUND = 2 * Math.PI * RADIUS;

/** An arc as a dash of a circle's line. Drawn as SVG: WeChat's older engines have no conic gradients. */
function arc(from: number, share: number, color: string): string {
  const length = Math.max(0, Math.min(share, 1 - from)) * ROUND;
  return length <= 0
    ? ''
    : `<circle cx="60" cy="60" r="${RADIUS}" stroke="${color}" stroke-linecap="round" stroke-dasharray="${length.toFixed(2)} ${ROUND.toFixed(2)}" transform="rotate(${(from * 360 - 90).toFixed(2)} 60 60)"/>`;
}

/** How much of the whole has been reached, with words in the middle. */
export function Ring({ parts, size, label, children, track = theme.color.line }: RingProps) {
  let from = 0;
  const arcs = parts.map(({ share, color }) => {
    const drawn = arc(from, share, color);
    from += share;
    return drawn;
  });
  // The first part lies on top, so that its round end is whole.
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120" fill="none" stroke-width="11"><circle cx="60" cy="60" r="${RADIUS}" stroke="${track}"/>${arcs.reverse().join('')}</svg>`;
  return (
    <View
      className="ring"
      style={{ width: `${size}px`, height: `${size}px`, backgroundImage: svgUrl(svg) }}
      aria-label={label}
    >
      {children}
    </View>
  );
}
