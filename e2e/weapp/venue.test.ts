/** At the venue, in the built mini-program: what is due, the place, and a hall without a network. Needs dist/weapp. */
import { FakeApi } from './fakeApi';
import { ACTIVITY } from './fixtures';
import { Weapp } from './weapp';

const QR = 'https://jijiaotong.example.com/q/AAAAAAAAAAAAAAAA';
const OPENED = `pages/check-in/index?q=${encodeURIComponent(QR)}`;
const HOUR = 3_600_000;

function venueApi(): FakeApi {
  const api = new FakeApi();
  api.register('approved');
  api.activities = [ACTIVITY];
  api.due = [
    {
      activityId: ACTIVITY.id,
      activityName: ACTIVITY.name,
      venue: ACTIVITY.venue,
      from: new Date(Date.now() - HOUR).toISOString(),
      to: new Date(Date.now() + HOUR).toISOString(),
      due: [{ label: '上午签到', done: 0, of: 2 }],
      held: [],
    },
  ];
  return api;
}

test('what is due today stands on both tabs and under the tick', async () => {
  const api = venueApi();
  const home = new Weapp('pages/home/index', { api });
  await home.says('上午签到');
  const app = new Weapp('pages/scan/index', { api });
  await app.says('还差2次');
  await app.type('code', 'abcd1234');
  await app.tap(app.byId('code-submit'));
  await app.says('签到成功');
  expect(app.text).toContain('今天还要');
  expect(app.text).toContain('还差1次');
});

test('the place is asked for in words, and its refusal has a way on', async () => {
  const api = venueApi();
  api.scannable.set(QR, { isPlaceRequired: true });
  let isAllowed = false;
  const app = new Weapp(OPENED, {
    api,
    scene: 1011,
    wx: {
      getLocation: () =>
        isAllowed ? { longitude: 113.01, latitude: 25.8, accuracy: 40 } : new Error('auth deny'),
      openSetting: () => {
        isAllowed = true;
        return {};
      },
    },
  });
  await app.says('请确认您在会场');
  expect(app.calls.some(({ api: name }) => name === 'getLocation')).toBe(false);
  await app.tap(app.byId('check-in-locate'));
  await app.says('您没有允许使用位置信息');
  await app.tap(app.byText('去设置'));
  await app.says('签到成功');
  expect(api.last('checkIns.checkIn')?.place).toEqual({ longitude: 113.01, latitude: 25.8, accuracy: 40 });
});

test('without a network the scan survives the closed mini-program and is sent once', async () => {
  const api = venueApi();
  const storage = new Map<string, unknown>();
  const app = new Weapp('pages/scan/index', { api, storage });
  await app.says('还差2次');
  app.network(false);
  await app.type('code', 'abcd1234');
  await app.tap(app.byId('code-submit'));
  await app.says('没有网络，扫码已保存');
  expect(app.text).toContain('已保存，联网后自动补传，由管理员确认');
  const opened = new Weapp('pages/home/index', { api, storage });
  await opened.settle();
  opened.network(true);
  await opened.says('扫码时没有网络，待活动管理员确认后生效');
  expect(api.last('checkIns.scanLate')).toMatchObject({ code: 'ABCD1234' });
  app.network(true);
  await app.settle(200);
  const keys = api.calls.filter(({ name }) => name === 'checkIns.scanLate').map(({ input }) => input.key);
  expect(new Set(keys).size).toBe(1);
});

test('the network comes back while the page is open', async () => {
  const api = venueApi();
  const app = new Weapp('pages/scan/index', { api });
  await app.says('还差2次');
  app.network(false);
  await app.type('code', 'abcd1234');
  await app.tap(app.byId('code-submit'));
  await app.says('没有网络，扫码已保存');
  app.network(true);
  await app.says('扫码已补传');
  expect(app.text).toContain('待活动管理员确认后生效');
  expect(api.count('checkIns.scanLate')).toBe(1);
});
