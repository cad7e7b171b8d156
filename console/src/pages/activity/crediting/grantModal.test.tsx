import { startOfDay } from '@common/rules/shanghaiTime';
import { fireEvent, screen } from '@testing-library/react';
import { draw } from '../../../../testing/render';
import { activityOf } from '../../../../testing/rows';
import { GrantModal } from './grantModal';

const HOUR = 3_600_000;
const on = (day: string) => ({
  from: new Date(startOfDay(day) + 8 * HOUR).toISOString(),
  to: new Date(startOfDay(day) + 18 * HOUR).toISOString(),
});

/** Opened on a day in July; only the clock is replaced, not the timers. */
function open(now: string, days: string[]) {
  jest.spyOn(Date, 'now').mockReturnValue(startOfDay(now) + 12 * HOUR);
  const onGrant = jest.fn();
  draw(
    <GrantModal
      open
      activity={activityOf({ periods: days.map(on) })}
      persons={6}
      each="I类学分 2分"
      busy={false}
      onCancel={() => undefined}
      onGrant={onGrant}
    />,
  );
  return { onGrant, ok: screen.getByRole<HTMLButtonElement>('button', { name: '授分给6人' }) };
}
afterEach(() => jest.restoreAllMocks());

test('活动日期 is the last day at first', () => {
  const { onGrant, ok } = open('2026-07-25', ['2026-07-20', '2026-07-21']);
  fireEvent.click(ok);
  expect(onGrant).toHaveBeenCalledWith('2026-07-21');
});

test('before the end it is the last day held so far; a coming one cannot be chosen', () => {
  const { onGrant, ok } = open('2026-07-21', ['2026-07-20', '2026-07-21', '2026-07-22']);
  fireEvent.mouseDown(screen.getByRole('combobox', { name: '活动日期' }));
  expect(screen.getAllByText(/2026-07-20/)).not.toHaveLength(0);
  expect(screen.queryByText(/2026-07-22/)).toBeNull();
  fireEvent.click(ok);
  expect(onGrant).toHaveBeenCalledWith('2026-07-21');
});

test('before the first period there is nothing to grant', () => {
  const { ok } = open('2026-07-19', ['2026-07-20']);
  expect(ok.disabled).toBe(true);
});
