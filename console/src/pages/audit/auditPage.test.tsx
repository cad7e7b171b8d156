import { fireEvent, screen } from '@testing-library/react';
import { draw, settle } from '../../../testing/render';
import { authorityMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import AuditPage from './auditPage';

const ROW = {
  sequence: 120,
  at: '2026-07-20T01:02:03.000Z',
  actorName: '漯河市中心医院 · 王芳',
  actorKind: 'unit',
  action: 'learner.rejected',
  actionLabel: '人员审核不通过',
  subjectName: '人员 韩*',
  reason: '姓名与身份证不符',
};

async function open(at = '/audit', items = [ROW], me = authorityMe) {
  const sent = await signedIn(me, () => ({
    body: { items, total: items.length, page: 1, pageSize: 50, actions: [] },
  }));
  draw(<AuditPage />, at);
  await settle();
  return sent;
}

test('who did what to whom, when and why, in words', async () => {
  await open();
  const [, row] = screen.getAllByRole('row');
  expect(row?.textContent).toBe(
    '2026-07-20 09:02:03漯河市中心医院 · 王芳单位人员审核不通过人员 韩*原因：姓名与身份证不符',
  );
});

test('the filters of the address are what is asked for, and no others', async () => {
  const sent = await open(`/audit?action=learner.rejected&unitId=${'1'.repeat(24)}&unit=x&from=2026-07-01`);
  const asked = new URL(sent[0]?.path ?? '', 'http://a').searchParams;
  expect(Object.fromEntries(asked)).toEqual({
    action: 'learner.rejected',
    unitId: '1'.repeat(24),
    from: '2026-07-01',
    page: '1',
    pageSize: '50',
  });
});

test('filters that leave nothing are cleared with one click', async () => {
  await open('/audit?from=2026-07-01&to=2026-07-02', []);
  fireEvent.click(screen.getByRole('button', { name: '查看全部记录' }));
  await settle();
  expect(screen.getByTestId('address').textContent).toBe('/audit');
});

test('who lacks the 权限 is told whom to ask, and nothing is asked of the server', async () => {
  const sent = await open('/audit', [ROW], {
    ...authorityMe,
    administrator: { id: 'd'.repeat(24), name: '赵敏', permissions: ['review'] },
  });
  expect(screen.getByText('暂时不能查看审计日志')).toBeTruthy();
  expect(sent).toEqual([]);
});
