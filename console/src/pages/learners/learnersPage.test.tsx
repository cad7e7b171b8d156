import type { Me } from '@common/contract/accounts';
import type { LearnerRow } from '@common/contract/learners';
import { fireEvent, screen, within } from '@testing-library/react';
import type { Sent } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { learnerOf, readerMe, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import LearnersPage from './learnersPage';

const AS_OF = '2026-07-20T00:00:00.000Z';
const idOf = (index: number) => String(index).padStart(24, '0');
const people = (count: number): LearnerRow[] =>
  Array.from({ length: count }, (_, index) => learnerOf({ id: idOf(index), name: `学员${index}` }));

interface Given {
  me?: Me;
  rows?: LearnerRow[];
  at?: string;
  /** Of those asked about: not changed, because a colleague was first. */
  before?: string[];
}

/** The page over a list of people that a decision takes away from. */
async function open({ me = unitMe, rows = people(3), at = '/learners', before = [] }: Given = {}) {
  let waiting = rows;
  const sent = await signedIn(me, ({ path, method, body }) => {
    if (path.endsWith('/decisions')) {
      const { learnerIds, decision } = body as { learnerIds: string[]; decision: string };
      waiting = waiting.filter(({ id }) => !learnerIds.includes(id));
      const results = learnerIds.map((learnerId) => ({
        learnerId,
        state: decision === 'approve' ? 'approved' : 'rejected',
        changed: !before.includes(learnerId),
        isNewer: false,
      }));
      return { body: { changed: results.filter((one) => one.changed).length, results } };
    }
    if (path.endsWith('/departments')) {
      return { body: { items: [{ id: idOf(1), name: '急诊科', approved: 1, pending: 0 }] } };
    }
    if (method === 'PUT') {
      return { body: { changed: 1 } };
    }
    const query = new URL(path, 'http://a').searchParams;
    const [page, pageSize] = [Number(query.get('page')), Number(query.get('pageSize'))];
    const items = waiting.slice((page - 1) * pageSize, page * pageSize);
    return { body: { items, total: waiting.length, page, pageSize, asOf: AS_OF } };
  });
  draw(<LearnersPage />, at);
  await settle();
  return sent;
}
const decisions = (sent: Sent[]) =>
  sent.filter(({ path }) => path.endsWith('/decisions')).map(({ body }) => body as { learnerIds: string[] });
const lists = (sent: Sent[]) =>
  sent
    .filter(({ path }) => path.startsWith('/api/unit/learners?'))
    .map(({ path }) => Object.fromEntries(new URL(path, 'http://a').searchParams));
const choosePage = () => {
  const [box] = screen.getAllByRole('checkbox', { name: '本页全选' });
  fireEvent.click(box as HTMLElement);
};
const bar = () => screen.getByRole('region', { name: '批量操作' });

test('shows those not yet decided at first', async () => {
  const sent = await open();
  expect(lists(sent)).toEqual([expect.objectContaining({ state: 'pending', page: '1' })]);
});

test('the address says what is listed, unknown words in it fall back', async () => {
  const sent = await open({ at: '/learners?state=approved&q=王&department=急诊科&status=nonsense' });
  expect(lists(sent)[0]).toMatchObject({ state: 'approved', q: '王', department: '急诊科', status: 'all' });
});

test('hints say what to look at twice', async () => {
  await open({
    rows: [learnerOf({ sameNameInUnit: true, isDepartmentKnown: false, status: 'maternityLeave' })],
  });
  const row = within(screen.getByRole('row', { name: /韩雪/ }));
  for (const hint of ['同名', '科室未登记', '产假']) {
    expect(row.getByText(hint)).toBeTruthy();
  }
});

test('one is approved with a click, by what was read of him', async () => {
  const sent = await open({ rows: [learnerOf()] });
  fireEvent.click(within(screen.getByRole('row', { name: /韩雪/ })).getByRole('button', { name: '通过' }));
  expect(await screen.findByText('韩雪：审核通过')).toBeTruthy();
  expect(decisions(sent)).toEqual([
    { learnerIds: [learnerOf().id], decision: 'approve', asOf: learnerOf().submittedAt },
  ]);
  expect(await screen.findByText('都审核完了')).toBeTruthy();
});

test('a page is approved in three clicks, after being asked', async () => {
  const sent = await open({ rows: people(20) });
  choosePage();
  fireEvent.click(within(bar()).getByRole('button', { name: '审核通过' }));
  expect(decisions(sent)).toEqual([]);
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByRole('button', { name: '审核通过' }));
  expect(await screen.findByText('20人已审核通过')).toBeTruthy();
  expect(decisions(sent)).toEqual([expect.objectContaining({ asOf: AS_OF, decision: 'approve' })]);
});

test('all pages are chosen, and decided on 200 at a time', async () => {
  const sent = await open({ rows: people(450) });
  choosePage();
  fireEvent.click(screen.getByRole('button', { name: '选择全部 450 人' }));
  await settle();
  expect(bar().textContent).toContain('已选 450 人');
  fireEvent.click(within(bar()).getByRole('button', { name: '审核不通过' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByText('非本单位人员'));
  fireEvent.click(within(dialog).getByRole('button', { name: '审核不通过' }));
  expect(await screen.findByText('450人已审核不通过')).toBeTruthy();
  expect(decisions(sent).map(({ learnerIds }) => learnerIds.length)).toEqual([200, 200, 50]);
  expect(new Set(decisions(sent).flatMap(({ learnerIds }) => learnerIds)).size).toBe(450);
});

test('whom a colleague decided before is named and stays on the page to be read', async () => {
  await open({ before: [idOf(1)] });
  choosePage();
  fireEvent.click(within(bar()).getByRole('button', { name: '审核通过' }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '审核通过' }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('2人已审核通过；1人此前已由同事审核');
  expect(alert.textContent).toContain('学员1（审核通过）');
});

test('another filter lets go of the chosen', async () => {
  await open();
  choosePage();
  expect(bar()).toBeTruthy();
  fireEvent.click(screen.getByText('审核不通过', { selector: '.ant-segmented-item-label' }));
  await settle();
  expect(screen.queryByRole('region', { name: '批量操作' })).toBeNull();
});

test('the way to a person keeps the list that one came from', async () => {
  await open({ at: '/learners?state=all&q=学员' });
  const link = screen.getByRole('link', { name: '学员0' });
  expect(decodeURIComponent(link.getAttribute('href') ?? '')).toBe(`/learners/${idOf(0)}?state=all&q=学员`);
});

test('who may not decide sees the list, and whom to ask', async () => {
  await open({ me: readerMe, rows: [learnerOf()] });
  const approve = screen.getByRole<HTMLButtonElement>('button', { name: '通过' });
  expect(approve.disabled).toBe(true);
  expect(approve.closest('[role=note]')?.getAttribute('aria-label')).toContain('“人员审核与调动”权限');
  expect(screen.queryByRole('checkbox')).toBeNull();
});
