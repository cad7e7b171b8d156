import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { lateScans } from '@/services/lateScans';
import { session } from '@/services/session';
import { claimOf, QR, receiptOf } from '@/testing/checkIns';
import { fakeServer, LEARNER, meWith, Refusal, sessionOf } from '@/testing/fakeServer';
import { openedWith, resetTaro, showAgain } from '@/testing/taro';
import CheckInPage from './index';

const receipt = receiptOf();
let me = meWith(LEARNER);
function serve(checkIns: Parameters<typeof fakeServer>[0]['checkIns'], claim = claimOf()) {
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
  for (const { key } of lateScans.snapshot().items) {
    lateScans.drop(key);
  }
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
  const scan = sent.find(({ name }) => name === 'checkIns.scan')?.input;
  expect(scan).toEqual({ text: QR, scene: 1011, deviceId: expect.stringMatching(/^[\w-]{24}$/) });
  expect(sent.find(({ name }) => name === 'checkIns.checkIn')?.input.deviceId).toBe(scan?.deviceId);
});

test('the tick says what is still due today', async () => {
  serve({
    checkIn: () =>
      receiptOf({
        due: [
          { label: '上午签到', done: 1, of: 2 },
          { label: '撤离', done: 1, of: 1 },
        ],
      }),
  });
  await openPage();
  expect(await screen.findByText('今天还要')).toBeTruthy();
  expect(screen.getByText('还差1次')).toBeTruthy();
  expect(screen.getByText('已完成')).toBeTruthy();
});

test('a repetition shows the same tick', async () => {
  serve({ checkIn: () => ({ ...receipt, repeated: true }) });
  await openPage();
  expect(await screen.findByText('已签到')).toBeTruthy();
});

test('an expired QR asks for the camera and goes on from there', async () => {
  let scans = 0;
  serve({
    scan: () => {
      scans += 1;
      if (scans === 1) {
        throw new Refusal('QR_EXPIRED');
      }
      return claimOf();
    },
  });
  (Taro.scanCode as unknown as jest.Mock).mockResolvedValue({ result: QR });
  await openPage();
  await tap('重新扫码');
  expect(await screen.findByText('签到成功')).toBeTruthy();
});

describe('not registered', () => {
  const held = { kind: 'unapproved' as const, words: '扫码时间已保留，单位审核通过后自动生效' };

  test('the server keeps the scan; registered in the meantime, coming back shows whose turn it is', async () => {
    me = meWith(null);
    const sent = serve({ checkIn: () => receiptOf({ held }) });
    await openPage();
    expect(await screen.findByText('扫码成功，请先注册')).toBeTruthy();
    expect(screen.getByText(held.words)).toBeTruthy();
    me = meWith(LEARNER);
    await act(async () => void (await session.refresh()));
    await act(async () => showAgain());
    expect(await screen.findByText('已记录，等待审核')).toBeTruthy();
    expect(sent.filter(({ name }) => name === 'checkIns.scan')).toHaveLength(1);
  });

  test('where the venue has a form, it is the first way', async () => {
    me = meWith(null);
    serve({}, claimOf({ hasWalkInForm: true }));
    await openPage();
    await tap('填写现场登记表');
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/venue/walk-in/index?claim=c1' });
  });

  test('leaving goes to the departure with the claim', async () => {
    me = meWith(null);
    serve({}, claimOf({ hasWalkInForm: true, direction: 'out' }));
    await openPage();
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/venue/departure/index?claim=c1' });
  });
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

describe('the place', () => {
  const fix = { longitude: 113.01, latitude: 25.8, accuracy: 40 };
  const locating = Taro.getLocation as unknown as jest.Mock;

  test('is asked for in words first, and goes along', async () => {
    const sent = serve({}, claimOf({ isPlaceRequired: true }));
    locating.mockResolvedValue(fix);
    await openPage();
    expect(await screen.findByText(/主管部门要求在会场签到/)).toBeTruthy();
    expect(Taro.getLocation).not.toHaveBeenCalled();
    await tap('允许使用位置并签到');
    expect(await screen.findByText('签到成功')).toBeTruthy();
    expect(sent.find(({ name }) => name === 'checkIns.checkIn')?.input.place).toEqual(fix);
  });

  test('that was allowed before is not asked for again', async () => {
    const sent = serve({}, claimOf({ isPlaceRequired: true }));
    (Taro.getSetting as unknown as jest.Mock).mockResolvedValueOnce({
      authSetting: { 'scope.userLocation': true },
    });
    locating.mockResolvedValue(fix);
    await openPage();
    expect(await screen.findByText('签到成功')).toBeTruthy();
    expect(sent.find(({ name }) => name === 'checkIns.checkIn')?.input.place).toEqual(fix);
  });

  test('refused: where to allow it, and then it goes on', async () => {
    serve({}, claimOf({ isPlaceRequired: true }));
    locating.mockRejectedValueOnce({ errMsg: 'getLocation:fail auth deny' }).mockResolvedValue(fix);
    await openPage();
    await tap('允许使用位置并签到');
    expect(await screen.findByText(/您没有允许使用位置信息/)).toBeTruthy();
    await tap('去设置');
    expect(Taro.openSetting).toHaveBeenCalled();
    expect(await screen.findByText('签到成功')).toBeTruthy();
  });

  test('from afar it waits in amber, and a better fix may still do', async () => {
    const held = { kind: 'place' as const, words: '距会场约2公里，待活动管理员确认后生效' };
    let tries = 0;
    serve({
      checkIn: () => {
        tries += 1;
        return tries === 1 ? receiptOf({ held }) : receipt;
      },
    });
    locating.mockResolvedValue(fix);
    await openPage();
    expect(await screen.findByText(held.words)).toBeTruthy();
    await tap('我在会场，重新定位');
    expect(await screen.findByText('签到成功')).toBeTruthy();
  });
});

describe('the face', () => {
  const verify = Taro.startFacialRecognitionVerify as unknown as jest.Mock;
  const withFace = (finish: () => { passed: boolean; message: string }) =>
    fakeServer({
      accounts: { signInWithWechat: () => sessionOf(me), me: () => me },
      checkIns: { scan: () => claimOf({ isFaceRequired: true }), checkIn: () => receipt },
      faceChecks: {
        startFaceCheck: () => ({
          faceCheckId: 'f'.repeat(24),
          name: '李雷',
          idNo: '110101199003071153',
        }),
        finishFaceCheck: finish,
      },
    });

  test('is compared by WeChat, and the check-in names the check', async () => {
    const sent = withFace(() => ({ passed: true, message: '核身通过' }));
    verify.mockResolvedValueOnce({ verifyResult: 'signed' });
    await openPage();
    await tap('开始人脸核身');
    expect(await screen.findByText('签到成功')).toBeTruthy();
    expect(verify).toHaveBeenCalledWith(
      expect.objectContaining({ name: '李雷', idCardNumber: '110101199003071153' }),
    );
    expect(sent.find(({ name }) => name === 'checkIns.checkIn')?.input.faceCheckId).toBe('f'.repeat(24));
  });

  test('that does not pass says why and may be tried again', async () => {
    const sent = withFace(() => ({ passed: false, message: '人脸与本人不符，请正对手机' }));
    verify.mockResolvedValueOnce({ verifyResult: 'signed' });
    await openPage();
    await tap('开始人脸核身');
    expect(await screen.findByText('人脸与本人不符，请正对手机')).toBeTruthy();
    expect(screen.getByText('重新核身')).toBeTruthy();
    expect(sent.some(({ name }) => name === 'checkIns.checkIn')).toBe(false);
  });
});

describe('a dead network', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const late = receiptOf({ held: { kind: 'late', words: '补传，待活动管理员确认后生效' } });
  const dead = () => {
    throw new Error('request:fail');
  };

  test('the scan is kept, says so at once, and is sent by a tap', async () => {
    const sent = serve({ scan: dead, scanLate: () => late });
    await openPage();
    await act(async () => void (await jest.advanceTimersByTimeAsync(5_000)));
    expect(screen.getByText('没有网络，扫码已保存')).toBeTruthy();
    expect(screen.getByText('已保存，联网后自动补传，由管理员确认')).toBeTruthy();
    await act(async () => void fireEvent.click(screen.getByText('立即补传')));
    await act(async () => void (await jest.advanceTimersByTimeAsync(100)));
    expect(screen.getByText('扫码已补传')).toBeTruthy();
    expect(screen.getByText('补传，待活动管理员确认后生效')).toBeTruthy();
    expect(sent.find(({ name }) => name === 'checkIns.scanLate')?.input).toMatchObject({ text: QR });
  });

  test('that comes back within seconds ends in green with the same claim', async () => {
    let tries = 0;
    const sent = serve({
      checkIn: () => {
        tries += 1;
        return tries === 1 ? dead() : receipt;
      },
    });
    await openPage();
    await act(async () => void (await jest.advanceTimersByTimeAsync(2_000)));
    expect(screen.getByText('签到成功')).toBeTruthy();
    expect(sent.filter(({ name }) => name === 'checkIns.scan')).toHaveLength(1);
    expect(lateScans.snapshot().items).toEqual([]);
  });
});

test('an address without anything to do says so', async () => {
  openedWith({});
  serve({});
  await openPage();
  expect(screen.getByText('重新扫码')).toBeTruthy();
});
