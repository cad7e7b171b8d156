import type { Me } from '@common/contract/accounts';
import { MINUTES_PER_CREDIT } from '@common/rules/credits';
import { REVIEW_CHAINS } from '@common/rules/review';
import { fireEvent, screen, within } from '@testing-library/react';
import type { Sent } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { authorityMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import { withStep } from './settings';
import ProjectSettingsPage from './settingsPage';

const SETTINGS = {
  reviewChains: REVIEW_CHAINS,
  minutesPerCredit: MINUTES_PER_CREDIT,
  projectNumberPrefix: '48',
};
async function open(me: Me = authorityMe): Promise<Sent[]> {
  const sent = await signedIn(me, ({ method, body }) => ({ body: method === 'PUT' ? body : SETTINGS }));
  draw(<ProjectSettingsPage />, '/project-settings');
  await settle();
  return sent;
}
const chain = (level: string) => screen.getByRole('listitem', { name: `${level}项目的审核流程` });
const save = () => screen.getByRole<HTMLButtonElement>('button', { name: '保存设置' });
const wrote = (sent: Sent[]) => sent.filter(({ method }) => method === 'PUT').map(({ body }) => body);

test('the chains stand as lines; those of the levels above cannot be changed here', async () => {
  await open();
  const steps = within(chain('市级')).getAllByRole('listitem');
  expect(steps.map(({ textContent }) => textContent)).toEqual(['单位科教部门', '市级', '添加步骤']);
  expect(within(chain('省级')).queryByRole('button')).toBeNull();
  expect(chain('省级').textContent).toContain('由上级部门设置');
  expect(save().disabled).toBe(true);
});

test('a chain without an authority cannot be saved, and says so', async () => {
  await open();
  fireEvent.click(within(chain('市级')).getByRole('button', { name: '去掉市级' }));
  expect(within(chain('市级')).getByRole('alert').textContent).toContain('至少要有一级行政部门');
  expect(save().disabled).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: '放弃修改' }));
  expect(within(chain('市级')).queryByRole('alert')).toBeNull();
});

test('what is changed is saved as a whole, and there is nothing to save then', async () => {
  const sent = await open();
  fireEvent.click(within(chain('县级')).getByRole('button', { name: '去掉单位科教部门' }));
  fireEvent.change(screen.getByLabelText('市级远程，几学时折合1学分'), { target: { value: '6' } });
  fireEvent.change(screen.getByLabelText('本地代码'), { target: { value: '1a4' } });
  fireEvent.click(save());
  await settle();
  expect(wrote(sent)).toEqual([
    {
      reviewChains: { ...REVIEW_CHAINS, county: ['county'] },
      minutesPerCredit: { ...MINUTES_PER_CREDIT, city: { ...MINUTES_PER_CREDIT.city, remote: 360 } },
      projectNumberPrefix: '14',
    },
  ]);
  expect(save().disabled).toBe(true);
});

test('one more step comes last, 单位科教部门 always first', () => {
  expect(withStep(['unit', 'county'], 'city')).toEqual(['unit', 'county', 'city']);
  expect(withStep(['county'], 'unit')).toEqual(['unit', 'county']);
});

test('who lacks the 权限 can only read', async () => {
  await open({
    ...authorityMe,
    administrator: { id: 'd'.repeat(24), name: '赵敏', permissions: ['review'] },
  });
  expect(within(chain('市级')).queryByRole('button')).toBeNull();
  expect(screen.getByLabelText<HTMLInputElement>('本地代码').disabled).toBe(true);
});
