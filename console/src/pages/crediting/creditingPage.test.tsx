import type { Me } from '@common/contract/accounts';
import type { CreditingView } from '@common/contract/crediting';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { creditedOf, creditingOf } from '../../../testing/crediting';
import { type Answer, refusal } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { authorityMe, readerMe, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import CreditingPage from './creditingPage';

interface Given {
  me?: Me;
  view?: Partial<CreditingView>;
  /** Instead of the batch. */
  instead?: Answer;
  onPost?: Answer;
}
const REVIEW: CreditingView['can'] = ['approve', 'return', 'revoke'];

async function open({ me = authorityMe, view = {}, instead, onPost }: Given = {}) {
  const now = { view: creditingOf(view) };
  const sent = await signedIn(me, ({ path, method }) => {
    const { pathname } = new URL(path, 'http://a');
    if (pathname.endsWith('.xlsx')) {
      return { file: '授分人员名单.xlsx' };
    }
    if (method === 'POST') {
      return onPost ?? { body: pathname.endsWith('revocations') ? { revoked: 1, skipped: 0 } : now.view };
    }
    if (pathname.endsWith('/persons')) {
      return { body: { items: [creditedOf()], total: 1, page: 1, pageSize: 20 } };
    }
    return instead ?? { body: now.view };
  });
  draw(
    <Routes>
      <Route path="/creditings/:creditingId" element={<CreditingPage />} />
    </Routes>,
    `/creditings/${now.view.id}`,
  );
  await settle();
  return { sent, now };
}
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const posts = (sent: { method: string; path: string; body: unknown }[]) =>
  sent.filter(({ method }) => method === 'POST').map(({ path, body }) => [path.split('/').pop(), body]);
const region = (name: string) => screen.getByRole('region', { name });

test('evidence, doubts, statistics, persons and moves stand on one page', async () => {
  await open({ view: { can: REVIEW } });
  const evidence = region('授分依据');
  expect(within(evidence).getByRole('img').getAttribute('src')).toBe('/api/analysis-pictures/ticket');
  expect(evidence.textContent).toContain('有考勤5人，刷卡周期符合4人，有效3人');
  expect(evidence.textContent).toContain('考试未合格1人');
  expect(within(evidence).getByRole('link', { name: '查看每人结果' }).getAttribute('href')).toContain(
    `/analysis?analysis=${'7'.repeat(24)}`,
  );
  expect(region('疑点统计').textContent).toContain('同一手机为多人签到2人');
  expect(region('单位分布').textContent).toContain('舞阳县中医院');
  expect(region('职称分布').textContent).toContain('护士');
  expect(region('授分概况').textContent).toContain('还有14天');
  expect(region('授分人员').textContent).toContain('1 / 2个周期');
  expect(region('办理记录').textContent).toContain('授分，提交审核');
});

test('approved after being asked, and then read anew', async () => {
  const { sent } = await open({ view: { can: REVIEW } });
  fireEvent.click(button('审核通过'));
  await settle();
  expect(posts(sent)).toEqual([]);
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '审核通过' }));
  await settle();
  expect(posts(sent)).toEqual([['approval', { hasChecked: false }]]);
  expect(await screen.findByText('审核通过：漯河市中心医院5人的学分已生效')).toBeTruthy();
});

test('by hand: only after the tick that each was looked at', async () => {
  const { sent } = await open({
    view: { can: REVIEW, kind: 'manual', isManual: true, analysis: null },
  });
  expect(region('授分依据').textContent).toContain('逐一核对');
  expect(button('审核通过').disabled).toBe(true);
  fireEvent.click(screen.getByRole('checkbox', { name: '已逐一核对手工授分的人员和原因' }));
  fireEvent.click(button('审核通过'));
  await settle();
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '审核通过' }));
  await settle();
  expect(posts(sent)).toEqual([['approval', { hasChecked: true }]]);
});

test('what is against it is said before, and what the server has against it after', async () => {
  const words = '举办单位还没有提交执行情况反馈，按本地区规定不能审核通过';
  await open({
    view: { can: REVIEW, faults: [words] },
    onPost: refusal(409, 'REPORT_REQUIRED', words),
  });
  expect(screen.getByText('按规定不能审核通过')).toBeTruthy();
  fireEvent.click(button('审核通过'));
  await settle();
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '审核通过' }));
  await settle();
  expect(screen.getAllByText(words).length).toBeGreaterThan(1);
  expect(screen.queryByText(/学分已生效/)).toBeNull();
});

test('returned with a reason', async () => {
  const { sent } = await open({ view: { can: REVIEW } });
  fireEvent.click(button('退回修改'));
  const dialog = within(screen.getByRole('dialog'));
  expect(dialog.getByRole<HTMLButtonElement>('button', { name: '退回修改' }).disabled).toBe(true);
  fireEvent.click(dialog.getByText('有疑点的人员须核实'));
  fireEvent.click(dialog.getByRole('button', { name: '退回修改' }));
  await settle();
  expect(posts(sent)).toEqual([['return', { reason: '有疑点的人员须核实' }]]);
});

test.each([
  ['the unit', unitMe, ['submit', 'revoke'], '/api/unit/creditings/', '撤销后可以重新授分'],
  ['the authority', authorityMe, ['revoke'], '/api/authority/creditings/', '电子学分证书随之作废'],
] as const)('%s revokes chosen persons with a reason', async (_, me, can, path, words) => {
  const state = me === unitMe ? 'returned' : 'approved';
  const { sent } = await open({ me, view: { can: [...can], state } });
  fireEvent.click(screen.getByRole('checkbox', { name: '选择韩雪' }));
  fireEvent.click(button('撤销学分'));
  const dialog = screen.getByRole('dialog');
  expect(dialog.textContent).toContain(words);
  fireEvent.click(within(dialog).getByText('没有实际参加'));
  fireEvent.click(within(dialog).getByRole('button', { name: '撤销学分' }));
  await settle();
  const post = sent.find(({ method }) => method === 'POST');
  expect(post?.path).toContain(path);
  expect(post?.body).toEqual({ learnerIds: ['4'.repeat(24)], reason: '没有实际参加' });
});

test('what came back says why, and is submitted anew with a note', async () => {
  const { sent } = await open({
    me: unitMe,
    view: { state: 'returned', returnReason: '请核实同一手机签到的三人', can: ['submit', 'revoke'] },
  });
  expect(screen.getByText('请核实同一手机签到的三人')).toBeTruthy();
  fireEvent.click(button('重新提交'));
  const dialog = within(screen.getByRole('dialog'));
  fireEvent.click(dialog.getByText('已核实，均为本人参加'));
  fireEvent.click(dialog.getByRole('button', { name: '重新提交' }));
  await settle();
  expect(posts(sent)).toEqual([['submission', { note: '已核实，均为本人参加' }]]);
});

test('while it is being written the page follows, and nothing can be done with it', async () => {
  jest.useFakeTimers({ doNotFake: ['setTimeout', 'queueMicrotask', 'nextTick'] });
  try {
    const { now } = await open({
      me: unitMe,
      view: { state: 'writing', progress: { done: 400, total: 1600 }, can: [] },
    });
    expect(screen.getByText(/已完成400人，共1600人/)).toBeTruthy();
    now.view = creditingOf({ persons: 1600 });
    act(() => void jest.advanceTimersByTime(2_000));
    await settle();
    expect(screen.queryByText(/已完成400人/)).toBeNull();
    expect(screen.getByText('等待 漯河市卫生健康委员会 审核')).toBeTruthy();
  } finally {
    jest.useRealTimers();
  }
});

test('who may not review is told; the approved one has its certificates', async () => {
  await open({ me: { ...authorityMe, administrator: readerMe.administrator }, view: { can: REVIEW } });
  expect(button('审核通过').disabled).toBe(true);
  expect(screen.queryByRole('button', { name: '批量下载证书' })).toBeNull();
});

test('certificates of an approved batch', async () => {
  await open({ view: { state: 'approved', can: ['revoke'], daysLeft: null, reviewDueOn: null } });
  expect(button('批量下载证书')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '审核通过' })).toBeNull();
});

test('one of another unit is not there, and there is a way back', async () => {
  await open({ instead: refusal(404, 'NOT_FOUND', '没有找到') });
  expect(screen.getByRole('link', { name: '返回学分审核' }).getAttribute('href')).toBe('/creditings');
});
