import { theme } from '@common/theme';
import type { BarSeriesOption, ComposeOption, GridComponentOption } from 'echarts';

export interface Bar {
  name: string;
  value: number;
}
/** `columns` stand beside each other, for short names in an order; `rows` lie under each other, for long names. */
export type BarDirection = 'columns' | 'rows';
export type BarOption = ComposeOption<BarSeriesOption | GridComponentOption>;

const { color, font } = theme;
/** Widest name beside a row, in pixels; a longer one is whole in the table. */
const NAME_WIDTH = 208;
const FONT_SIZE = 13;

/** Bars as ECharts wants them, with the count at the end of each; `isStill` for who asks for less movement. */
export function barOption(bars: readonly Bar[], direction: BarDirection, isStill: boolean): BarOption {
  const isRows = direction === 'rows';
  const nameWidth = Math.min(NAME_WIDTH, Math.max(...bars.map(({ name }) => (name.length + 1) * FONT_SIZE)));
  const names = {
    type: 'category' as const,
    data: bars.map(({ name }) => name),
    // Rows are counted from below.
    inverse: isRows,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: color.line } },
    axisLabel: {
      color: color.inkSoft,
      fontSize: FONT_SIZE,
      ...(isRows ? { width: nameWidth, overflow: 'truncate' as const } : { interval: 0 }),
    },
  };
  const counts = {
    type: 'value' as const,
    // Persons are whole.
    minInterval: 1,
    axisLabel: { show: !isRows, color: color.inkFaint },
    splitLine: { show: !isRows, lineStyle: { color: color.line } },
  };
  return {
    animation: !isStill,
    animationDuration: 300,
    textStyle: { fontFamily: font },
    grid: { left: 0, right: isRows ? 40 : 8, top: isRows ? 0 : 24, bottom: 0, outerBoundsMode: 'same' },
    xAxis: isRows ? counts : names,
    yAxis: isRows ? names : counts,
    series: [
      {
        type: 'bar',
        data: bars.map(({ value }) => value),
        barMaxWidth: isRows ? 18 : 44,
        itemStyle: { color: color.brand, borderRadius: isRows ? [0, 4, 4, 0] : [4, 4, 0, 0] },
        label: { show: true, position: isRows ? 'right' : 'top', color: color.inkSoft, fontSize: FONT_SIZE },
        emphasis: { disabled: true },
      },
    ],
  };
}
