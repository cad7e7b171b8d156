import type { Me } from '@common/contract/accounts';
import type { ReportRow } from '@common/contract/reports';
import { fireEvent, screen, within } from '@testing-library/react';
import { draw, settle } from '../../../testing/render';
import { reportOf, waitingReport } from '../../../testing/reports';
import { authorityMe, readerMe, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import ReportsPage from './reportsPage';

const LATE = reportOf({
  id: 'f'.repeat(24),
  activityId: '2'.repeat(24),
  term: 2,
  daysLeft: -3,
  isLate: true,
});

async function open(me: Me, items: ReportRow[], { at = '/reports', late = 0 } = {}) {
  const sent = await signedIn(me, () => ({
    body: { items, total: items.length, page: 1, pageSize: 20, late },
  }));
  draw(<ReportsPage />, at);
  await settle();
  return sent;
}
const asked = (path: string) => new URL(path, 'http://a').searchParams;
const row = (name: RegExp) => screen.getByRole('row', { name });

test('a unit sees what is due with the working days that are left, and in red what is late', async () => {
  const sent = await open(unitMe, [LATE, reportOf({ isProvisional: true })], { late: 1 });
  expect(asked(sent[0]?.path ?? '').get('show')).toBe('open');
  const late = row(/第2期/);
  expect(within(late).getByText('已逾期 3 个工作日').className).toContain('status--act');
  const due = row(/第1期/);
  expect(within(due).getByText('还有 12 个工作日').className).toContain('status--waiting');
  expect(within(due).getByText('以公布的放假安排为准')).toBeTruthy();
  expect(within(late).queryByText('以公布的放假安排为准')).toBeNull();
  expect(within(due).getByText('填写').getAttribute('href')).toBe(`/reports/${'1'.repeat(24)}`);
  expect(screen.getByRole('alert').textContent).toContain('有1份执行情况反馈已逾期');
});

test('who may not hold activities may look', async () => {
  await open(readerMe, [reportOf()]);
  expect(within(row(/第1期/)).getByText('查看')).toBeTruthy();
});

test('an authority begins with what it has to review, and sees how many are late', async () => {
  const sent = await open(authorityMe, [reportOf(waitingReport(['pass', 'return']))], { late: 2 });
  expect(asked(sent[0]?.path ?? '').get('show')).toBe('waiting');
  const waiting = row(/第1期/);
  expect(within(waiting).getByText('漯河市中心医院')).toBeTruthy();
  expect(within(waiting).getByText('按期提交')).toBeTruthy();
  expect(within(waiting).getByText('审核')).toBeTruthy();
  fireEvent.click(screen.getByText('逾期 2'));
  await settle();
  expect(asked(sent.at(-1)?.path ?? '').get('show')).toBe('late');
  expect(screen.getByTestId('address').textContent).toBe('/reports?show=late');
});

test('the unit in the address narrows the list; for a unit it means nothing', async () => {
  const unit = 'b'.repeat(24);
  const at = `/reports?show=all&unit=${unit}&unitName=舞阳县中医院`;
  const sent = await open(authorityMe, [], { at });
  expect(asked(sent[0]?.path ?? '').get('unitId')).toBe(unit);
  expect(screen.getByText('舞阳县中医院还没有执行情况反馈')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '查看全部' }));
  await settle();
  expect(asked(sent.at(-1)?.path ?? '').get('unitId')).toBeNull();
});

test('nothing due: what comes next is said', async () => {
  await open(unitMe, []);
  expect(screen.getByText('没有待提交的执行情况反馈')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a tab that this account does not have falls back to its first', async () => {
  const sent = await open(unitMe, [], { at: '/reports?show=late' });
  expect(asked(sent[0]?.path ?? '').get('show')).toBe('open');
});
