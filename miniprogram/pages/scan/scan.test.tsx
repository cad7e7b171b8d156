import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { lateScans, watchLateScans } from '@/services/lateScans';
import { session } from '@/services/session';
import { dueTodayOf, QR, receiptOf } from '@/testing/checkIns';
import { fakeServer, LEARNER, meWith, Refusal, sessionOf } from '@/testing/fakeServer';
import { resetTaro } from '@/testing/taro';
import ScanPage from './index';

const HELD = { kind: 'late' as const, words: '补传，待活动管理员确认后生效' };
let me = meWith(LEARNER);

function serve(checkIns: Parameters<typeof fakeServer>[0]['checkIns'] = {}) {
  return fakeServer({
    accounts: { signInWithWechat: () => sessionOf(me), me: () => me, signOut: () => ({ ok: true }) },
    activities: { myActivities: () => ({ items: [] }) },
    presence: { mySpotCheck: () => ({ check: null }) },
    checkIns: { dueToday: () => ({ items: [] }), ...checkIns },
  });
}
async function openPage() {
  await session.start();
  await act(async () => void render(<ScanPage />));
}
/** Scanned while there was no network, and the mini-program closed since. */
function keepScan() {
  lateScans.release(lateScans.begin({ text: QR }).key);
}
const late = (sent: ReturnType<typeof serve>) => sent.filter(({ name }) => name === 'checkIns.scanLate');
let connect: (change: { isConnected: boolean }) => void;

beforeAll(() => {
  watchLateScans();
  const { calls } = (Taro.onNetworkStatusChange as unknown as jest.Mock).mock;
  [[connect]] = calls as [[typeof connect]];
});
beforeEach(() => {
  jest.useFakeTimers();
  resetTaro();
  for (const { key } of lateScans.snapshot().items) {
    lateScans.drop(key);
  }
  me = meWith(LEARNER);
});
afterEach(() => jest.useRealTimers());

test('what is due today, and who has the scans that wait', async () => {
  const waiting = {
    kind: 'place' as const,
    words: '距会场约2公里，待活动管理员确认后生效',
    at: new Date().toISOString(),
    courseName: '急救技术',
  };
  serve({ dueToday: () => ({ items: [dueTodayOf({ held: [waiting] })] }) });
  await openPage();
  expect(screen.getByText('基层心电图诊断培训班')).toBeTruthy();
  expect(screen.getByText('上午签到')).toBeTruthy();
  expect(screen.getAllByText('还差1次')).toHaveLength(2);
  expect(screen.getByText(waiting.words)).toBeTruthy();
});

test('a scan that is kept is shown, and goes by itself when the network is back', async () => {
  const sent = serve({ scanLate: () => receiptOf({ held: HELD }) });
  await openPage();
  act(keepScan);
  expect(screen.getByText('已保存，联网后自动补传，由管理员确认')).toBeTruthy();
  expect(screen.getByText('等待网络')).toBeTruthy();
  await act(async () => connect({ isConnected: false }));
  expect(late(sent)).toHaveLength(0);
  await act(async () => connect({ isConnected: true }));
  expect(screen.getByText(HELD.words)).toBeTruthy();
  expect(late(sent)).toHaveLength(1);
  await act(async () => void fireEvent.click(screen.getByText('知道了')));
  expect(screen.queryByText(HELD.words)).toBeNull();
});

test('a refused one says why and what to do', async () => {
  serve({
    scanLate: () => {
      throw new Refusal('CODE_HOURS');
    },
  });
  await openPage();
  act(keepScan);
  await act(async () => void fireEvent.click(screen.getByText('立即补传')));
  expect(screen.getByText('没有成功')).toBeTruthy();
  expect(screen.getByText(/请联系活动管理员补录/)).toBeTruthy();
});

test('it is given up only with the person’s word', async () => {
  serve();
  await openPage();
  act(keepScan);
  (Taro.showModal as unknown as jest.Mock).mockResolvedValueOnce({ confirm: false });
  await act(async () => void fireEvent.click(screen.getByText('不再补传')));
  expect(lateScans.snapshot().items).toHaveLength(1);
  await act(async () => void fireEvent.click(screen.getByText('不再补传')));
  expect(lateScans.snapshot().items).toHaveLength(0);
});

test('somebody else on this phone sees that there is one, and does not send it', async () => {
  const sent = serve({ scanLate: () => receiptOf({ held: HELD }) });
  await session.start();
  keepScan();
  me = meWith({ ...LEARNER, id: 'f'.repeat(24) });
  await act(async () => void (await session.refresh()));
  await openPage();
  await act(async () => connect({ isConnected: true }));
  expect(late(sent)).toHaveLength(0);
  expect(screen.getByText(/这部手机还保存着其他人员的 1 次扫码/)).toBeTruthy();
});

test('signing out leaves no scan that the next person could send', async () => {
  me = meWith(null);
  serve();
  await session.start();
  keepScan();
  await session.signOut();
  expect(lateScans.snapshot().items).toMatchObject([
    { state: 'refused', words: expect.stringMatching('重新扫描') },
  ]);
});
