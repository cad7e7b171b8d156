import type { CreditableRow } from '@common/contract/crediting';
import { fireEvent, screen, within } from '@testing-library/react';
import { creditableOf } from '../../../testing/crediting';
import { refusal } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import CreditablePage from './creditablePage';

async function open(items: CreditableRow[] | null, search = '', late = 0) {
  const sent = await signedIn(unitMe, () =>
    items
      ? { body: { items, total: items.length, page: 1, pageSize: 20, late } }
      : refusal(503, 'STORE_UNAVAILABLE', '系统繁忙，请稍后再试'),
  );
  draw(<CreditablePage />, `/creditable${search}`);
  await settle();
  return sent;
}
const asked = (sent: { path: string }[]) =>
  sent.map(({ path }) => Object.fromEntries(new URL(path, 'http://a').searchParams));

test('a project leads to its 授分, with how far it is and until when', async () => {
  await open([
    creditableOf(),
    creditableOf({ activityId: '2'.repeat(24), name: '静脉输液', analyses: 0, daysLeft: -1 }),
  ]);
  const row = within(screen.getByRole('row', { name: /外科护理学/ }));
  expect(row.getByText('还有9天').className).toContain('status--waiting');
  expect(row.getByRole('button', { name: '授分' }).closest('a')?.getAttribute('href')).toBe(
    `/activities/${'1'.repeat(24)}/crediting`,
  );
  const late = within(screen.getByRole('row', { name: /静脉输液/ }));
  expect(late.getByText('已逾期1天').className).toContain('status--act');
  expect(late.getByText('还没有')).toBeTruthy();
});

test('once somebody was credited, the deadline was kept', async () => {
  await open([creditableOf({ credited: 2, daysLeft: -5 })]);
  expect(screen.queryByText(/已逾期/)).toBeNull();
});

test('what is late is told, and leads to those; a name is looked for', async () => {
  const sent = await open([creditableOf()], '', 2);
  fireEvent.click(screen.getByRole('button', { name: '查看逾期' }));
  await settle();
  fireEvent.change(screen.getByRole('textbox', { name: '项目名称或编号' }), { target: { value: '护理' } });
  fireEvent.click(screen.getByRole('button', { name: '查询' }));
  await settle();
  expect(asked(sent).map(({ show, q }) => [show, q])).toEqual([
    ['open', undefined],
    ['late', undefined],
    ['late', '护理'],
  ]);
});

test('nothing to credit leads to all; nothing at all to 项目管理', async () => {
  const sent = await open([]);
  fireEvent.click(screen.getByRole('button', { name: '查看全部' }));
  await settle();
  expect(asked(sent)[1]?.show).toBe('all');
  expect(screen.getByRole('link', { name: '去项目管理' })).toBeTruthy();
});

test('a failure can be tried again', async () => {
  await open(null);
  expect(screen.getByText('系统繁忙，请稍后再试')).toBeTruthy();
  expect(screen.getByRole('button', { name: '重新加载' })).toBeTruthy();
});
