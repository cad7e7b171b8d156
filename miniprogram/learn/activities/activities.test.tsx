import type { OpenActivityView } from '@common/contract/enrolments';
import Taro from '@tarojs/taro';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { session } from '@/services/session';
import { fakeServer, LEARNER, meWith, Refusal, sessionOf } from '@/testing/fakeServer';
import { openActivityOf } from '@/testing/openActivities';
import { pageOf } from '@/testing/people';
import { tap, tapId } from '@/testing/register';
import { resetTaro, showAgain } from '@/testing/taro';
import { enrolmentChanges } from '../services/enrolmentChanges';
import ActivitiesPage from './index';

let found: OpenActivityView[] = [];
let isBroken = false;

async function openPage(learner: typeof LEARNER | null = LEARNER) {
  const me = meWith(learner);
  const sent = fakeServer({
    accounts: { signInWithWechat: () => sessionOf(me), me: () => me },
    regionsUnits: {
      listRegions: ({ parent = '' }) => ({
        items:
          parent === ''
            ? [{ code: '41', name: '河南省', hasChildren: true }]
            : [{ code: '4111', name: '漯河市', hasChildren: false }],
      }),
    },
    enrolments: {
      findActivities: (input) => {
        if (isBroken) {
          throw new Refusal('STORE_UNAVAILABLE');
        }
        return pageOf(found, input);
      },
    },
  });
  await session.start();
  await act(async () => void render(<ActivitiesPage />));
  return () => sent.filter(({ name }) => name === 'enrolments.findActivities').map(({ input }) => input);
}
const located = (answer: object) => (Taro.getLocation as unknown as jest.Mock).mockResolvedValueOnce(answer);
const refused = (errMsg: string) =>
  (Taro.getLocation as unknown as jest.Mock).mockRejectedValueOnce({ errMsg });

beforeEach(() => {
  resetTaro();
  (Taro.getLocation as unknown as jest.Mock).mockReset();
  isBroken = false;
  found = [
    openActivityOf(1),
    openActivityOf(2, { enrolled: 200, mine: { state: 'waiting', place: 3 }, distance: 3240 }),
    openActivityOf(3, { capacity: 0, mine: { state: 'enrolled', place: null } }),
  ];
});

test('a card says what one decides by: credits, room, distance, and where one stands', async () => {
  await openPage();
  expect(await screen.findByText('学习班1')).toBeTruthy();
  expect(screen.getAllByText('I类学分 2.5 分')).toHaveLength(3);
  expect(screen.getByText('余 12 个名额')).toBeTruthy();
  expect(screen.getByText('已满，可候补')).toBeTruthy();
  expect(screen.getByText('名额不限')).toBeTruthy();
  expect(screen.getByText('候补第3位')).toBeTruthy();
  expect(screen.getByText('已报名')).toBeTruthy();
  expect(screen.getByText('约 3.2 公里')).toBeTruthy();
  expect(Taro.getLocation).not.toHaveBeenCalled();
  await tap('学习班1');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/learn/activity/index?id=${found[0]?.id}` });
});

test('the list grows by 加载更多', async () => {
  found = Array.from({ length: 45 }, (_, n) => openActivityOf(n + 1));
  await openPage();
  await screen.findByText('共 45 个活动');
  await tap('加载更多');
  await tap('加载更多');
  await screen.findByText('学习班45');
  expect(screen.queryByText('加载更多')).toBeNull();
});

test('discipline and region are chosen in two levels, asked for, and kept for the next visit', async () => {
  const asked = await openPage();
  await screen.findByText('学习班1');
  await tapId('filter-discipline');
  await tap('护理学');
  await tap('外科护理学');
  await waitFor(() => expect(asked().at(-1)).toMatchObject({ discipline: '1402' }));
  await tapId('filter-region');
  await screen.findByText('河南省');
  await tap('河南省');
  await tap('看河南省的活动');
  await waitFor(() => expect(asked().at(-1)).toMatchObject({ discipline: '1402', region: '41' }));
  cleanup();
  const askedAgain = await openPage();
  await waitFor(() => expect(askedAgain()[0]).toMatchObject({ discipline: '1402', region: '41' }));
});

test('a county is chosen with a tap; the level by a chip', async () => {
  const asked = await openPage();
  await tapId('filter-region');
  await screen.findByText('河南省');
  await tap('河南省');
  await screen.findByText('漯河市');
  await tap('漯河市');
  await tapId('filter-level');
  await tap('市级');
  await waitFor(() => expect(asked().at(-1)).toMatchObject({ region: '4111', level: 'city' }));
});

test('nothing found: the way back to everything', async () => {
  const all = found;
  const asked = await openPage();
  await screen.findByText('学习班1');
  found = [];
  fireEvent.change(document.querySelector('#activity-q') as Element, { target: { value: '没有这个' } });
  await screen.findByText('没有找到这样的活动');
  expect(asked().at(-1)).toMatchObject({ q: '没有这个' });
  found = all;
  await tapId('clear-filters');
  await screen.findByText('学习班1');
});

test('no activity at all: one can still sign in on the spot', async () => {
  found = [];
  await openPage();
  await screen.findByText('现在没有可以报名的活动');
  await tap('去扫码签到');
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/scan/index' });
});

test('附近 asks where one is and sends it', async () => {
  located({ longitude: 114.02, latitude: 33.58 });
  const asked = await openPage();
  await screen.findByText('学习班1');
  await tap('附近');
  await waitFor(() => expect(asked().at(-1)).toMatchObject({ longitude: '114.02', latitude: '33.58' }));
});

test('附近 refused: nothing is asked without a place; allowed in the settings it goes on', async () => {
  refused('getLocation:fail auth deny');
  const asked = await openPage();
  await screen.findByText('学习班1');
  const before = asked().length;
  await tap('附近');
  await screen.findByText('没有允许使用位置');
  expect(asked()).toHaveLength(before);
  located({ longitude: 114.02, latitude: 33.58 });
  await tapId('locate-again');
  expect(Taro.openSetting).toHaveBeenCalled();
  await screen.findByText('学习班1');
  expect(asked().at(-1)).toMatchObject({ longitude: '114.02' });
});

test('the phone does not know where it is: tried again, or everything', async () => {
  refused('getLocation:fail system timeout');
  await openPage();
  await tap('附近');
  await screen.findByText('没有取得您的位置');
  expect(screen.getByText('重新定位')).toBeTruthy();
  await tapId('not-near');
  await screen.findByText('学习班1');
});

test('what was enrolled for on its page is said here, until the list is newer', async () => {
  await openPage();
  await screen.findByText('余 12 个名额');
  enrolmentChanges.note({
    ...openActivityOf(1),
    enrolled: 189,
    mine: { state: 'enrolled', place: null },
  });
  await act(async () => showAgain());
  expect(screen.getByText('余 11 个名额')).toBeTruthy();
  expect(screen.getAllByText('已报名')).toHaveLength(2);
});

test('a failure has a way to try again', async () => {
  isBroken = true;
  await openPage();
  await screen.findByText('没有加载成功');
  isBroken = false;
  await tap('重试');
  await screen.findByText('学习班1');
});

test('who is not registered is led there', async () => {
  await openPage(null);
  await tap('立即注册');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/register/index' });
});
