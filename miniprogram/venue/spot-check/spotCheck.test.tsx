import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { SpotCheckBanner } from '@/components/spot-check-banner/spotCheckBanner';
import { session } from '@/services/session';
import { fakeServer, LEARNER, meWith, Refusal, sessionOf } from '@/testing/fakeServer';
import { idOf } from '@/testing/people';
import { pullDown, resetTaro, showAgain } from '@/testing/taro';
import SpotCheckPage from './index';

/** By the server's clock, which is not this phone's. */
const CHECK = {
  id: idOf(1),
  activityName: '护理新进展',
  serverTime: '2020-01-01T00:00:18.000Z',
  until: '2020-01-01T00:01:00.000Z',
  isPlaceAsked: false,
};
let waiting: typeof CHECK | null = CHECK;

async function serve(
  confirm: () => { confirmedAt: string } = () => ({ confirmedAt: '2026-11-21T01:00:20.000Z' }),
) {
  const me = meWith(LEARNER);
  const sent = fakeServer({
    accounts: { signInWithWechat: () => sessionOf(me), me: () => me },
    presence: { mySpotCheck: () => ({ check: waiting }), confirmSpotCheck: confirm },
  });
  await session.start();
  await act(async () => void (await session.signInWithWechat()));
  return sent;
}
const confirm = async () => act(async () => void fireEvent.click(await screen.findByText('我在现场')));

beforeEach(() => {
  resetTaro();
  waiting = CHECK;
});

test('one tap confirms, with the name of the phone; the seconds are those of the server', async () => {
  const sent = await serve();
  await act(async () => void render(<SpotCheckPage />));
  expect(await screen.findByText('还剩 42 秒')).toBeTruthy();
  await confirm();
  expect(await screen.findByText('已确认在场')).toBeTruthy();
  expect(screen.getByText('09:00:20')).toBeTruthy();
  expect(sent.find(({ name }) => name === 'presence.confirmSpotCheck')?.input).toEqual({
    spotCheckId: CHECK.id,
    deviceId: expect.stringMatching(/^[\w-]{16,64}$/),
  });
  expect(Taro.getLocation).not.toHaveBeenCalled();
});

test('a dead network leaves the button to be tapped again', async () => {
  let tries = 0;
  await serve(() => {
    tries += 1;
    if (tries === 1) {
      throw new Error('request:fail');
    }
    return { confirmedAt: '2026-11-21T01:00:20.000Z' };
  });
  await act(async () => void render(<SpotCheckPage />));
  await confirm();
  expect(Taro.showToast).toHaveBeenCalled();
  await confirm();
  expect(await screen.findByText('已确认在场')).toBeTruthy();
});

test('too late: it says so, and what to do', async () => {
  await serve(() => {
    throw new Refusal('SPOT_CHECK_OVER');
  });
  await act(async () => void render(<SpotCheckPage />));
  await confirm();
  expect(await screen.findByText('点名时间已过')).toBeTruthy();
  expect(screen.getByText(/请向会务人员说明/)).toBeTruthy();
});

test('nothing waits: where it would appear, and a way home', async () => {
  waiting = null;
  await serve();
  await act(async () => void render(<SpotCheckPage />));
  expect(await screen.findByText('现在没有点名')).toBeTruthy();
  expect(screen.getByText('返回首页')).toBeTruthy();
});

test('pulled down it asks again, and the wheel stops', async () => {
  waiting = null;
  await serve();
  await act(async () => void render(<SpotCheckPage />));
  waiting = CHECK;
  await act(async () => pullDown());
  expect(await screen.findByText('我在现场')).toBeTruthy();
  expect(Taro.stopPullDownRefresh).toHaveBeenCalled();
});

test('where he was at the last 点名 is not told for the next', async () => {
  const allow = Taro.getSetting as unknown as jest.Mock;
  const locating = Taro.getLocation as unknown as jest.Mock;
  allow.mockResolvedValue({ authSetting: { 'scope.userLocation': true } });
  locating.mockResolvedValueOnce({ longitude: 114, latitude: 33.5, accuracy: 30 });
  locating.mockReturnValueOnce(new Promise(() => undefined));
  waiting = { ...CHECK, isPlaceAsked: true };
  const sent = await serve();
  await act(async () => void render(<SpotCheckPage />));
  await confirm();
  waiting = { ...waiting, id: idOf(2) };
  await act(async () => showAgain());
  await confirm();
  const places = sent
    .filter(({ name }) => name === 'presence.confirmSpotCheck')
    .map(({ input }) => input.place);
  expect(places).toEqual([{ longitude: 114, latitude: 33.5, accuracy: 30 }, undefined]);
  allow.mockResolvedValue({ authSetting: {} });
});

test('the banner leads there, and is away when nothing waits', async () => {
  await serve();
  await act(async () => void render(<SpotCheckBanner learnerId={LEARNER.id} />));
  await act(async () => void fireEvent.click(await screen.findByText('会场正在点名，请确认您在现场')));
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/venue/spot-check/index' });
  waiting = null;
  // Back on this page after the confirmation.
  await act(async () => showAgain());
  expect(screen.queryByText(/还剩/)).toBeNull();
});
