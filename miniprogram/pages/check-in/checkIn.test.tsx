import type { Claim, Receipt } from '@common/contract/checkIns';
import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { session } from '@/services/session';
import { fakeServer, LEARNER, meWith, Refusal, sessionOf } from '@/testing/fakeServer';
import { openedWith, resetTaro, showAgain } from '@/testing/taro';
import CheckInPage from './index';

const QR = 'https://jijiaotong.example.com/q/AAAAAAAAAAAAAAAA';
const now = Date.now();
const claim: Claim = {
  claimId: 'c1',
  activityName: '培训班',
  courseName: '心电图判读',
  direction: 'in',
  scannedAt: new Date(now).toISOString(),
  expiresAt: new Date(now + 180_000).toISOString(),
};
const receipt: Receipt = {
  checkInId: '1'.repeat(24),
  learnerName: '李雷',
  activityName: '培训班',
  courseName: '心电图判读',
  venue: '报告厅',
  direction: 'in',
  at: '2026-11-21T00:05:09.000Z',
  repeated: false,
  today: [{ courseName: '心电图判读', direction: 'in', at: '2026-11-21T00:05:09.000Z' }],
};

let me = meWith(LEARNER);
function serve(checkIns: Parameters<typeof fakeServer>[0]['checkIns']) {
  return fakeServer({
    accounts: { signInWithWechat: () => sessionOf(me), me: () => me },
    checkIns: { scan: () => claim, checkIn: () => receipt, ...checkIns },
  });
}
async function openPage() {
  await session.start();
  await act(async () => void render(<CheckInPage />));
}

async function tap(words: string) {
  const button = await screen.findByText(words);
  await act(async () => void fireEvent.click(button));
}

beforeEach(() => {
  resetTaro();
  me = meWith(LEARNER);
  openedWith({ q: encodeURIComponent(QR) });
});

test("opened by WeChat's scanner it ends in green, with a buzz", async () => {
  const sent = serve({});
  await openPage();
  expect(await screen.findByText('签到成功')).toBeTruthy();
  expect(screen.getByText('08:05:09')).toBeTruthy();
  expect(screen.getByText('李雷')).toBeTruthy();
  expect(Taro.vibrateLong).toHaveBeenCalled();
  expect(sent.find(({ name }) => name === 'checkIns.scan')?.input).toEqual({ text: QR, scene: 1011 });
});

test('a repetition shows the same tick', async () => {
  serve({ checkIn: () => ({ ...receipt, repeated: true }) });
  await openPage();
  expect(await screen.findByText('已签到')).toBeTruthy();
});

test('a dead network is tried again with the same claim', async () => {
  let tries = 0;
  const sent = serve({
    checkIn: () => {
      tries += 1;
      if (tries === 1) {
        throw new Error('request:fail');
      }
      return receipt;
    },
  });
  await openPage();
  await tap('重试');
  expect(await screen.findByText('签到成功')).toBeTruthy();
  expect(sent.filter(({ name }) => name === 'checkIns.scan')).toHaveLength(1);
});

test('an expired QR asks for the camera and goes on from there', async () => {
  let scans = 0;
  serve({
    scan: () => {
      scans += 1;
      if (scans === 1) {
        throw new Refusal('QR_EXPIRED');
      }
      return claim;
    },
  });
  (Taro.scanCode as unknown as jest.Mock).mockResolvedValue({ result: QR });
  await openPage();
  await tap('重新扫码');
  expect(await screen.findByText('签到成功')).toBeTruthy();
});

test('registered in the meantime, coming back finishes it', async () => {
  me = meWith(null);
  const sent = serve({});
  await openPage();
  expect(await screen.findByText('扫码成功，请先注册')).toBeTruthy();
  me = meWith(LEARNER);
  await act(async () => void (await session.refresh()));
  await act(async () => showAgain());
  expect(await screen.findByText('签到成功')).toBeTruthy();
  expect(sent.filter(({ name }) => name === 'checkIns.scan')).toHaveLength(1);
});

test('not approved yet: where to look, and the scan is kept', async () => {
  serve({
    checkIn: () => {
      throw new Refusal('LEARNER_NOT_APPROVED');
    },
  });
  await openPage();
  expect(await screen.findByText('查看审核状态')).toBeTruthy();
  expect(screen.getByText(/已保留本次扫码/)).toBeTruthy();
});

test('an address without anything to do says so', async () => {
  openedWith({});
  serve({});
  await openPage();
  expect(screen.getByText('重新扫码')).toBeTruthy();
});
