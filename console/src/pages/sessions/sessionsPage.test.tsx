import { fireEvent, screen, within } from '@testing-library/react';
import { draw, settle } from '../../../testing/render';
import { unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import SessionsPage from './sessionsPage';

const deviceOf = (id: string, device: string, isCurrent = false) => ({
  id,
  device,
  isCurrent,
  administratorName: '王芳',
  openedAt: '2026-07-19T01:00:00.000Z',
  lastSeenAt: '2026-07-20T01:00:00.000Z',
});
const HERE = deviceOf('here', 'Windows 电脑 · Chrome', true);
const PHONE = deviceOf('phone', '微信（iPhone）');

async function open(first = [HERE, PHONE]) {
  let items = first;
  const sent = await signedIn(unitMe, ({ method }) => {
    if (method === 'DELETE') {
      items = [HERE];
      return { body: { ok: true, closed: 1 } };
    }
    return { body: { items } };
  });
  draw(<SessionsPage />, '/sessions');
  await settle();
  return () => sent.filter(({ method }) => method === 'DELETE').map(({ path }) => path);
}
const row = (device: string) => screen.getByText(device).closest('li') as HTMLElement;
const confirm = async () => {
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByRole('button', { name: '退出登录' }));
  await settle();
};

test('this device is marked, and is not signed out from here', async () => {
  await open();
  expect(within(row(HERE.device)).getByText('本机')).toBeTruthy();
  expect(within(row(HERE.device)).queryByRole('button')).toBeNull();
});

test('another device is signed out, once that is confirmed', async () => {
  const closed = await open();
  fireEvent.click(within(row(PHONE.device)).getByRole('button', { name: '退出登录' }));
  expect((await screen.findByRole('dialog')).textContent).toContain('让“微信（iPhone）”退出登录？');
  expect(closed()).toEqual([]);
  await confirm();
  expect(closed()).toEqual(['/api/me/sessions/phone']);
  expect(await screen.findByText('微信（iPhone）已退出登录')).toBeTruthy();
});

test('all others at once', async () => {
  const closed = await open();
  fireEvent.click(screen.getByRole('button', { name: '其他设备全部退出' }));
  await confirm();
  expect(closed()).toEqual(['/api/me/sessions']);
  expect(screen.queryByText(PHONE.device)).toBeNull();
});

test('with this device alone there is nothing to sign out', async () => {
  await open([HERE]);
  expect(screen.queryByRole('button')).toBeNull();
});
