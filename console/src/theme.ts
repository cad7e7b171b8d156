import { theme as look } from '@common/theme';
import type { ThemeConfig } from 'antd';

const { color, radius } = look;

/** Ant Design in our look: every colour comes from `common/theme.ts`. */
export const antdTheme: ThemeConfig = {
  token: {
    // Who asks the system for less movement gets none.
    motion: !globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches,
    colorPrimary: color.brand,
    // What is chosen or done, softly: Ant Design would derive greys from so dark a colour.
    colorPrimaryBg: color.brandSoft,
    colorPrimaryBgHover: '#d3e6eb',
    controlItemBgActive: color.brandSoft,
    controlItemBgActiveHover: '#d3e6eb',
    colorInfo: color.brand,
    colorLink: color.brand,
    colorSuccess: color.done,
    colorWarning: color.waiting,
    colorError: color.act,
    colorSuccessBg: color.doneSoft,
    colorSuccessBorder: '#bfe3d3',
    colorWarningBg: color.waitingSoft,
    colorWarningBorder: '#f0d9ae',
    colorErrorBg: color.actSoft,
    colorErrorBorder: '#f3c9c9',
    colorInfoBg: color.brandSoft,
    colorInfoBorder: '#c3dde4',
    colorText: color.ink,
    colorTextSecondary: color.inkSoft,
    colorTextTertiary: color.inkFaint,
    colorTextDescription: color.inkFaint,
    colorBorder: '#d3dce0',
    colorBorderSecondary: color.line,
    colorSplit: color.line,
    colorBgLayout: color.ground,
    colorBgContainer: color.surface,
    borderRadius: 8,
    borderRadiusLG: 12,
    borderRadiusSM: radius.s,
    controlHeight: 36,
    controlHeightLG: 46,
    controlHeightSM: 28,
    fontFamily: look.font,
    fontSize: 14,
    wireframe: false,
    motionDurationMid: '0.16s',
    motionDurationSlow: '0.22s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Table: {
      headerBg: '#f8fafb',
      headerColor: color.inkFaint,
      headerSplitColor: 'transparent',
      headerBorderRadius: 0,
      rowHoverBg: '#f5f9fa',
      rowSelectedBg: color.brandSoft,
      rowSelectedHoverBg: '#d9eaee',
      borderColor: '#ecf0f2',
      cellPaddingBlock: 11,
      cellPaddingInline: 14,
    },
    Segmented: {
      trackBg: '#e9eef0',
      itemColor: color.inkSoft,
      itemSelectedColor: color.ink,
      trackPadding: 3,
    },
    Form: { verticalLabelPadding: '0 0 6px', itemMarginBottom: 20 },
    Modal: { titleFontSize: 17 },
    Tooltip: { colorBgSpotlight: '#22333b' },
  },
};

/** Puts the colours on the document as CSS variables (`--brand`, `--ink-soft` …), for our own style sheets. */
export function applyLook(): void {
  const root = document.documentElement.style;
  for (const [name, value] of Object.entries(color)) {
    root.setProperty(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value);
  }
  root.setProperty('--font', look.font);
}
