import type { ActivityRow, ActivityView } from '@common/contract/activities';
import { fireEvent, screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { type Answer, refusal } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { activityOf, authorityMe, readerMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import ActivityReviewPage from './activityReviewPage';
import ActivityReviewsPage from './activityReviewsPage';

const CAN: ActivityRow['can'] = ['pass', 'return', 'reject'];
const waiting = (digit: string, name: string) =>
  activityOf({ id: digit.repeat(24), name, state: 'waiting', can: CAN, version: Number(digit) });
const FIRST = waiting('1', '外科护理学学习班');
const SECOND = waiting('2', '新生儿复苏学习班');

interface Given {
  at?: string;
  rows?: ActivityView[];
  me?: typeof authorityMe;
  decide?: Answer;
}
async function open({
  at = '/activity-reviews',
  rows = [FIRST, SECOND],
  me = authorityMe,
  decide,
}: Given = {}) {
  const sent = await signedIn(me, ({ method, path }) => {
    if (method === 'POST') {
      return decide ?? { body: { results: [{ id: FIRST.id, outcome: 'done', state: 'approved' }] } };
    }
    const one = rows.find(({ id }) => path === `/api/activities/${id}`);
    return { body: one ?? { items: rows, total: rows.length, page: 1, pageSize: 20 } };
  });
  draw(
    <Routes>
      <Route path="/activity-reviews" element={<ActivityReviewsPage />} />
      <Route path="/activity-reviews/:activityId" element={<ActivityReviewPage />} />
    </Routes>,
    at,
  );
  await settle();
  return sent;
}
const posted = (sent: { method: string; body: unknown }[]) =>
  sent.filter(({ method }) => method === 'POST').map(({ body }) => body);

test.each([
  ['/activity-reviews', 'show=waiting'],
  ['/activity-reviews?show=changes', 'show=changes'],
  ['/activity-reviews?show=decided&q=护理', 'show=decided'],
])('%s lists %s', async (at, query) => {
  expect((await open({ at }))[0]?.path).toContain(query);
});

test('several pass at once, each by the version that was seen', async () => {
  const results = [FIRST, SECOND].map(({ id }) => ({ id, outcome: 'done', state: 'approved' }));
  const sent = await open({ decide: { body: { results } } });
  fireEvent.click(screen.getByLabelText('选择外科护理学学习班'));
  fireEvent.click(screen.getByLabelText('选择新生儿复苏学习班'));
  fireEvent.click(
    within(screen.getByRole('region', { name: '批量操作' })).getByRole('button', { name: '审核通过' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.click(dialog.getByRole('button', { name: '审核通过' }));
  expect(await screen.findByText('2项已审核通过')).toBeTruthy();
  expect(posted(sent)).toEqual([
    {
      decision: 'pass',
      items: [
        { id: FIRST.id, version: 1 },
        { id: SECOND.id, version: 2 },
      ],
    },
  ]);
});

test('退回修改 of one asks why, page by page, and goes on to the next', async () => {
  const sent = await open({ at: `/activity-reviews/${FIRST.id}` });
  fireEvent.click(screen.getByRole('button', { name: '退回修改' }));
  const dialog = within(await screen.findByRole('dialog'));
  const ok = dialog.getByRole('button', { name: '退回修改' });
  expect(ok.hasAttribute('disabled')).toBe(true);
  fireEvent.change(dialog.getByLabelText('资料上传'), { target: { value: '会议通知没有红章' } });
  fireEvent.click(ok);
  await settle();
  expect(posted(sent)).toEqual([
    {
      decision: 'return',
      reason: '',
      pages: [{ page: 'documents', reason: '会议通知没有红章' }],
      items: [{ id: FIRST.id, version: 1 }],
    },
  ]);
  expect(screen.getByTestId('address').textContent).toBe(`/activity-reviews/${SECOND.id}`);
});

test('one that a colleague decided meanwhile is said to be untouched, and stays to be looked at', async () => {
  await open({
    at: `/activity-reviews/${FIRST.id}`,
    decide: { body: { results: [{ id: FIRST.id, outcome: 'moved', state: 'returned' }] } },
  });
  fireEvent.click(screen.getByRole('button', { name: '审核通过' }));
  expect(await screen.findByText(/刚刚有人处理过或修改过/)).toBeTruthy();
  await settle();
  expect(screen.getByTestId('address').textContent).toBe(`/activity-reviews/${FIRST.id}`);
});

const CHANGE: NonNullable<ActivityView['change']> = {
  id: '6'.repeat(24),
  venue: '行政楼三楼会议室',
  address: '漯河市人民东路56号',
  point: null,
  periods: [{ from: '2026-07-27T00:00:00.000Z', to: '2026-07-27T10:00:00.000Z' }],
  reason: '报告厅检修',
  state: 'waiting',
  waitingFor: '漯河市卫生健康委员会',
  note: '',
  submittedAt: '2026-07-10T01:00:00.000Z',
  can: CAN,
  version: 4,
  steps: [{ step: 'city', ownerName: '漯河市卫生健康委员会', state: 'waiting' }],
  moves: [],
};
const changing = activityOf({ hasChange: true, change: CHANGE });

test('a change is decided old against new, by its own version', async () => {
  const sent = await open({
    at: `/activity-reviews/${changing.id}?show=changes`,
    rows: [changing],
    decide: { body: changing },
  });
  const card = within(screen.getByRole('region', { name: '变更申请' }));
  expect(card.getByText('2026-07-20 08:00–18:00')).toBeTruthy();
  expect(card.getByText('2026-07-27 08:00–18:00')).toBeTruthy();
  fireEvent.click(card.getByRole('button', { name: '不同意' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.click(dialog.getByText('变更原因不充分'));
  fireEvent.click(dialog.getByRole('button', { name: '不同意变更' }));
  await settle();
  expect(posted(sent)).toEqual([
    { changeId: CHANGE.id, version: 4, decision: 'return', reason: '变更原因不充分' },
  ]);
});

test('a change that a colleague was faster with is shown anew', async () => {
  const sent = await open({
    at: `/activity-reviews/${changing.id}?show=changes`,
    rows: [changing],
    decide: refusal(409, 'REVIEW_MOVED', '刚刚有人处理过，请刷新后查看'),
  });
  fireEvent.click(screen.getByRole('button', { name: '同意变更' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.click(dialog.getByRole('button', { name: '同意变更' }));
  expect(await screen.findByText('刚刚有人处理过，请刷新后查看')).toBeTruthy();
  await settle();
  expect(sent.filter(({ path }) => path === `/api/activities/${changing.id}`)).toHaveLength(2);
});

test('one without 审核项目与活动 reads everything and decides nothing', async () => {
  await open({ at: `/activity-reviews/${FIRST.id}`, me: readerMe });
  for (const name of ['审核通过', '退回修改', '审核不通过']) {
    expect(screen.getByRole('button', { name }).hasAttribute('disabled')).toBe(true);
  }
});
