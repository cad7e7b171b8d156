import { fireEvent, screen, within } from '@testing-library/react';
import { type Answer, refusal } from '../../../testing/fakeServer';
import { type CorrectionRow, correctionRowOf } from '../../../testing/profiles';
import { draw, settle } from '../../../testing/render';
import { readerMe, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import CorrectionsPage from './correctionsPage';

const TITLE = correctionRowOf();
const NAME = correctionRowOf({
  id: '8'.repeat(24),
  kind: 'name',
  name: '许雅琴',
  before: '许雅琴',
  after: '许雅芹',
  since: null,
  proofUrl: null,
});

interface Given {
  rows?: CorrectionRow[];
  decision?: Answer;
  me?: typeof unitMe;
}

async function open({ rows = [TITLE, NAME], decision, me = unitMe }: Given = {}) {
  const sent = await signedIn(me, ({ method }) =>
    method === 'POST'
      ? (decision ?? { body: { ...TITLE, state: 'accepted' } })
      : { body: { items: rows, total: rows.length, page: 1, pageSize: 20 } },
  );
  draw(<CorrectionsPage />, '/corrections');
  await settle();
  return sent;
}
const card = (name: string) => within(screen.getByRole('article', { name }));
const decisions = (sent: { method: string; body: unknown }[]) =>
  sent.filter(({ method }) => method === 'POST').map(({ body }) => body);

test('shows what waits, in words, with its proof', async () => {
  const sent = await open();
  expect(sent[0]?.path).toContain('state=waiting');
  const title = card('韩雪的职称变更');
  expect(title.getByText('护士')).toBeTruthy();
  expect(title.getByText('护师')).toBeTruthy();
  expect(title.getByText('2026-05-01')).toBeTruthy();
  expect(title.getByRole('img').getAttribute('src')).toBe('/api/photos/proof');
  expect(card('许雅琴的姓名更正').getByText('没有附证明材料')).toBeTruthy();
});

test('accepting says what stands now', async () => {
  const sent = await open();
  fireEvent.click(card('韩雪的职称变更').getByRole('button', { name: '通过' }));
  expect(await screen.findByText('韩雪：已更正为护师')).toBeTruthy();
  await settle();
  expect(decisions(sent)).toEqual([{ decision: 'accept' }]);
});

test('refusing wants a reason', async () => {
  const sent = await open();
  fireEvent.click(card('许雅琴的姓名更正').getByRole('button', { name: '不通过' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByRole<HTMLButtonElement>('button', { name: '不通过' }).disabled).toBe(true);
  fireEvent.click(dialog.getByText('证明看不清'));
  fireEvent.click(dialog.getByRole('button', { name: '不通过' }));
  expect(await screen.findByText('许雅琴：已答复不通过')).toBeTruthy();
  await settle();
  expect(decisions(sent)).toEqual([{ decision: 'refuse', reason: '证明看不清' }]);
});

test('one that a colleague decided is told, and the list is read anew', async () => {
  const sent = await open({ decision: refusal(409, 'REQUEST_DECIDED', '该申请已处理，请刷新后查看') });
  fireEvent.click(card('韩雪的职称变更').getByRole('button', { name: '通过' }));
  expect(await screen.findByText('这项申请同事已经处理，列表已更新')).toBeTruthy();
  await settle();
  expect(sent.filter(({ method }) => method === 'GET')).toHaveLength(2);
});

test('a decided one shows how, and offers nothing', async () => {
  await open({
    rows: [
      correctionRowOf({ state: 'refused', reason: '证明看不清', decidedAt: '2026-07-20T01:00:00.000Z' }),
    ],
  });
  const one = card('韩雪的职称变更');
  expect(one.getByText('未通过')).toBeTruthy();
  expect(one.getByText('证明看不清')).toBeTruthy();
  expect(one.queryByRole('button', { name: '通过' })).toBeNull();
});

test('who may not decide can look', async () => {
  await open({ me: readerMe });
  expect(card('韩雪的职称变更').getByRole<HTMLButtonElement>('button', { name: '通过' }).disabled).toBe(true);
});

test('nothing waiting leads on to all of them', async () => {
  await open({ rows: [] });
  fireEvent.click(screen.getByRole('button', { name: '查看全部申请' }));
  await settle();
  expect(screen.getByTestId('address').textContent).toBe('/corrections?state=all');
});
