import type { Me } from '@common/contract/accounts';
import type { PresenceRow, SpotCheckView } from '@common/contract/presence';
import { fireEvent, screen, within } from '@testing-library/react';
import { refusal } from '../../../../../testing/fakeServer';
import { draw, settle } from '../../../../../testing/render';
import { activityOf, readerMe, unitMe } from '../../../../../testing/rows';
import { signedIn } from '../../../../../testing/signIn';
import { PresenceCard } from './presenceCard';

const BASE = `/api/unit/activities/${activityOf().id}`;
const idOf = (n: number) => String(n).padStart(24, '0');
const personOf = (n: number, some: Partial<PresenceRow> = {}): PresenceRow => ({
  learnerId: idOf(n),
  name: `学员${n}`,
  unitName: '漯河市中心医院',
  department: '护理部',
  state: 'missing',
  lastAt: null,
  isEnrolled: true,
  ...some,
});
const checkOf = (some: Partial<SpotCheckView> = {}): SpotCheckView => ({
  id: idOf(77),
  startedAt: '2026-11-21T01:00:00.000Z',
  until: '2026-11-21T01:01:00.000Z',
  msLeft: 0,
  startedBy: '王芳',
  asked: 2,
  confirmed: 1,
  isOver: true,
  people: [1, 2].map((n) => ({
    learnerId: idOf(n),
    name: `学员${n}`,
    unitName: '漯河市中心医院',
    department: '护理部',
    confirmedAt: n === 2 ? '2026-11-21T01:00:20.000Z' : null,
    remark: n === 2 ? '与学员9用同一部手机确认' : null,
  })),
  ...some,
});

interface Given {
  me?: Me;
  people?: PresenceRow[];
  checks?: SpotCheckView[];
  startFails?: boolean;
}

async function open({ me = unitMe, people = [personOf(1)], checks = [], startFails = false }: Given = {}) {
  const past = [...checks];
  const sent = await signedIn(me, ({ path, method }) => {
    const { pathname, searchParams } = new URL(path, 'http://a');
    if (pathname.endsWith('/reminders')) {
      return { body: { told: 1, alreadyTold: 2 } };
    }
    if (pathname.endsWith('/spot-checks') && method === 'POST') {
      if (startFails) {
        return refusal(409, 'NOBODY_PRESENT', '现场还没有人签到，暂不能点名');
      }
      past.unshift(checkOf({ id: idOf(78), isOver: false, msLeft: 60_000, confirmed: 0 }));
      return { body: past[0] };
    }
    if (pathname.endsWith('/spot-checks')) {
      return { body: { items: past, total: past.length, page: 1, pageSize: 10 } };
    }
    const show = searchParams.get('show');
    const items = people.filter(({ state }) => show === 'all' || state === show);
    const count = (state: string) => people.filter((one) => one.state === state).length;
    const counts = { here: count('here'), missing: count('missing'), left: count('left'), held: 0 };
    const departments = [
      { name: '护理部', here: count('here'), expected: people.length },
      { name: '舞阳县中医院', here: 0, expected: 0 },
    ];
    return { body: { items, total: items.length, page: 1, pageSize: 20, ...counts, departments } };
  });
  draw(<PresenceCard activity={activityOf()} />);
  await settle();
  return sent;
}

test('the missing are listed first; another state is asked for and kept in the address', async () => {
  const sent = await open({
    people: [
      personOf(1),
      personOf(2, { state: 'here', lastAt: '2026-11-21T01:05:09.000Z', isEnrolled: false }),
    ],
  });
  expect(screen.getByText('学员1')).toBeTruthy();
  expect(screen.queryByText('学员2')).toBeNull();
  fireEvent.click(screen.getByRole('radio', { name: '在场' }));
  const row = (await screen.findByText('学员2')).closest('tr') as HTMLElement;
  expect(row.textContent).toBe('学员2未报名漯河市中心医院护理部在场09:05:09');
  expect(screen.getByTestId('address').textContent).toBe('/?show=here');
  expect(sent.at(-1)?.path).toContain('show=here');
});

test('a department leads to its people, and back to all', async () => {
  const sent = await open();
  fireEvent.click(screen.getByRole('button', { name: '护理部 0/1' }));
  await settle();
  expect(screen.getByTestId('address').textContent).toBe(
    `/?department=${encodeURIComponent('护理部')}&show=all`,
  );
  expect(new URL(sent.at(-1)?.path ?? '', 'http://a').searchParams.get('department')).toBe('护理部');
  fireEvent.click(screen.getByRole('button', { name: '护理部 0/1' }));
  await settle();
  expect(screen.getByTestId('address').textContent).toBe('/?show=all');
});

test('everybody came: said so, and nobody can be reminded', async () => {
  await open({ people: [personOf(1, { state: 'here', lastAt: '2026-11-21T01:05:09.000Z' })] });
  expect(screen.getByText('报名的人都到了')).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '提醒未到人员' }).disabled).toBe(true);
});

test('the missing are reminded after a question', async () => {
  const sent = await open();
  fireEvent.click(screen.getByRole('button', { name: '提醒未到人员' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('提醒1名未到人员？');
  fireEvent.click(within(dialog).getByRole('button', { name: '发送提醒' }));
  expect(await screen.findByText('已提醒1人；另有2人本半天已提醒过')).toBeTruthy();
  expect(sent.filter(({ path }) => path === `${BASE}/presence/reminders`)).toHaveLength(1);
});

test('点名 is started for so many, and followed live', async () => {
  const sent = await open();
  fireEvent.click(screen.getByRole('button', { name: '点名' }));
  expect(await screen.findByText('还没有点过名')).toBeTruthy();
  fireEvent.change(screen.getByRole('spinbutton', { name: '抽取人数' }), { target: { value: '25' } });
  fireEvent.click(screen.getByRole('button', { name: '开始点名' }));
  expect(await screen.findByText(/还剩\d+秒/)).toBeTruthy();
  expect(sent.find(({ method, path }) => method === 'POST' && path === `${BASE}/spot-checks`)?.body).toEqual({
    persons: 25,
  });
  expect(screen.getByText('等待应答')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '开始点名' })).toBeNull();
});

test('of one that is over: who did not answer, and what speaks against an answer', async () => {
  await open({ checks: [checkOf()] });
  fireEvent.click(screen.getByRole('button', { name: '点名' }));
  fireEvent.click(await screen.findByText('2026-11-21 09:00，王芳抽取2人'));
  expect(await screen.findByText('未应答')).toBeTruthy();
  expect(screen.getByText('与学员9用同一部手机确认，请现场核实')).toBeTruthy();
  expect(screen.getByText('1人未应答')).toBeTruthy();
});

test('a refusal is shown in its words', async () => {
  await open({ startFails: true });
  fireEvent.click(screen.getByRole('button', { name: '点名' }));
  fireEvent.click(await screen.findByRole('button', { name: '开始点名' }));
  expect(await screen.findByText('现场还没有人签到，暂不能点名')).toBeTruthy();
});

test('who may not hold activities can look at everything and start nothing', async () => {
  await open({ me: { ...readerMe, unit: unitMe.unit }, checks: [checkOf()] });
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '提醒未到人员' }).disabled).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: '点名' }));
  expect(await screen.findByText('1人未应答')).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '开始点名' }).disabled).toBe(true);
});
