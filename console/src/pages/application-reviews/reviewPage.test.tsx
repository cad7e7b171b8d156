import type { Me } from '@common/contract/accounts';
import type { ApplicationView } from '@common/contract/applications';
import { fireEvent, screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { applicationViewOf, STEPS } from '../../../testing/applications';
import { type Answer, refusal, type Sent } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { authorityMe, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import ReviewPage from './reviewPage';

const [A, B, C] = ['1', '2', '3'].map((digit) => digit.repeat(24)) as [string, string, string];
const viewOf = (id: string, some: Partial<ApplicationView> = {}) =>
  applicationViewOf({
    id,
    name: `项目${id[0]}`,
    state: 'waiting',
    can: ['pass', 'return', 'reject'],
    steps: STEPS,
    ...some,
  });

interface Given {
  me?: Me;
  id?: string;
  view?: Partial<ApplicationView>;
  write?: (sent: Sent) => Answer | undefined;
}
async function open({ me = authorityMe, id = B, view, write }: Given = {}): Promise<Sent[]> {
  const sent = await signedIn(me, (request) => {
    const given = write?.(request);
    if (given) {
      return given;
    }
    if (request.method === 'POST') {
      const items = (request.body as { items?: { id: string }[] }).items ?? [];
      return {
        body: { results: items.map((item) => ({ id: item.id, outcome: 'done', state: 'approved' })) },
      };
    }
    const one = /applications\/([0-9a-f]{24})$/.exec(request.path)?.[1];
    return one
      ? { body: viewOf(one, view) }
      : { body: { items: [A, B, C].map((each) => viewOf(each)), total: 3, page: 1, pageSize: 200 } };
  });
  draw(
    <Routes>
      <Route path="/application-reviews/:applicationId" element={<ReviewPage />} />
    </Routes>,
    `/application-reviews/${id}?q=护理`,
  );
  await settle();
  return sent;
}
const posts = (sent: Sent[]) => sent.filter(({ method }) => method === 'POST');
const title = () => screen.getByRole('heading', { level: 1 }).textContent;
const press = async (name: string, inside: HTMLElement = document.body) => {
  fireEvent.click(within(inside).getByRole('button', { name }));
  await settle();
};

test('the whole form is there, and the way through the list by button and key', async () => {
  await open();
  expect(screen.getByRole('region', { name: '项目负责人' }).textContent).toContain('主任护师');
  expect(screen.getByText('2 / 3')).toBeTruthy();
  await press('下一项');
  expect(title()).toBe('项目3');
  fireEvent.keyDown(document.body, { key: 'ArrowLeft' });
  await settle();
  expect(title()).toBe('项目2');
  expect(decodeURIComponent(screen.getByTestId('address').textContent ?? '')).toBe(
    `/application-reviews/${B}?q=护理`,
  );
});

test('after a decision the next that waits is opened', async () => {
  const sent = await open();
  await press('审核通过');
  expect(posts(sent)[0]?.body).toEqual({ items: [{ id: B, version: 3 }], decision: 'pass' });
  expect(title()).toBe('项目3');
});

test('where a colleague was faster the page stays, and says so', async () => {
  await open({
    write: ({ method }) =>
      method === 'POST' ? { body: { results: [{ id: B, outcome: 'moved', state: 'returned' }] } } : undefined,
  });
  await press('审核通过');
  expect(title()).toBe('项目2');
  expect(screen.getByRole('alert').textContent).toContain('刚刚有人处理过');
});

test('an expert’s opinion is kept', async () => {
  const sent = await open();
  await press('登记意见');
  const dialog = await screen.findByRole('dialog');
  await press('登记', dialog);
  expect(await within(dialog).findByText('请填写专家姓名')).toBeTruthy();
  expect(posts(sent)).toEqual([]);
  fireEvent.change(within(dialog).getByLabelText('专家姓名'), { target: { value: '赵刚' } });
  fireEvent.click(within(dialog).getByText('同意立项'));
  await press('登记', dialog);
  expect(await screen.findByText('已登记赵刚的意见')).toBeTruthy();
  expect(posts(sent)).toMatchObject([
    {
      path: `/api/applications/${B}/opinions`,
      body: { expert: '赵刚', expertTitle: '', conclusion: 'agree', text: '' },
    },
  ]);
});

test('one that is approved is published here too', async () => {
  const sent = await open({
    view: { state: 'approved', can: ['publish'] },
    write: ({ path }) =>
      path.endsWith('/publish')
        ? { body: { results: [{ id: B, outcome: 'done', projectNumber: '2027481402001' }] } }
        : undefined,
  });
  expect(screen.queryByRole('button', { name: '审核通过' })).toBeNull();
  await press('公布');
  await press('公布', await screen.findByRole('dialog'));
  expect(posts(sent)).toMatchObject([{ body: { applicationIds: [B] } }]);
  expect(await screen.findByText('2027481402001')).toBeTruthy();
});

test('the unit’s 科教 department confirms, and writes down no opinions', async () => {
  await open({ me: unitMe });
  expect(screen.getByRole('button', { name: '审核通过' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: '登记意见' })).toBeNull();
});

test('one that is not there leads back to the list', async () => {
  await open({ write: () => refusal(404, 'NOT_FOUND', '没有找到相应的内容，可能已被删除') });
  expect(screen.getByRole('link', { name: '返回项目审核' })).toBeTruthy();
});
