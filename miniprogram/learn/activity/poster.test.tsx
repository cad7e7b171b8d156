/** A poster's QR opens the activity for somebody whom the product does not know yet. */
import Taro from '@tarojs/taro';
import { act, render, screen } from '@testing-library/react';
import { leaveRegistration } from '@/pages/register/leaveRegistration';
import { goOn } from '@/services/goOn';
import { keptActivity } from '@/services/keptActivity';
import { session } from '@/services/session';
import { fakeServer, LEARNER, meWith, sessionOf } from '@/testing/fakeServer';
import { openActivityOf } from '@/testing/openActivities';
import { tap } from '@/testing/register';
import { openedWith, resetTaro } from '@/testing/taro';
import ActivityPage from './index';

const ACTIVITY = openActivityOf(1);
const PAGE = 'learn/activity/index';
let me = meWith(null);

async function openPage() {
  fakeServer({
    accounts: { signInWithWechat: () => sessionOf(me), me: () => me, signOut: () => ({ ok: true }) },
    enrolments: { openActivity: () => ACTIVITY },
  });
  await session.start();
  await act(async () => void render(<ActivityPage />));
}

beforeEach(() => {
  resetTaro();
  me = meWith(null);
  openedWith({ id: ACTIVITY.id }, [PAGE]);
});
afterEach(() => jest.useRealTimers());

test('not registered: led there, and back to the page below', async () => {
  await openPage();
  expect(screen.getByText('登录或注册后会回到这个活动，不用重新扫码')).toBeTruthy();
  await tap('立即注册');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/register/index' });
  openedWith({}, [PAGE, 'pages/register/index']);
  me = meWith(LEARNER);
  await act(async () => void (await leaveRegistration(LEARNER)));
  expect(Taro.navigateBack).toHaveBeenCalled();
  expect(await screen.findByText(ACTIVITY.name)).toBeTruthy();
  expect(keptActivity.get()).toBeUndefined();
});

test('registered later from home: the registration ends at the activity', async () => {
  await openPage();
  openedWith({}, ['pages/home/index', 'pages/register/index']);
  await act(async () => void (await leaveRegistration(LEARNER)));
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: `/${PAGE}?id=${ACTIVITY.id}` });
});

test('signed out: signing in ends at the activity', async () => {
  await openPage();
  await act(async () => void (await session.signOut()));
  await tap('去登录');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/sign-in/index' });
  openedWith({}, [PAGE, 'pages/sign-in/index']);
  await goOn(meWith(LEARNER));
  expect(Taro.navigateBack).toHaveBeenCalled();
});

test('it is kept for a day and no longer', () => {
  jest.useFakeTimers();
  keptActivity.keep(ACTIVITY.id);
  jest.advanceTimersByTime(23 * 3_600_000);
  expect(keptActivity.get()).toBe(ACTIVITY.id);
  jest.advanceTimersByTime(2 * 3_600_000);
  expect(keptActivity.get()).toBeUndefined();
});

test('a learner who opens it leaves nothing behind', async () => {
  me = meWith(LEARNER);
  await openPage();
  await screen.findByText(ACTIVITY.name);
  expect(keptActivity.get()).toBeUndefined();
});
