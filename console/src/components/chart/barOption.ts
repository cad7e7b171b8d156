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
/** Of the titles of the table under columns: the bars begin beside them, so that each stands over its count. */
export const TITLE_WIDTH = 64;

/** Bars as ECharts wants them; `isStill` for who asks for less movement. Columns are named and counted by the table under them. */
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
      show: isRows,
      color: color.inkSoft,
      fontSize: FONT_SIZE,
      width: nameWidth,
      overflow: 'truncate' as const,
    },
  };
  const counts = {
    type: 'value' as const,
    // Persons are whole.
    minInterval: 1,
    axisLabel: { show: false },
    splitLine: { show: false },
  };
  return {
    animation: !isStill,
    animationDuration: 300,
    textStyle: { fontFamily: font },
    grid: isRows
      ? { left: 0, right: 40, top: 0, bottom: 0, outerBoundsMode: 'same' }
      : { left: TITLE_WIDTH, right: 0, top: 8, bottom: 1, outerBoundsMode: 'none' },
    xAxis: isRows ? counts : names,
    yAxis: isRows ? names : counts,
    series: [
      {
        type: 'bar',
        data: bars.map(({ value }) => value),
        barMaxWidth: isRows ? 18 : 44,
        itemStyle: { color: color.brand, borderRadius: isRows ? [0, 4, 4, 0] : [4, 4, 0, 0] },
        label: { show: isRows, position: 'right', color: color.inkSoft, fontSize: FONT_SIZE },
        emphasis: { disabled: true },
      },
    ],
  };
}
