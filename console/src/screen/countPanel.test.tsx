import { render, screen } from '@testing-library/react';
import { CountPanel } from './countPanel';

const arrivals = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `王*${index}`,
    unitName: '漯河市中心医院',
    at: `2026-07-20T00:3${index}:00.000Z`,
  }));
const draw = (count: number) =>
  render(<CountPanel count={{ persons: count, swipes: count + 1, latest: arrivals(count) }} direction="in" />)
    .container.textContent;

test('tells people from check-ins, and each arrival with its time in China', () => {
  expect(draw(1)).toBe('1人已签到2 人次王*0漯河市中心医院08:30:00');
});

test('shows all eight that the server sends, newest first', () => {
  draw(8);
  const rows = screen.getAllByRole('listitem');
  expect(rows.map((row) => row.textContent?.slice(0, 3))).toEqual(arrivals(8).map(({ name }) => name));
});

test('says what it waits for while nobody has come', () => {
  render(<CountPanel count={{ persons: 0, swipes: 0, latest: [] }} direction="out" />);
  expect(screen.getByText('等待第一位学员撤离')).toBeTruthy();
  expect(screen.queryByRole('list')).toBeNull();
});

test('an unknown count is not called zero', () => {
  const { container } = render(<CountPanel count={null} direction="in" />);
  expect(container.textContent).not.toContain('0');
  expect(screen.queryByText(/等待第一位/)).toBeNull();
});
