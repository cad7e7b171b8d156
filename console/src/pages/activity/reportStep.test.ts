import { reportOf, waitingReport } from '../../../testing/reports';
import { reported } from './reportStep';

const ofUnit = (some: Parameters<typeof reportOf>[0]) => reported(reportOf(some), true);
const ofAuthority = (some: Parameters<typeof reportOf>[0]) => reported(reportOf(some), false);

test('before the activity has ended there is nothing to open', () => {
  expect(reported(null, true)).toEqual({ name: '反馈', tone: 'ahead', note: '活动结束后填写' });
});

test('until it is handed in the deadline is told, and leads to it; red is for who has it to do', () => {
  const to = `/reports/${'1'.repeat(24)}`;
  expect(ofUnit({})).toEqual({ name: '反馈', tone: 'waiting', note: '还有 12 个工作日', to });
  const late = { daysLeft: -3, isLate: true };
  expect(ofUnit(late)).toMatchObject({ tone: 'act', note: '已逾期 3 个工作日' });
  expect(ofAuthority(late)).toMatchObject({ tone: 'waiting', note: '已逾期 3 个工作日' });
  expect(ofUnit({ daysLeft: null })).toMatchObject({ tone: 'act', note: '已撤回，请提交' });
});

test('then whose turn it is', () => {
  expect(reported({ ...reportOf(), ...waitingReport(['withdraw']) }, true)).toMatchObject({
    tone: 'waiting',
    note: '等待 漯河市卫生健康委员会 审核',
  });
  expect(reported({ ...reportOf(), ...waitingReport(['pass', 'return']) }, false)).toMatchObject({
    tone: 'act',
    note: '等待您审核',
  });
  expect(ofUnit({ state: 'returned', daysLeft: null })).toMatchObject({ tone: 'act' });
  expect(ofAuthority({ state: 'returned', daysLeft: null, can: [] })).toMatchObject({ tone: 'waiting' });
  expect(ofUnit({ state: 'approved', daysLeft: null, can: [] })).toMatchObject({ tone: 'done' });
});
