import type { Me } from '@common/contract/accounts';
import type { CreditingRow } from '@common/contract/crediting';
import { fireEvent, screen, within } from '@testing-library/react';
import { refusal } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { AUTHORITY, authorityMe, batchOf, readerMe, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import CreditingsPage from './creditingsPage';

const MINE = batchOf({ can: ['approve', 'return', 'revoke'] });
const MANUAL = batchOf({
  id: '6'.repeat(24),
  activityName: '静脉输液线上培训',
  kind: 'manual',
  isManual: true,
  can: ['approve', 'return'],
});
const APPROVED = batchOf({
  id: '5'.repeat(24),
  activityName: '肿瘤新进展',
  state: 'approved',
  waitingFor: null,
  reviewDueOn: null,
  daysLeft: null,
  reviewedBy: AUTHORITY.name,
  reviewedAt: '2026-07-21T01:00:00.000Z',
});

async function open(me: Me, items: CreditingRow[], search = '', skipped: object[] = []) {
  const sent = await signedIn(me, ({ method }) =>
    method === 'POST'
      ? { body: { approved: 1, skipped } }
      : { body: { items, total: items.length, page: 1, pageSize: 20, mine: 2, late: 1 } },
  );
  draw(<CreditingsPage />, `/creditings${search}`);
  await settle();
  return sent;
}
const row = (name: RegExp) => within(screen.getByRole('row', { name }));
const queries = (sent: { path: string }[]) =>
  sent.map(({ path }) => Object.fromEntries(new URL(path, 'http://a').searchParams));

test('a unit reads whom its batch waits for and until when; what came back is for it to mend', async () => {
  await open(unitMe, [
    batchOf({ daysLeft: -2 }),
    batchOf({
      id: '8'.repeat(24),
      activityName: '静脉输液',
      state: 'returned',
      returnReason: '请核实同一手机签到的三人',
      can: ['submit'],
    }),
    batchOf({
      id: '9'.repeat(24),
      activityName: '伤口护理',
      persons: 0,
      revokedPersons: 5,
      waitingFor: null,
    }),
  ]);
  expect(row(/伤口护理/).getByText('已全部撤销').className).toContain('status--quiet');
  const waiting = row(/外科护理学/);
  expect(waiting.getByText('等待 漯河市卫生健康委员会 审核').className).toContain('status--waiting');
  expect(waiting.getByText('已逾期2天').className).toContain('status--waiting');
  const returned = row(/静脉输液/);
  expect(returned.getByText('退回修改').className).toContain('status--act');
  expect(returned.getByText('请核实同一手机签到的三人')).toBeTruthy();
  expect(returned.getByRole('link', { name: '修改' }).getAttribute('href')).toBe(
    `/creditings/${'8'.repeat(24)}`,
  );
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('the authority sees red what is late and its own; one further up, whose turn it is', async () => {
  const late = { ...MINE, daysLeft: -3 };
  await open(authorityMe, [
    late,
    { ...late, id: '7'.repeat(24), activityName: '县里的', waitingFor: '舞阳县卫生健康委员会' },
  ]);
  expect(row(/外科护理学/).getByText('待审核').className).toContain('status--act');
  expect(row(/外科护理学/).getByText('已逾期3天').className).toContain('status--act');
  expect(row(/县里的/).getByText('等待 舞阳县卫生健康委员会 审核').className).toContain('status--waiting');
  expect(row(/县里的/).getByText('已逾期3天').className).toContain('status--waiting');
});

test('several are approved at once; by hand and approved ones cannot be chosen, skipped ones say why', async () => {
  const sent = await open(authorityMe, [MINE, MANUAL, APPROVED], '', [
    { id: MINE.id, activityName: '外科护理学新进展', message: '举办单位还没有提交执行情况反馈' },
  ]);
  const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: `选择${name}` });
  expect(box('静脉输液线上培训').disabled).toBe(true);
  expect(box('肿瘤新进展').disabled).toBe(true);
  fireEvent.click(box(MINE.activityName));
  fireEvent.click(screen.getByRole('button', { name: '批量通过' }));
  await settle();
  expect(sent.some(({ method }) => method === 'POST')).toBe(false);
  fireEvent.click(screen.getByRole('button', { name: '审核通过1批' }));
  await settle();
  expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({ creditingIds: [MINE.id] });
  const alert = screen.getByText('审核通过1批，跳过1批').closest('.ant-alert') as HTMLElement;
  expect(alert.textContent).toContain('举办单位还没有提交执行情况反馈');
  expect(within(alert).getByRole('link').getAttribute('href')).toBe(`/creditings/${MINE.id}`);
});

test('many are approved in parts; where a part fails, what is left stays chosen', async () => {
  const items = Array.from({ length: 45 }, (_, n) => ({ ...MINE, id: String(n).padStart(24, '0') }));
  const parts: number[] = [];
  await signedIn(authorityMe, ({ method, body }) => {
    if (method !== 'POST') {
      return { body: { items, total: items.length, page: 1, pageSize: 50, mine: 45, late: 0 } };
    }
    const { length } = (body as { creditingIds: string[] }).creditingIds;
    parts.push(length);
    return parts.length === 3
      ? refusal(503, 'STORE_UNAVAILABLE', '系统繁忙')
      : { body: { approved: length, skipped: [] } };
  });
  draw(<CreditingsPage />, '/creditings');
  await settle();
  fireEvent.click(screen.getByRole('checkbox', { name: '本页全选' }));
  fireEvent.click(screen.getByRole('button', { name: '批量通过' }));
  await settle();
  fireEvent.click(screen.getByRole('button', { name: '审核通过45批' }));
  await settle();
  await settle();
  expect(parts).toEqual([20, 20, 5]);
  expect(screen.getByText('审核通过40批，学员的学分已生效')).toBeTruthy();
  expect(screen.getByRole('region', { name: '批量操作' }).textContent).toContain('5');
});

test.each([
  ['a unit sees all at first', unitMe, '', { state: 'all' }],
  ['an authority what waits for it', authorityMe, '', { state: 'mine' }],
  [
    'the address narrows, and nonsense in it does not',
    authorityMe,
    `?state=late&kind=manual&q=护理&activity=x`,
    { state: 'late', kind: 'manual', q: '护理' },
  ],
  [
    'an activity named by the address stands for all its batches',
    authorityMe,
    `?activity=${'1'.repeat(24)}`,
    { state: 'all', activityId: '1'.repeat(24) },
  ],
] as const)('%s', async (_, me, search, wanted) => {
  const sent = await open(me, [], search);
  expect(queries(sent)[0]).toEqual({ page: '1', pageSize: '20', ...wanted });
});

test('who may not review reads why, and an empty list has a next step', async () => {
  await open({ ...authorityMe, administrator: readerMe.administrator }, [MINE]);
  fireEvent.click(screen.getByRole('checkbox', { name: `选择${MINE.activityName}` }));
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '批量通过' }).disabled).toBe(true);
  expect(screen.getByRole('note').getAttribute('aria-label')).toContain('审核学分');
});

test('a unit without any batch is led to 项目参加者授分', async () => {
  await open(unitMe, []);
  expect(screen.getByRole('link', { name: '去项目参加者授分' }).getAttribute('href')).toBe('/creditable');
});
