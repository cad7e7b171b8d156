import { screen, within } from '@testing-library/react';
import { draw, settle } from '../../../testing/render';
import { BarChart } from './barChart';
import { barOption, TITLE_WIDTH } from './barOption';

const BARS = [
  { name: '合适', value: 3 },
  { name: '偏多', value: 1 },
  { name: '偏少', value: 0 },
];
const cells = (row: string) =>
  within(screen.getByRole('row', { name: new RegExp(`^${row}`) }))
    .getAllByRole('cell')
    .map((cell) => cell.textContent);

test('rows: every count and its share also stand in a table', async () => {
  draw(<BarChart label="学时安排" unit="人" bars={BARS} direction="rows" total={4} />);
  await settle();
  expect(cells('合适')).toEqual(['3人', '75%']);
  expect(cells('偏少')).toEqual(['0人', '0%']);
});

test('columns: names above, counts below, and no share of nobody', async () => {
  draw(<BarChart label="成绩分布" unit="人" bars={BARS} total={0} />);
  await settle();
  expect(cells('人数')).toEqual(['3', '1', '0']);
  expect(cells('占比')).toEqual(['—', '—', '—']);
});

test('the bars are told in words to who cannot see them', async () => {
  draw(<BarChart label="学时安排" unit="人" bars={BARS} />);
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe('学时安排：合适 3人，偏多 1人，偏少 0人');
  await settle();
});

test('names and counts of columns stand once, in the table, each under its bar', async () => {
  expect(barOption(BARS, 'columns', false)).toMatchObject({
    grid: { left: TITLE_WIDTH, right: 0 },
    xAxis: { axisLabel: { show: false } },
    series: [{ label: { show: false } }],
  });
  draw(<BarChart label="成绩分布" unit="人" bars={BARS} total={4} />);
  const [title] = screen.getAllByRole('row')[0]?.children ?? [];
  expect((title as HTMLElement).style.width).toBe(`${TITLE_WIDTH}px`);
  await settle();
});

test('what is drawn keeps the order: columns from the left, rows from above', () => {
  const columns = barOption(BARS, 'columns', false);
  const rows = barOption(BARS, 'rows', true);
  expect(columns).toMatchObject({
    xAxis: { data: ['合适', '偏多', '偏少'], inverse: false },
    series: [{ data: [3, 1, 0] }],
    animation: true,
  });
  expect(rows).toMatchObject({ yAxis: { data: ['合适', '偏多', '偏少'], inverse: true }, animation: false });
});
