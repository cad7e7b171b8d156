import { formatWindow } from '@common/rules/attendanceWords';
import { formatDateTime } from '@common/rules/shanghaiTime';
import { BAR_MINUTES } from '@common/rules/swipeBars';
import { DIRECTIONS, type Direction, EXCLUSIONS, type Exclusion } from '@common/terms';
import { theme } from '@common/theme';
import sharp from 'sharp';
import { type AnalysisDay, analysisDays, type DrawnBar, type DrawnWindow } from './analysisDays';
import { drawDays, WINDOW_COLOURS } from './analysisTimeline';
import { A4, type Canvas, drawLongSvg } from './canvas';
import { linesOf } from './lines';

/** What 考勤分析截图 shows: the windows over the swipes, and how many satisfy them. Times in ms. */
export interface AnalysisPicture {
  projectNumber: string;
  projectName: string;
  unitName: string;
  no: number;
  at: number;
  byName: string;
  strategy: string;
  /** What is demanded beside the attendance, in words; empty for nothing. */
  conditions: string;
  windows: (DrawnWindow & { direction: Direction | null; courseName: string | null; persons: number })[];
  bars: DrawnBar[];
  counts: {
    persons: number;
    swipes: number;
    effective: number;
    excluded: { reason: Exclusion; persons: number }[];
  };
}

const { brand, brandDeep, brandSoft, ink, inkSoft, line, surface } = theme.color;
const PNG_WIDTH = 1654;
const EDGE = 36;
const INNER = A4.width - 2 * EDGE;

/** As PNG, as wide as A4 at 200 dots an inch and as long as its days. */
export async function analysisPicture(picture: AnalysisPicture): Promise<Buffer> {
  const about = { title: `考勤分析 ${picture.projectName}`, author: picture.unitName };
  const svg = drawLongSvg(about, PNG_WIDTH, (canvas) => draw(canvas, picture));
  // Long ones are large: sharp refuses by default what would be a bomb from outside.
  return sharp(Buffer.from(svg), { limitInputPixels: false, unlimited: true })
    .flatten({ background: surface })
    .png({ compressionLevel: 6 })
    .toBuffer();
}

function draw(canvas: Canvas, picture: AnalysisPicture): number {
  const days = analysisDays(picture.windows, picture.bars);
  // Drawn before its length is known: what is behind the letters is white anyhow.
  let y = drawHead(canvas, picture);
  y = drawFigures(canvas, picture, y + 14);
  y = drawDaysWithLegend(canvas, days, y + 26);
  y = drawWindows(canvas, picture, y + 20);
  y = drawConditions(canvas, picture, y + 22);
  return Math.ceil(y + 22);
}

function drawHead(canvas: Canvas, { projectName, projectNumber, unitName, no, at, byName }: AnalysisPicture) {
  canvas.box({ x: 0, y: 0, width: A4.width, height: 6 }, brand);
  canvas.text('考勤分析', EDGE, 46, { size: 25, weight: 'bold', fill: brandDeep });
  const made = `第${no}次分析  ${formatDateTime(at)}  ${byName}`;
  const style = { size: 11, weight: 'regular', fill: inkSoft } as const;
  canvas.text(made, A4.width - EDGE - canvas.widthOf(made, style), 45, style);
  const title = { size: 15, weight: 'bold', fill: ink } as const;
  const lines = linesOf(projectName, INNER, (piece) => canvas.widthOf(piece, title));
  lines.forEach((each, index) => {
    canvas.text(each, EDGE, 74 + index * 21, title);
  });
  const y = 74 + lines.length * 21;
  canvas.text(`项目编号 ${projectNumber}    举办单位 ${unitName}`, EDGE, y - 2, style);
  return y + 4;
}

function drawFigures(canvas: Canvas, { counts }: AnalysisPicture, y: number): number {
  const height = 84;
  canvas.box({ x: EDGE, y, width: INNER, height, radius: 10 }, brandSoft);
  const figures: [string, number, string][] = [
    ['符合条件人数', counts.effective, brandDeep],
    ['考勤人数', counts.persons, ink],
    ['考勤人次', counts.swipes, ink],
  ];
  const widths = [0.42, 0.29, 0.29];
  let x = EDGE + 22;
  figures.forEach(([label, value, fill], index) => {
    canvas.text(label, x, y + 26, { size: 12, weight: 'regular', fill: inkSoft });
    const size = index === 0 ? 42 : 28;
    const number = String(value);
    const style = { size, weight: 'bold', fill } as const;
    canvas.text(number, x, y + 68, style);
    const unit = index === 2 ? '人次' : '人';
    canvas.text(unit, x + canvas.widthOf(number, style) + 4, y + 68, {
      size: 13,
      weight: 'regular',
      fill: inkSoft,
    });
    x += INNER * (widths[index] ?? 0);
  });
  return y + height;
}

function drawDaysWithLegend(canvas: Canvas, days: AnalysisDay[], y: number): number {
  heading(canvas, '刷卡分布与刷卡周期', y);
  const legend = { size: 9, weight: 'regular', fill: inkSoft } as const;
  const entries: [string, string][] = [
    [`每${BAR_MINUTES}分钟签到人次`, brand],
    ['撤离人次', theme.color.accent],
  ];
  let x = A4.width - EDGE;
  for (const [label, fill] of entries.toReversed()) {
    x -= canvas.widthOf(label, legend);
    canvas.text(label, x, y, legend);
    canvas.box({ x: x - 11, y: y - 7.5, width: 8, height: 8 }, fill);
    x -= 24;
  }
  return drawDays(canvas, days, { x: EDGE, y: y + 12, width: INNER });
}

/** The windows in words, in two columns where there are many. */
function drawWindows(canvas: Canvas, { windows }: AnalysisPicture, y: number): number {
  heading(canvas, '刷卡周期', y);
  const columns = windows.length > 6 ? 2 : 1;
  const rows = Math.ceil(windows.length / columns);
  const width = INNER / columns;
  windows.forEach((window, index) => {
    const x = EDGE + Math.floor(index / rows) * width;
    const top = y + 10 + (index % rows) * 18;
    const colour = WINDOW_COLOURS[index % WINDOW_COLOURS.length];
    canvas.box({ x, y: top, width: 20, height: 13, radius: 3 }, colour?.strong ?? brand);
    const number = String(index + 1);
    const badge = { size: 9, weight: 'bold', fill: surface } as const;
    canvas.text(number, x + 10 - canvas.widthOf(number, badge) / 2, top + 9.8, badge);
    const direction = window.direction && `只计${DIRECTIONS[window.direction]}`;
    const words = [formatWindow(window), `${window.persons}人`, direction, window.courseName]
      .filter(Boolean)
      .join('  ');
    const style = { size: 10.5, weight: 'regular', fill: ink } as const;
    canvas.text(clipped(canvas, words, width - 36, style), x + 27, top + 10.4, style);
  });
  return y + 10 + rows * 18;
}

function drawConditions(
  canvas: Canvas,
  { strategy, conditions, counts }: AnalysisPicture,
  y: number,
): number {
  heading(canvas, '分析条件', y);
  const out = counts.excluded.map(({ reason, persons }) => `${EXCLUSIONS[reason]} ${persons}人`).join('，');
  const rows: [string, string][] = [
    ['授分策略', strategy],
    ['考勤以外', conditions ? `须${conditions}` : '没有其他条件'],
    ['不符合', out ? `${out}（一人可有多项）` : '无'],
  ];
  let at = y + 21;
  for (const [label, words] of rows) {
    canvas.text(label, EDGE, at, { size: 10.5, weight: 'regular', fill: inkSoft });
    const style = { size: 10.5, weight: 'regular', fill: ink } as const;
    for (const each of linesOf(words, INNER - 70, (piece) => canvas.widthOf(piece, style))) {
      canvas.text(each, EDGE + 70, at, style);
      at += 16;
    }
  }
  canvas.box({ x: EDGE, y: at - 2, width: INNER, height: 0.7 }, line);
  const foot = '由继教通根据考勤记录生成，保存后不再更改';
  const style = { size: 9, weight: 'regular', fill: inkSoft } as const;
  canvas.text(foot, A4.width - EDGE - canvas.widthOf(foot, style), at + 12, style);
  return at + 12;
}

const heading = (canvas: Canvas, text: string, y: number) =>
  canvas.text(text, EDGE, y, { size: 12.5, weight: 'bold', fill: brandDeep });

type Style = Parameters<Canvas['widthOf']>[1];

function clipped(canvas: Canvas, text: string, width: number, style: Style): string {
  const [first = '', ...more] = linesOf(
    text,
    width - (canvas.widthOf(text, style) > width ? style.size : 0),
    (piece) => canvas.widthOf(piece, style),
  );
  return more.length > 0 ? `${first}…` : first;
}
