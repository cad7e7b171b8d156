import { render, screen } from '@testing-library/react';
import { CountPanel } from './countPanel';

const arrivals = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `王*${index}`,
    unitName: '漯河市中心医院',
    at: `2026-07-20T00:3${index}:00.000Z`,
  }));
const draw = (count: number) =>
  render(
    <CountPanel
      count={{ persons: count, swipes: count + 1, latest: arrivals(count) }}
      expected={null}
      direction="in"
      isOpen
    />,
  ).container.textContent;

test('tells people from check-ins, and each arrival with its time in China', () => {
  expect(draw(1)).toBe('1人已签到2 人次王*0漯河市中心医院08:30:00');
});

test('shows all eight that the server sends, newest first', () => {
  draw(8);
  const rows = screen.getAllByRole('listitem');
  expect(rows.map((row) => row.textContent?.slice(0, 3))).toEqual(arrivals(8).map(({ name }) => name));
});

test('says what it waits for while nobody has come', () => {
  render(<CountPanel count={{ persons: 0, swipes: 0, latest: [] }} expected={null} direction="out" isOpen />);
  expect(screen.getByText('等待第一位学员撤离')).toBeTruthy();
  expect(screen.queryByRole('list')).toBeNull();
});

test('waits for nobody while no code is shown', () => {
  const none = { persons: 0, swipes: 0, latest: [] };
  render(<CountPanel count={none} expected={null} direction="out" isOpen={false} />);
  expect(screen.getByText('还没有学员撤离')).toBeTruthy();
});

test('an unknown count is not called zero', () => {
  const { container } = render(<CountPanel count={null} expected={260} direction="in" isOpen />);
  expect(container.querySelector('b')?.textContent).toBe('—');
  expect(container.querySelector('.count__share')).toBeNull();
  expect(screen.queryByText(/等待第一位/)).toBeNull();
});

test('says how many are expected, and the share of them that came', () => {
  const share = (persons: number) => {
    const { container } = render(
      <CountPanel count={{ persons, swipes: persons, latest: [] }} expected={200} direction="in" isOpen />,
    );
    expect(container.textContent).toContain('200预计人数');
    return container.querySelector<HTMLElement>('.count__share')?.style.width;
  };
  expect(share(50)).toBe('25%');
  // More than expected is still one full line.
  expect(share(230)).toBe('100%');
});
