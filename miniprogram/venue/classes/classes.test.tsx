import Taro from '@tarojs/taro';
import { act, render, screen } from '@testing-library/react';
import { OnlineClassesRow } from '@/components/online-classes-row/onlineClassesRow';
import { session } from '@/services/session';
import { fakeServer, LEARNER, meWith, sessionOf } from '@/testing/fakeServer';
import { tap, tapId } from '@/testing/register';
import { resetTaro } from '@/testing/taro';
import OnlineClassesPage from './index';

const classOf = (n: number, more: object = {}) => ({
  courseId: String(n).padStart(24, '0'),
  activityId: 'a'.repeat(24),
  courseName: `课程${n}`,
  activityName: '外科护理学新进展学习班',
  videoUrl: 'https://video.example/a.mp4',
  watchedSeconds: 0,
  requiredSeconds: 2_700,
  prompt: null,
  answered: 0,
  prompts: 2,
  isDone: false,
  beatSeconds: 30,
  serverTime: '2026-11-21T01:00:00.000Z',
  from: '2026-11-21T00:00:00.000Z',
  to: '2026-11-21T10:00:00.000Z',
  ...more,
});
let items: ReturnType<typeof classOf>[];

async function draw(Part: () => JSX.Element | null) {
  const me = meWith(LEARNER);
  fakeServer({
    accounts: { signInWithWechat: () => sessionOf(me), me: () => me },
    onlineClasses: { myOnlineClasses: () => ({ items }) },
  });
  await session.start();
  await act(async () => void render(<Part />));
}

beforeEach(() => {
  resetTaro();
  items = [
    classOf(1),
    classOf(2, { watchedSeconds: 600 }),
    classOf(3, { isDone: true, watchedSeconds: 2_700 }),
    classOf(4, { from: '2026-11-22T00:00:00.000Z', to: '2026-11-22T10:00:00.000Z' }),
  ];
});

test('each class with how far it is and what is next', async () => {
  await draw(OnlineClassesPage);
  const tags = [...document.querySelectorAll('.tag__words')].map((tag) => tag.textContent);
  expect(tags).toEqual(['开始学习', '继续学习', '已学完', '未到时间']);
  await tap('课程2');
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: `/venue/class/index?activity=${'a'.repeat(24)}&course=${items[1]?.courseId}`,
  });
});

test('none: how one gets some', async () => {
  items = [];
  await draw(OnlineClassesPage);
  await tap('找活动');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/learn/activities/index' });
});

test('the way there says how many are left', async () => {
  await draw(OnlineClassesRow);
  expect(screen.getByText(/还有3门没有学完/)).toBeTruthy();
  await tapId('go-online-classes');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/venue/classes/index' });
});

test('the way there is not drawn for those who have none', async () => {
  items = [];
  await draw(OnlineClassesRow);
  expect(document.querySelector('#go-online-classes')).toBeNull();
});
