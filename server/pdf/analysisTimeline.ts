import { formatDay, formatTime } from '@common/rules/shanghaiTime';
import { BAR_MINUTES } from '@common/rules/swipeBars';
import { theme } from '@common/theme';
import { type AnalysisDay, type DayWindow, hoursOf } from './analysisDays';
import type { Canvas } from './canvas';

/** Windows take turns: the mark with its time, and the ground behind the bars. White on `strong` can be read. */
export const WINDOW_COLOURS = [
  { strong: '#0d7a5f', soft: '#d8f0e6' },
  { strong: '#9a5800', soft: '#fbecd0' },
  { strong: '#5b47a8', soft: '#e8e3f7' },
  { strong: '#ad2f5c', soft: '#fae1ea' },
] as const;

const { brand, ink, inkSoft, line, ground, accent } = theme.color;
const LANE = 13;
const AXIS = 15;
const LABEL = 58;
/** How high a day is drawn, the fewer the higher. */
const HEIGHTS: [upTo: number, height: number][] = [
  [1, 150],
  [2, 110],
  [5, 76],
  [10, 52],
  [Number.POSITIVE_INFINITY, 36],
];

interface Place {
  x: number;
  y: number;
  width: number;
}

/** The days below one another, over the same hours and to the same scale; answers where they end. */
export function drawDays(canvas: Canvas, days: readonly AnalysisDay[], place: Place): number {
  if (days.length === 0) {
    return place.y;
  }
  const hours = hoursOf(days);
  const height = HEIGHTS.find(([upTo]) => days.length <= upTo)?.[1] ?? 0;
  const highest = Math.max(1, ...days.flatMap(({ bars }) => bars.map((bar) => bar.in + bar.out)));
  const plot = { left: place.x + LABEL, width: place.width - LABEL, hours, height, highest };
  return days.reduce((y, day) => drawDay(canvas, day, place.x, y, plot), place.y);
}

interface Plot {
  left: number;
  width: number;
  /** Whole hours. */
  hours: { from: number; to: number };
  height: number;
  /** Swipes of the highest bar. */
  highest: number;
}

function drawDay(canvas: Canvas, day: AnalysisDay, x: number, y: number, plot: Plot): number {
  const lanes = Math.max(1, ...day.windows.map(({ lane }) => lane + 1));
  const top = y + lanes * LANE + 3;
  const bottom = top + plot.height;
  const xOf = (minute: number) =>
    plot.left + ((minute - plot.hours.from * 60) / ((plot.hours.to - plot.hours.from) * 60)) * plot.width;
  canvas.box({ x: plot.left, y: top, width: plot.width, height: plot.height }, ground);
  for (const { index, from, to } of day.windows) {
    const { soft } = colourOf(index);
    canvas.box({ x: xOf(from), y: top, width: xOf(to) - xOf(from), height: plot.height }, soft);
  }
  drawHours(canvas, plot, xOf, top, bottom);
  const width = Math.max(0.8, xOf(BAR_MINUTES) - xOf(0) - 0.4);
  for (const bar of day.bars) {
    const inHeight = (bar.in / plot.highest) * (plot.height - 12);
    const outHeight = (bar.out / plot.highest) * (plot.height - 12);
    canvas.box({ x: xOf(bar.from), y: bottom - inHeight, width, height: inHeight }, brand);
    canvas.box({ x: xOf(bar.from), y: bottom - inHeight - outHeight, width, height: outHeight }, accent);
  }
  for (const window of day.windows) {
    drawMark(canvas, day.at, window, xOf, y + window.lane * LANE);
  }
  drawLabel(canvas, day, x, top, plot);
  return bottom + AXIS + 8;
}

function drawHours(
  canvas: Canvas,
  { hours }: Plot,
  xOf: (minute: number) => number,
  top: number,
  bottom: number,
) {
  const count = hours.to - hours.from;
  const step = count <= 12 ? 1 : count <= 18 ? 2 : 3;
  const style = { size: 8, weight: 'regular', fill: inkSoft } as const;
  for (let hour = hours.from; hour <= hours.to; hour += step) {
    const label = `${hour}:00`;
    canvas.box({ x: xOf(hour * 60) - 0.25, y: top, width: 0.5, height: bottom - top }, line);
    const left = xOf(hour * 60) - canvas.widthOf(label, style) / 2;
    // The last one ends with the plot.
    canvas.text(label, Math.min(left, xOf(hours.to * 60) - canvas.widthOf(label, style)), bottom + 10, style);
  }
  canvas.box(
    {
      x: xOf(hours.from * 60),
      y: bottom - 0.4,
      width: xOf(hours.to * 60) - xOf(hours.from * 60),
      height: 0.8,
    },
    inkSoft,
  );
}

/** A window's number, and its times where there is room for them: they stand in the list below as well. */
function drawMark(
  canvas: Canvas,
  day: number,
  window: DayWindow,
  xOf: (minute: number) => number,
  y: number,
) {
  const { index, from, to } = window;
  const left = xOf(from);
  const width = Math.max(xOf(to) - left, 11);
  const style = { size: 7.5, weight: 'bold', fill: '#ffffff' } as const;
  const time = (minute: number) =>
    minute === 24 * 60 ? '24:00' : formatTime(day + minute * 60_000).slice(0, 5);
  const times = `${time(from)}–${time(to)}`;
  const words = [`${index + 1} ${times}`, times, String(index + 1)];
  const shown = words.find((each) => canvas.widthOf(each, style) + 2 <= width) ?? String(index + 1);
  canvas.box({ x: left, y, width, height: LANE - 2, radius: 2 }, colourOf(index).strong);
  canvas.text(shown, left + (width - canvas.widthOf(shown, style)) / 2, y + 8.2, style);
}

function drawLabel(canvas: Canvas, { at, bars }: AnalysisDay, x: number, top: number, { highest }: Plot) {
  const [date = '', weekday = ''] = formatDay(at).split(' ');
  canvas.text(date, x, top + 11, { size: 10.5, weight: 'bold', fill: ink });
  canvas.text(weekday, x, top + 24, { size: 9, weight: 'regular', fill: inkSoft });
  const swipes = bars.reduce((sum, bar) => sum + bar.in + bar.out, 0);
  canvas.text(`${swipes}人次`, x, top + 36, { size: 9, weight: 'regular', fill: inkSoft });
  if (bars.some((bar) => bar.in + bar.out === highest)) {
    const label = `最高 ${highest}`;
    canvas.text(label, x, top + 48, { size: 8, weight: 'regular', fill: inkSoft });
  }
}

const colourOf = (index: number): { strong: string; soft: string } =>
  WINDOW_COLOURS[index % WINDOW_COLOURS.length] ?? WINDOW_COLOURS[0];
