import type { OpenActivity } from '@common/contract/enrolments';
import Taro from '@tarojs/taro';
import { act, render, screen } from '@testing-library/react';
import HomePage from '@/pages/home/index';
import { session } from '@/services/session';
import { summaryOf } from '@/testing/credits';
import { fakeServer, LEARNER, meWith, sessionOf } from '@/testing/fakeServer';
import { inDays, openActivityOf } from '@/testing/openActivities';
import { pageOf } from '@/testing/people';
import { tap, tapId } from '@/testing/register';
import { resetTaro, showAgain } from '@/testing/taro';
import EnrolmentsPage from './index';

const ENROLLED = { state: 'enrolled' as const, place: null };
let mine: OpenActivity[] = [];

async function openPage(Page: () => JSX.Element) {
  const me = meWith(LEARNER);
  const sent = fakeServer({
    accounts: { signInWithWechat: () => sessionOf(me), me: () => me },
    enrolments: { myEnrolments: (input) => pageOf(mine, input) },
    activities: { myActivities: () => ({ items: [] }) },
    credits: { myCredits: () => summaryOf() },
  });
  await session.start();
  await act(async () => void render(<Page />));
  return sent;
}

beforeEach(() => {
  resetTaro();
  mine = [
    openActivityOf(1, { mine: { state: 'waiting', place: 2 }, from: inDays(1, 8), to: inDays(1, 18) }),
    openActivityOf(2, { mine: ENROLLED }),
    openActivityOf(3, { mine: ENROLLED, from: inDays(-3, 8), to: inDays(-3, 18) }),
  ];
});

test('what is to come, then what is over', async () => {
  await openPage(EnrolmentsPage);
  await screen.findByText('学习班1');
  const order = [...document.querySelectorAll('.open-activity__name, .enrolments__heading')];
  expect(order.map((each) => each.textContent)).toEqual(['学习班1', '学习班2', '已结束', '学习班3']);
  expect(screen.getByText('候补第2位')).toBeTruthy();
});

test('one that was left is gone when the list is looked at again', async () => {
  await openPage(EnrolmentsPage);
  await screen.findByText('学习班2');
  mine = mine.filter(({ name }) => name !== '学习班2');
  await act(async () => showAgain());
  expect(screen.queryByText('学习班2')).toBeNull();
});

test('none: the way to find one', async () => {
  mine = [];
  await openPage(EnrolmentsPage);
  await tap('找活动');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/learn/activities/index' });
});

test('首页 shows the next one that has a place, and the way to others', async () => {
  await openPage(HomePage);
  await screen.findByText('接下来的活动');
  expect(screen.getByText('学习班2')).toBeTruthy();
  expect(screen.queryByText('学习班1')).toBeNull();
  await tapId('next-activity');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/learn/activity/index?id=${mine[1]?.id}` });
  await tapId('go-activities');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/learn/activities/index' });
});

test('首页 of who has enrolled for nothing has the way to find something', async () => {
  mine = [];
  await openPage(HomePage);
  await screen.findByText('继教活动');
  expect(document.querySelector('#next-activity')).toBeNull();
  expect(document.querySelector('#go-activities')).toBeTruthy();
});
