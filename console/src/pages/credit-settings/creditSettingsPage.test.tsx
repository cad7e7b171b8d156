import type { Me } from '@common/contract/accounts';
import type { CreditRules } from '@common/contract/creditRules';
import { CREDIT_RULES } from '@common/rules/creditRules';
import { fireEvent, screen, within } from '@testing-library/react';
import { draw, settle } from '../../../testing/render';
import { authorityMe, readerMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import CreditSettingsPage from './creditSettingsPage';

async function open(me: Me = authorityMe, some: Partial<CreditRules> = {}) {
  const sent = await signedIn(me, ({ method, body }) => ({
    body: { rules: method === 'PUT' ? body : { ...CREDIT_RULES, ...some }, above: CREDIT_RULES },
  }));
  draw(<CreditSettingsPage />, '/credit-settings');
  await settle();
  return sent;
}
const line = (title: string) => within(screen.getByRole('listitem', { name: title }));
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
function type(label: string, value: string) {
  const field = screen.getByRole('spinbutton', { name: label });
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
}

test('each rule is a sentence; what differs from above says so and goes back to it', async () => {
  const sent = await open();
  expect(button('保存设置').disabled).toBe(true);
  type('授分期限', '30');
  expect(line('授分期限').getByText(/上级：14天/)).toBeTruthy();
  type('主讲人I类学分，授课几分钟授1学分', '45');
  expect(line('主讲人I类学分').getByText(/授课1学时（60分钟）授1.33分/)).toBeTruthy();
  expect(line('主讲人II类学分').getByText('与上级相同')).toBeTruthy();
  fireEvent.click(screen.getByRole('switch', { name: '须先提交执行情况反馈' }));
  expect(line('执行情况反馈').getByText(/提交执行情况反馈后，学分才能审核通过/)).toBeTruthy();
  type('一个活动主讲人最多学分', '12.5');
  fireEvent.click(button('授分期限恢复为上级'));
  fireEvent.click(button('保存设置'));
  await settle();
  expect(sent.find(({ method }) => method === 'PUT')?.body).toEqual({
    ...CREDIT_RULES,
    isReportRequired: true,
    lecturerMinutesPerCredit: { ...CREDIT_RULES.lecturerMinutesPerCredit, classI: 45 },
    lecturerCreditsMost: 1250,
  });
  expect(button('保存设置').disabled).toBe(true);
});

test('what was not saved can be given up', async () => {
  await open(authorityMe, { reviewDays: 20 });
  type('审核期限', '7');
  fireEvent.click(button('放弃修改'));
  expect(screen.getByRole<HTMLInputElement>('spinbutton', { name: '审核期限' }).value).toBe('20');
});

test('who may not manage the account reads only', async () => {
  await open({ ...authorityMe, administrator: readerMe.administrator });
  expect(screen.getByRole<HTMLInputElement>('spinbutton', { name: '授分期限' }).disabled).toBe(true);
  expect(button('保存设置').disabled).toBe(true);
});
