/** The unit administrator's way through the built mini-program. Needs dist/weapp. */
import { FakeApi } from './fakeApi';
import { applicant } from './fixtures';
import { Weapp } from './weapp';

function adminApi(waiting: number): FakeApi {
  const api = new FakeApi();
  api.administer();
  api.pending = Array.from({ length: waiting }, (_, n) => applicant(n, { sameNameInUnit: n === 0 }));
  return api;
}

test('an administrator signs in with the unit account', async () => {
  const api = new FakeApi();
  const app = new Weapp('pages/sign-in/index', { api });
  await app.says('登录继教通');
  await app.type('account', '431022');
  await app.type('password', 'wrong');
  await app.tap(app.byId('sign-in-submit'));
  await app.says('账号或密码不正确');
  await app.type('password', 'right-password1');
  await app.tap(app.byId('sign-in-submit'));
  await app.until(() => app.route === 'admin/home/index', 'the administration');
  await app.says('人员信息审核');
});

test('a whole page is approved in two taps, and the rest is still there', async () => {
  const app = new Weapp('admin/pending/index', { api: adminApi(23) });
  await app.says('未审核 23 人');
  expect(app.text).toContain('本单位有同名人员，请核对');
  await app.tap(app.byId('select-all'));
  await app.tap(app.byText('通过 20 人'));
  await app.says('未审核 3 人');
  expect(app.toast).toBe('已通过 20 人');
  expect(app.api.last('learners.decide')).toMatchObject({ decision: 'approve' });
});

test('more are loaded on asking', async () => {
  const app = new Weapp('admin/pending/index', { api: adminApi(23) });
  await app.says('加载更多');
  await app.tap(app.byId('more'));
  await app.until(() => app.byClass('applicant').length === 23, '23 people');
});

test('a rejection asks for a reason', async () => {
  const app = new Weapp('admin/pending/index', { api: adminApi(2) });
  await app.says('学员1');
  await app.tap(app.byText('学员1'));
  await app.tap(app.byId('reject'));
  await app.tap(app.byId('reject-confirm'));
  expect(app.text).toContain('请选择或填写原因');
  await app.tap(app.byText('职称有误'));
  await app.fire(app.byId('reject-reason'), 'input', { value: '请核对聘书' });
  await app.tap(app.byId('reject-confirm'));
  await app.says('未审核 1 人');
  expect(app.api.last('learners.decide')).toMatchObject({
    decision: 'reject',
    reason: '职称有误：请核对聘书',
  });
});

test('the board says who came and who was turned away', async () => {
  const app = new Weapp('admin/home/index', { api: adminApi(2) });
  await app.says('现场签到情况');
  await app.tap(app.byText('现场签到情况'));
  await app.says('已到人数');
  expect(app.text).toContain('126 人');
  expect(app.text).toContain('单位尚未审核通过 3 次');
  expect(app.text).toContain('基层心电图诊断与急救技术培训班');
});
