import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { session } from '@/services/session';
import { fakeServer, LEARNER, meWith, sessionOf } from '@/testing/fakeServer';
import { resetTaro } from '@/testing/taro';
import SessionsPage from './index';

const at = '2026-11-21T00:00:00.000Z';
const device = (id: string, name: string, isCurrent = false) => ({
  id,
  device: name,
  administratorName: null,
  openedAt: at,
  lastSeenAt: at,
  isCurrent,
});

function serve() {
  let items = [
    device('1', '微信（iPhone）', true),
    device('2', 'Windows 电脑 · Chrome'),
    device('3', '微信（安卓手机）'),
  ];
  return fakeServer({
    accounts: {
      signInWithWechat: () => sessionOf(meWith(LEARNER)),
      me: () => meWith(LEARNER),
      listSessions: () => ({ items }),
      closeSession: ({ sessionId }) => {
        items = items.filter(({ id }) => id !== sessionId);
        return { ok: true };
      },
      closeOtherSessions: () => {
        const closed = items.length - 1;
        items = items.filter(({ isCurrent }) => isCurrent);
        return { closed };
      },
    },
  });
}
async function openPage() {
  await session.start();
  render(<SessionsPage />);
  await screen.findByText('微信（iPhone）');
}
async function tap(element: Element | undefined) {
  await act(async () => void fireEvent.click(element as Element));
}

beforeEach(() => {
  resetTaro();
});

test('one device is signed out from afar, after a question', async () => {
  const sent = serve();
  await openPage();
  (Taro.showModal as unknown as jest.Mock).mockResolvedValueOnce({ confirm: false });
  await tap(screen.getAllByText('退出')[0]);
  expect(sent.some(({ name }) => name === 'accounts.closeSession')).toBe(false);
  await tap(screen.getAllByText('退出')[0]);
  expect(screen.queryByText('Windows 电脑 · Chrome')).toBeNull();
  expect(sent.find(({ name }) => name === 'accounts.closeSession')?.input).toMatchObject({ sessionId: '2' });
});

test('all others at once; then there is nothing more to close', async () => {
  serve();
  await openPage();
  await tap(screen.getByText('退出其他所有设备'));
  expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: '已退出 2 台设备' }));
  expect(screen.getByText('本机')).toBeTruthy();
  expect(screen.queryByText('退出其他所有设备')).toBeNull();
});
