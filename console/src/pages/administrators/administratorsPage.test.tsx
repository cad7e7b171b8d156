import type { Me } from '@common/contract/accounts';
import { fireEvent, screen, within } from '@testing-library/react';
import { type Answer, refusal } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { administratorOf, authorityMe, readerMe, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import AdministratorsPage from './administratorsPage';

const COLLEAGUE = administratorOf({
  id: 'd'.repeat(24),
  name: '赵敏',
  phoneMasked: '136****2211',
  permissions: ['approveLearners'],
  isSelf: false,
});
const NEW = administratorOf({
  id: 'e'.repeat(24),
  name: '孙立',
  permissions: [],
  isSelf: false,
  isConfirmed: false,
  lastSignInAt: null,
});

async function open({ me = unitMe, change }: { me?: Me; change?: Answer } = {}) {
  const sent = await signedIn(me, ({ path, method }) => {
    if (path === '/api/me') {
      return { body: me };
    }
    return method === 'GET'
      ? { body: { items: [administratorOf(), COLLEAGUE, NEW] } }
      : (change ?? { body: { ...COLLEAGUE, ok: true } });
  });
  draw(<AdministratorsPage />, '/administrators');
  await settle();
  return sent;
}
const row = (name: RegExp) => within(screen.getByRole('row', { name }));
const changes = (sent: { method: string; path: string; body: unknown }[]) =>
  sent.filter(({ method }) => method !== 'GET').map(({ method, path, body }) => [method, path, body]);

test('says who is oneself, what each may do, and who has not signed in yet', async () => {
  await open();
  expect(row(/王芳/).getByText('本人')).toBeTruthy();
  expect(row(/赵敏/).getByText('人员审核与调动')).toBeTruthy();
  expect(row(/孙立/).getByText('只能查看')).toBeTruthy();
  expect(row(/孙立/).getByText('等待本人首次登录')).toBeTruthy();
});

test('one more is registered with name, phone and permissions', async () => {
  const sent = await open();
  fireEvent.click(screen.getByRole('button', { name: '登记管理员' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByLabelText('姓名'), { target: { value: ' 钱伟 ' } });
  fireEvent.change(dialog.getByLabelText('手机号'), { target: { value: '13700004410' } });
  fireEvent.click(dialog.getByRole('checkbox', { name: /授分/ }));
  fireEvent.click(dialog.getByRole('button', { name: '保存' }));
  expect(await screen.findByText('已登记钱伟，本人首次登录时用短信确认手机号')).toBeTruthy();
  await settle();
  expect(changes(sent)).toEqual([
    ['POST', '/api/administrators', { name: '钱伟', phone: '13700004410', permissions: ['credit'] }],
  ]);
});

test('what is missing is said at its field, and nothing is sent', async () => {
  const sent = await open();
  fireEvent.click(screen.getByRole('button', { name: '登记管理员' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByLabelText('手机号'), { target: { value: '1370000441' } });
  fireEvent.click(dialog.getByRole('button', { name: '保存' }));
  expect(await dialog.findByText('请填写姓名')).toBeTruthy();
  expect(dialog.getByText('请填写11位手机号')).toBeTruthy();
  expect(changes(sent)).toEqual([]);
});

test.each([
  ['a unit is offered what units do', unitMe, /授分/, /审核学分/],
  ['an authority what authorities do', authorityMe, /审核学分/, /举办活动/],
])('%s', async (_, me, offered, kept) => {
  await open({ me });
  fireEvent.click(screen.getByRole('button', { name: '登记管理员' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByRole('checkbox', { name: offered })).toBeTruthy();
  expect(dialog.queryByRole('checkbox', { name: kept })).toBeNull();
});

test('the last manager stays one, and is told so where it was tried', async () => {
  const words = '至少要保留一名有“管理单位、账号与权限”权限的管理员';
  await open({ change: refusal(409, 'LAST_MANAGER', words) });
  fireEvent.click(row(/王芳/).getByRole('button', { name: '修改' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.click(dialog.getByRole('checkbox', { name: /管理单位、账号与权限/ }));
  fireEvent.click(dialog.getByRole('button', { name: '保存' }));
  expect(await dialog.findByText(words)).toBeTruthy();
});

test('one is removed only after being asked', async () => {
  const sent = await open();
  fireEvent.click(row(/赵敏/).getByRole('button', { name: '移除' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(changes(sent)).toEqual([]);
  fireEvent.click(dialog.getByRole('button', { name: '移除' }));
  expect(await screen.findByText('已移除赵敏')).toBeTruthy();
  expect(changes(sent)).toEqual([['DELETE', `/api/administrators/${COLLEAGUE.id}`, undefined]]);
});

test('a change of permissions is asked of the server for oneself too', async () => {
  const sent = await open();
  fireEvent.click(row(/王芳/).getByRole('button', { name: '修改' }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '保存' }));
  await settle();
  expect(sent.some(({ path }) => path === '/api/me')).toBe(true);
});

test('who may not manage reads it, and is told by name whom to ask', async () => {
  await open({ me: readerMe });
  expect(screen.getByRole('alert').textContent).toContain('请联系王芳');
  expect(screen.getAllByRole<HTMLButtonElement>('button').every(({ disabled }) => disabled)).toBe(true);
});
