import type { Me } from '@common/contract/accounts';
import type { ApplicationRow } from '@common/contract/applications';
import { fireEvent, screen, within } from '@testing-library/react';
import { applicationOf } from '../../../testing/applications';
import { type Answer, refusal, type Sent } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { authorityMe, readerMe, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import ReviewsPage from './reviewsPage';

const idOf = (at: number) => String(at).padStart(24, '0');
const waiting = (count: number): ApplicationRow[] =>
  Array.from({ length: count }, (_, at) =>
    applicationOf({
      id: idOf(at),
      name: `项目${at}`,
      state: 'waiting',
      waitingFor: '漯河市卫生健康委员会',
      submittedAt: '2026-11-18T01:00:00.000Z',
      can: ['pass', 'return', 'reject'],
      version: at,
    }),
  );
interface Posted {
  items: { id: string; version: number }[];
  decision: string;
  reason: string;
  pages: { page: string; reason: string }[];
}

interface Given {
  me?: Me;
  rows?: ApplicationRow[];
  at?: string;
  /** What becomes of one. */
  outcome?: (id: string) => 'done' | 'moved' | 'refused';
  fail?: (posted: number) => Answer | undefined;
}
async function open(given: Given = {}): Promise<Sent[]> {
  const {
    me = authorityMe,
    rows = waiting(3),
    at = '/application-reviews',
    outcome = () => 'done',
    fail,
  } = given;
  let posted = 0;
  const sent = await signedIn(me, ({ method, path, body }) => {
    if (method === 'POST') {
      const failure = fail?.(posted++);
      if (failure) {
        return failure;
      }
      if (path.endsWith('/publish')) {
        const { applicationIds } = body as { applicationIds: string[] };
        const results = applicationIds.map((id, index) => ({
          id,
          outcome: outcome(id),
          projectNumber: outcome(id) === 'done' ? `202748140200${index + 1}` : null,
        }));
        return { body: { results } };
      }
      const { items } = body as Posted;
      return { body: { results: items.map(({ id }) => ({ id, outcome: outcome(id), state: 'approved' })) } };
    }
    const asked = new URL(path, 'http://a').searchParams;
    const [page, size] = [Number(asked.get('page')), Number(asked.get('pageSize'))];
    return {
      body: { items: rows.slice((page - 1) * size, page * size), total: rows.length, page, pageSize: size },
    };
  });
  draw(<ReviewsPage />, at);
  await settle();
  return sent;
}
const posts = (sent: Sent[]) =>
  sent.filter(({ method }) => method === 'POST').map(({ body }) => body as Posted);
const bar = () => screen.getByRole('region', { name: '批量操作' });
const choosePage = () =>
  fireEvent.click(screen.getAllByRole('checkbox', { name: '本页全选' })[0] as HTMLElement);
const press = async (name: string, inside: HTMLElement = document.body) => {
  fireEvent.click(within(inside).getByRole('button', { name }));
  await settle();
};
const dialog = () => screen.findByRole('dialog');

test('the filters of the address are what is asked for', async () => {
  const sent = await open({ at: '/application-reviews?show=decided&level=city&year=2027&q=护理' });
  expect(Object.fromEntries(new URL(sent[0]?.path ?? '', 'http://a').searchParams)).toEqual({
    show: 'decided',
    level: 'city',
    year: '2027',
    q: '护理',
    page: '1',
    pageSize: '20',
  });
});

test('a unit publishes nothing, and is not asked for such a list', async () => {
  const sent = await open({ me: unitMe, at: '/application-reviews?show=toPublish' });
  expect(sent[0]?.path).toContain('show=waiting');
  expect(screen.queryByText('待公布')).toBeNull();
});

test('a page is passed after being asked, each by the version that was seen', async () => {
  const sent = await open();
  choosePage();
  await press('审核通过', bar());
  expect(posts(sent)).toEqual([]);
  await press('审核通过', await dialog());
  expect(await screen.findByText('3项已审核通过')).toBeTruthy();
  expect(posts(sent)).toEqual([
    { items: [0, 1, 2].map((at) => ({ id: idOf(at), version: at })), decision: 'pass' },
  ]);
});

test('all pages are chosen, and decided 200 at a time with one reason', async () => {
  const sent = await open({ rows: waiting(250) });
  choosePage();
  await press('选择全部 250 项');
  expect(bar().textContent).toContain('已选 250 项');
  await press('审核不通过', bar());
  const asked = await dialog();
  expect(within(asked).getByRole<HTMLButtonElement>('button', { name: '审核不通过' }).disabled).toBe(true);
  expect(within(asked).queryByText('哪一页要改什么（可不填）')).toBeNull();
  fireEvent.click(within(asked).getByText('与已有项目重复'));
  await press('审核不通过', asked);
  expect(await screen.findByText('250项已审核不通过')).toBeTruthy();
  expect(posts(sent).map(({ items }) => items.length)).toEqual([200, 50]);
  expect(posts(sent)[1]).toMatchObject({ decision: 'reject', reason: '与已有项目重复', pages: [] });
});

test('one is returned page by page', async () => {
  const sent = await open();
  fireEvent.click(screen.getByRole('checkbox', { name: '选择项目1' }));
  await press('退回修改', bar());
  const asked = await dialog();
  fireEvent.change(within(asked).getByLabelText('课程与师资'), { target: { value: '请拆分为半天一门' } });
  await press('退回修改', asked);
  expect(posts(sent)).toEqual([
    {
      items: [{ id: idOf(1), version: 1 }],
      decision: 'return',
      reason: '',
      pages: [{ page: 'courses', reason: '请拆分为半天一门' }],
    },
  ]);
});

test('where a colleague was faster it is said, and the list is read anew', async () => {
  const sent = await open({ outcome: (id) => (id === idOf(1) ? 'moved' : 'done') });
  choosePage();
  await press('审核通过', bar());
  await press('审核通过', await dialog());
  expect((await screen.findByRole('alert')).textContent).toContain('2项已审核通过；1项刚刚有人处理过');
  expect(sent.filter(({ method }) => method === 'GET')).toHaveLength(2);
});

test('a failure in between tells what has not been decided', async () => {
  await open({
    rows: waiting(250),
    fail: (posted) => (posted === 1 ? refusal(503, 'STORE_UNAVAILABLE', '系统繁忙，请稍后再试') : undefined),
  });
  choosePage();
  await press('选择全部 250 项');
  await press('审核通过', bar());
  await press('审核通过', await dialog());
  expect((await screen.findByRole('alert')).textContent).toContain(
    '200项已审核通过；还有50项没有处理：系统繁忙，请稍后再试',
  );
});

test('publishing is one step, and tells the numbers', async () => {
  const rows = waiting(2).map((row) => ({ ...row, state: 'approved' as const, can: ['publish' as const] }));
  await open({ rows, at: '/application-reviews?show=toPublish' });
  choosePage();
  await press('公布', bar());
  await press('公布', await dialog());
  expect(await screen.findByText('已公布2项')).toBeTruthy();
  expect(screen.getByText('2027481402001')).toBeTruthy();
  expect(screen.getByText('2027481402002')).toBeTruthy();
});

test('another filter lets go of the chosen', async () => {
  await open();
  choosePage();
  expect(bar()).toBeTruthy();
  fireEvent.click(screen.getByText('待公布', { selector: '.ant-segmented-item-label' }));
  await settle();
  expect(screen.queryByRole('region', { name: '批量操作' })).toBeNull();
});

test('nothing waiting leads on to what was decided', async () => {
  await open({ rows: [] });
  await press('查看已审核的项目');
  expect(screen.getByTestId('address').textContent).toBe('/application-reviews?show=decided');
});

test('who may not decide sees the list', async () => {
  await open({ me: readerMe });
  expect(screen.getByRole('link', { name: '项目0' })).toBeTruthy();
  expect(screen.queryByRole('checkbox')).toBeNull();
});
