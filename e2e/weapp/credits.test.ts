/** 学分, why one is missing, and what can be printed, in the built mini-program. Needs dist/weapp. */
import { CERTIFICATES } from './creditFixtures';
import { FakeApi } from './fakeApi';
import { ATTENDED, CREDITS } from './fixtures';
import { Weapp } from './weapp';
import { textOf } from './wxml';

function creditsApi(): FakeApi {
  const api = new FakeApi();
  api.register('approved');
  api.activities = [ATTENDED];
  api.credits = CREDITS;
  return api;
}

test('为什么查不到学分: from the attended class to the answer, and on to what is missing', async () => {
  const app = new Weapp('pages/credits/index', { api: creditsApi() });
  await app.says('已参加，尚未授分');
  await app.tap(app.byId(`why-${ATTENDED.id}`));
  await app.says('完成项目评价后，由宜章县中医医院授分。');
  expect(app.route).toBe('credits/why/index');
  const states = app.byClass('condition__dot').map((dot) => dot.attr.ariaLabel);
  expect(states).toEqual([
    '注册审核：已满足',
    '签到：已满足',
    '项目评价：需要您完成',
    '授分：未开始',
    '审核：未开始',
  ]);
  expect(app.text).toContain('扫码时间不在项目举办周期内');
  await app.tap(app.byId('do-evaluation'));
  expect(app.route).toBe('study/evaluation/index');
});

test('学分情况查询: by its state, and each with all that is kept of it', async () => {
  const app = new Weapp('pages/credits/index', { api: creditsApi() });
  await app.says('学分情况查询');
  await app.tap(app.byId('go-credit-search'));
  await app.says('共3条记录');
  const chip = app.byClass('chip').find((each) => textOf(each) === '未审核');
  await app.tap(chip ?? app.byText('未审核'));
  await app.says('共1条记录');
  expect(app.api.last('credits.searchMyCredits')).toMatchObject({ state: 'pending' });
  const [pending] = CREDITS.items;
  await app.tap(app.byId(`credit-${pending?.id}`));
  await app.says('等待 郴州市卫生健康委员会 审核');
  expect(app.route).toBe('credits/entry/index');
  expect(app.text).toContain('审核通过后生成电子学分证书');
});

test('学分证书与打印: a certificate opens as a PDF', async () => {
  const app = new Weapp('pages/mine/index', { api: creditsApi() });
  await app.says('学分证书');
  await app.tap(app.byId('go-papers'));
  await app.says(CERTIFICATES[0]?.activityName ?? '');
  expect(app.route).toBe('credits/papers/index');
  expect(app.text).toContain('https://jijiaotong.example.com/verify');
  await app.tap(app.byId(`certificate-${CERTIFICATES[0]?.creditId}`));
  await app.until(() => app.calls.some(({ api }) => api === 'openDocument'), 'the document');
  const asked = (name: string) => app.calls.filter(({ api }) => api === name).at(-1)?.options;
  expect(asked('downloadFile')?.url).toMatch(/\/certificate\.pdf$/);
  expect(asked('openDocument')).toMatchObject({ fileType: 'pdf' });
});
