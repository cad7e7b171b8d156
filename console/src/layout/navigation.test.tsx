import { screen, within } from '@testing-library/react';
import { draw } from '../../testing/render';
import { Navigation } from './navigation';

const COUNTS = {
  waitingLearners: 12,
  waitingTransfers: 3,
  waitingCorrections: 0,
  waitingCreditings: 4,
  waitingUnitRequests: 1200,
  waitingApplications: 5,
  waitingActivities: 2,
  waitingReports: 6,
};
const open = (role: 'unit' | 'authority', at: string, isOperator?: boolean) =>
  draw(<Navigation role={role} counts={COUNTS} isOperator={isOperator} />, at);
const item = (name: RegExp) => screen.getByRole('link', { name });

test('a unit sees how much waits, and nothing where nothing does', () => {
  open('unit', '/');
  expect(item(/人员信息审核/).textContent).toBe('人员信息审核12');
  expect(item(/调动管理/).textContent).toBe('调动管理3');
  expect(item(/更正申请/).textContent).toBe('更正申请');
  // Its own batches wait for somebody else.
  expect(item(/授分记录/).textContent).toBe('授分记录');
  expect(item(/项目审核/).textContent).toBe('项目审核5');
  expect(item(/举办申请审核/).textContent).toBe('举办申请审核2');
  expect(item(/执行情况反馈/).textContent).toBe('执行情况反馈6');
  expect(screen.queryByText('单位导入')).toBeNull();
});

test('an authority has its own pages, and a large number stays small', () => {
  open('authority', '/');
  expect(item(/新增单位申请/).textContent).toBe('新增单位申请999+');
  expect(item(/^学分审核 \d/).textContent).toBe('学分审核4');
  expect(screen.queryByText('科室')).toBeNull();
});

test('公众号 and 消息投递 are offered only to those who run the system', () => {
  const { unmount } = open('authority', '/');
  expect(screen.queryByText('消息投递')).toBeNull();
  unmount();
  open('authority', '/official-accounts', true);
  expect(item(/消息投递/).getAttribute('href')).toBe('/deliveries');
  expect(item(/公众号/).getAttribute('aria-current')).toBe('page');
});

test.each([
  ['unit', '/', '工作台'],
  ['unit', '/learners/4'.padEnd(34, '4'), '人员信息审核'],
  ['unit', '/creditable', '项目参加者授分'],
  ['authority', '/creditings/3'.padEnd(36, '3'), '学分审核'],
  ['authority', '/units?q=1', '单位'],
  ['authority', '/unit-requests', '新增单位申请'],
  ['authority', '/publishing/notices/new?kind=faq', '通知管理'],
] as const)('marks where one is (%s, %s)', (role, at, label) => {
  open(role, at);
  const here = screen.getAllByRole('link').filter((link) => link.getAttribute('aria-current') === 'page');
  expect(here).toHaveLength(1);
  expect(within(here[0] as HTMLElement).getByText(label)).toBeTruthy();
});
