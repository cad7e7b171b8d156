import type { Theme } from '../common/theme';

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function list(prefix: string, values: object, write: (value: unknown) => string): string[] {
  return Object.entries(values).map(([name, value]) => `$${prefix}-${dashed(name)}: ${write(value)};`);
}

/**
 * The theme as Sass variables: `$color-brand-soft`, `$size-body`, `$space-m`, `$radius-l`, `$font`. A font size is multiplied by
 * `--text`, which 大字号 sets on the page's root: one switch enlarges every text and leaves the layout alone.
 */
export function sassVariables(theme: Theme): string {
  return [
    '@use "sass:color";',
    ...list('color', theme.color, String),
    ...list('size', theme.size, (px) => `calc(${px}px * var(--text, 1))`),
    ...list('space', theme.space, (px) => `${px}px`),
    ...list('radius', theme.radius, (px) => `${px}px`),
    `$font: ${theme.font};`,
  ].join('\n');
}
