/** Finding an activity and enrolling in the built mini-program. Needs dist/weapp. */
import { FakeApi } from './fakeApi';
import { OPEN_ACTIVITY } from './fixtures';
import { Weapp } from './weapp';

function learnerApi(): FakeApi {
  const api = new FakeApi();
  api.register('approved');
  api.openActivities = [{ ...OPEN_ACTIVITY }];
  return api;
}

test('from home to an activity: enrolled, in the calendar, and on home as the next one', async () => {
  const app = new Weapp('pages/home/index', { api: learnerApi() });
  await app.says('按学科、地区、时间查找');
  await app.tap(app.byId('go-activities'));
  await app.says('余 2 个名额');
  await app.tap(app.byText(OPEN_ACTIVITY.name));
  await app.says('罗家井102号');
  await app.tap(app.byId('open-map'));
  expect(app.calls.find(({ api }) => api === 'openLocation')?.options).toMatchObject({ latitude: 25.79 });
  await app.tap(app.byId('enrol'));
  await app.says('报名不能代替签到');
  await app.tap(app.byId('add-calendar'));
  await app.until(() => app.toast.includes('已加入日历'), 'the calendar');
  const home = new Weapp('pages/home/index', { api: app.api });
  await home.says('接下来的活动');
  expect(home.text).toContain(OPEN_ACTIVITY.name);
});

test('附近 asks the phone and sends where it is', async () => {
  const app = new Weapp('learn/activities/index', { api: learnerApi() });
  await app.says(OPEN_ACTIVITY.name);
  await app.tap(app.byText('附近'));
  await app.until(() => app.api.last('enrolments.findActivities')?.latitude === '25.8', 'the place');
});

test('附近 refused by WeChat: the way to the settings', async () => {
  const app = new Weapp('learn/activities/index', {
    api: learnerApi(),
    wx: { getLocation: () => new Error('auth deny') },
  });
  await app.says(OPEN_ACTIVITY.name);
  await app.tap(app.byText('附近'));
  await app.says('没有允许使用位置');
});

test("a poster's QR, read by WeChat's scanner, opens its activity", async () => {
  const address = `https://jijiaotong.example.com/#/learn/activity/index?id=${OPEN_ACTIVITY.id}`;
  const app = new Weapp(`learn/activity/index?q=${encodeURIComponent(address)}`, { api: learnerApi() });
  await app.says(OPEN_ACTIVITY.name);
});

test('a poster seen by somebody new leads to the registration', async () => {
  const app = new Weapp(`learn/activity/index?id=${OPEN_ACTIVITY.id}`);
  await app.says('登录或注册后会回到这个活动');
  await app.tap(app.byText('立即注册'));
  expect(app.route).toBe('pages/register/index');
});
