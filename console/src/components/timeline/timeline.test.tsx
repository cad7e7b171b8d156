import { fireEvent, screen, within } from '@testing-library/react';
import { carry, drag, drop } from '../../../testing/pointer';
import { draw } from '../../../testing/render';
import { Timeline } from './timeline';
import type { Editing } from './timelineTypes';
import { labelWidth } from './windowBlock';

const at = (time: string, day = '2026-07-20') => Date.parse(`${day}T${time}:00+08:00`);
const span = (from: string, to: string) => ({ from: at(from), to: at(to) });
/** 7 to 19 o'clock on 960 pixels: 80 an hour. */
const x = (time: string) => ((at(time) - at('07:00')) / 3_600_000) * 80;
const WINDOW = { key: 'a', ...span('08:00', '09:00'), note: '42人' };

function show({ isOpen = true, days = ['2026-07-20'], windows = [WINDOW] } = {}) {
  const editing = { onDraw: jest.fn(), onChange: jest.fn(), onRemove: jest.fn() } satisfies Editing;
  draw(
    <Timeline
      days={days}
      bars={[
        { at: at('08:10'), in: 40, out: 0 },
        { at: at('17:50'), in: 2, out: 30 },
      ]}
      barMinutes={5}
      periods={[span('08:00', '18:00')]}
      windows={windows}
      editing={isOpen ? editing : undefined}
    />,
  );
  return editing;
}
const lane = (day = '2026-07-20') => document.querySelector(`[data-day="${day}"]`) as Element;
const block = () => screen.getByRole('slider', { name: '第1个刷卡周期' });
const handle = (end: string) => block().querySelector(`[data-end="${end}"]`) as Element;

test('a lane a day, with its swipes, the window with its number, times and persons', () => {
  show({ days: ['2026-07-20', '2026-07-21'] });
  expect(screen.getByText('签到42人次，撤离30人次')).toBeTruthy();
  expect(screen.getByText('签到0人次，撤离0人次')).toBeTruthy();
  expect(screen.getByText('每柱5分钟，最高40人次')).toBeTruthy();
  expect(block().getAttribute('aria-valuetext')).toBe('7月20日 周一 08:00–09:00，42人');
  const first = within(screen.getByRole('region', { name: /7月20日/ }));
  for (const words of ['07:00', '19:00', '08:00–09:00']) {
    expect(first.getByText(words)).toBeTruthy();
  }
});

test('dragged over an empty place a window is drawn, on steps of five minutes', () => {
  const { onDraw } = show();
  carry(lane(), x('11:31'), x('12:12'));
  expect(screen.getByText('11:30–12:10')).toBeTruthy();
  expect(onDraw).not.toHaveBeenCalled();
  drop();
  expect(onDraw.mock.calls).toEqual([[span('11:30', '12:10')]]);
});

test('a click, another button and Escape draw nothing', () => {
  const { onDraw } = show();
  fireEvent.pointerDown(lane(), { clientX: 300 });
  fireEvent.pointerMove(window, { clientX: 302 });
  drop();
  fireEvent.pointerDown(lane(), { clientX: 300, button: 2 });
  fireEvent.pointerMove(window, { clientX: 500 });
  drop();
  carry(lane(), 300, 500);
  fireEvent.keyDown(window, { key: 'Escape' });
  drop();
  expect(onDraw).not.toHaveBeenCalled();
});

test('a window is moved, and resized at its ends', () => {
  const { onChange, onDraw } = show();
  drag(block(), x('08:30'), x('10:00'));
  drag(handle('from'), x('08:00'), x('07:40'));
  drag(handle('to'), x('09:00'), x('09:32'));
  expect(onChange.mock.calls).toEqual([
    ['a', span('09:30', '10:30')],
    ['a', span('07:40', '09:00')],
    ['a', span('08:00', '09:30')],
  ]);
  expect(onDraw).not.toHaveBeenCalled();
});

test('by the keyboard: arrows move, with shift they resize, Delete removes', () => {
  const { onChange, onRemove } = show();
  fireEvent.keyDown(block(), { key: 'ArrowRight' });
  fireEvent.keyDown(block(), { key: 'ArrowLeft', shiftKey: true });
  fireEvent.keyDown(block(), { key: 'Delete' });
  expect(onChange.mock.calls).toEqual([
    ['a', span('08:05', '09:05')],
    ['a', span('08:00', '08:55')],
  ]);
  expect(onRemove).toHaveBeenCalledWith('a');
});

test('over midnight a window stands on both days, each with the end that is there', () => {
  const night = { key: 'n', from: at('22:00'), to: at('01:00', '2026-07-21'), note: '' };
  show({ windows: [night] });
  expect(screen.getAllByRole('slider')).toHaveLength(2);
  expect(lane().querySelectorAll('[data-end]')).toHaveLength(1);
  expect(lane('2026-07-21').querySelector('[data-end="to"]')).toBeTruthy();
  expect(screen.getAllByText('22:00–次日01:00')).toHaveLength(2);
  // Two Chinese letters more than within a day have their room.
  expect(labelWidth(night) - labelWidth({ ...WINDOW, note: '' })).toBeGreaterThanOrEqual(24);
});

test('only to be looked at, nothing can be taken hold of', () => {
  const { onDraw, onChange } = show({ isOpen: false });
  expect(screen.queryByRole('slider')).toBeNull();
  drag(lane(), 300, 500);
  expect([onDraw, onChange].map((each) => each.mock.calls.length)).toEqual([0, 0]);
  expect(screen.getByText('第1个刷卡周期，7月20日 周一 08:00–09:00，42人')).toBeTruthy();
});
