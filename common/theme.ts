/**
 * The look of the product in one place: the mini-program gets these as Sass variables (config/index.ts), the console as
 * Ant Design tokens and CSS variables. Contrast of text on its ground is at least 4.5:1.
 * Meaning of colours: `done` is finished, `waiting` is waiting on someone (the screen says on whom), `act` is only for what
 * this person must do; `brand` never means a state.
 */
export const theme = {
  color: {
    brand: '#0b5c74',
    brandDeep: '#083f52',
    brandSoft: '#e3f0f3',
    accent: '#19a7b8',
    done: '#12805c',
    doneSoft: '#e2f4ec',
    waiting: '#a15c00',
    // For marks and bars beside words: too light to be read as text.
    waitingMark: '#e39a2d',
    waitingSoft: '#fdf1dc',
    act: '#c22f2f',
    actSoft: '#fdeaea',
    ink: '#16242b',
    inkSoft: '#4a5b63',
    inkFaint: '#6b7b83',
    line: '#e2e8eb',
    ground: '#f3f6f7',
    surface: '#ffffff',
  },
  /** Font sizes in CSS pixels at a width of 375. */
  size: { tiny: 12, small: 13, body: 15, large: 17, title: 20, huge: 28, giant: 40 },
  /** Spacing in CSS pixels at a width of 375. */
  space: { xs: 4, s: 8, m: 12, l: 16, xl: 24, xxl: 32 },
  radius: { s: 6, m: 10, l: 16, pill: 999 },
  font: '"PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif',
} as const;

export type Theme = typeof theme;
