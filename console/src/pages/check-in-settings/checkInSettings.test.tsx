import type { Me } from '@common/contract/accounts';
import { CHECK_IN_RULES, CHECK_IN_WAYS } from '@common/rules/checkInRules';
import { fireEvent, screen, within } from '@testing-library/react';
import type { Sent } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { authorityMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import CheckInSettingsPage from './checkInSettingsPage';
import { experienceOf, showPeriod } from './ruleWords';

const above = { ...CHECK_IN_RULES, placeMetres: 300 };
async function open(me: Me = authorityMe): Promise<Sent[]> {
  const sent = await signedIn(me, ({ method, body }) => ({
    body: { rules: method === 'PUT' ? body : CHECK_IN_RULES, above },
  }));
  draw(<CheckInSettingsPage />, '/check-in-settings');
  await settle();
  return sent;
}
const line = (title: string) => within(screen.getByRole('listitem', { name: title }));
const save = () => screen.getByRole<HTMLButtonElement>('button', { name: '保存设置' });
const preview = () => screen.getByRole('region', { name: '学员将怎样签到' }).textContent;

test('a way fills in all rules, says what learners will meet, and is saved as a whole', async () => {
  const sent = await open();
  expect(save().disabled).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: /全天码，签到和撤离/ }));
  expect(preview()).toContain('只签到没有撤离的不算全程参加');
  expect(preview()).toContain('现场登记表');
  fireEvent.click(save());
  await settle();
  expect(sent.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([
    CHECK_IN_WAYS.jiangsu.rules,
  ]);
  expect(save().disabled).toBe(true);
});

test('what differs from above says what that is, and goes back to it', async () => {
  await open();
  expect(line('人脸核身').getByText('与上级相同')).toBeTruthy();
  expect(line('核对位置').getByText(/上级：300米以内/)).toBeTruthy();
  fireEvent.click(line('核对位置').getByRole('button', { name: '核对位置恢复为上级' }));
  expect(screen.getByLabelText<HTMLInputElement>('距会场多少米').value).toBe('300');
  expect(preview()).toContain('距会场300米以内立即生效');
});

test('rules that leave no time cannot be saved, and say why at their line', async () => {
  await open();
  fireEvent.change(screen.getByLabelText('签到到开始后几分钟'), { target: { value: '5' } });
  expect(line('签到时间').getByRole('alert').textContent).toContain('签到时间太短');
  expect(save().disabled).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: '放弃修改' }));
  expect(line('签到时间').queryByRole('alert')).toBeNull();
});

test('who lacks the 权限 can only read', async () => {
  await open({
    ...authorityMe,
    administrator: { id: 'd'.repeat(24), name: '赵敏', permissions: ['review'] },
  });
  expect(screen.getByRole<HTMLButtonElement>('switch', { name: '人脸核身' }).disabled).toBe(true);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /每门课程动态码/ }).disabled).toBe(true);
});

test('every period has its words, and every way its sentences', () => {
  expect([5, 90, 600, 3600, 86_400].map(showPeriod)).toEqual(['5秒', '90秒', '10分钟', '1小时', '1天']);
  expect(experienceOf(CHECK_IN_WAYS.fujian.rules).join('')).toMatch(/第一门课程.*每半天要扫码2次/);
});
