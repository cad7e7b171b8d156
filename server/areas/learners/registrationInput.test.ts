/** 个人注册: what is typed wrong is named at its field, in words that say what to do. */
import { idNoCheckDigit } from '@common/rules/idNo';
import { send } from '../../testing/calls';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { formOf, idNoOf } from '../../testing/people';
import { learnerModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
let token: string;
let phoneCode: string;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  ({ token } = await server.wechat(1));
  phoneCode = await server.phoneCode(1);
});
afterAll(async () => server.stop());

const submit = async (changes: Record<string, unknown>) =>
  send(server, 'POST', '/api/learners', {
    token,
    body: {
      ...formOf(fixtures, 1),
      phoneCode,
      ...changes,
    },
  });
const withCheckDigit = (first17: string) => first17 + idNoCheckDigit(first17);
const wrongDigit = idNoOf(1).slice(0, 17) + (idNoOf(1).endsWith('0') ? '1' : '0');

test.each([
  ['name', '', '请输入姓名'],
  ['name', '陈', '请填写与身份证一致的姓名'],
  ['name', '陈慧敏2', '请填写与身份证一致的姓名'],
  ['name', '<b>陈慧敏</b>', '请填写与身份证一致的姓名'],
  ['idNo', '', '请输入身份证号码'],
  ['idNo', '12345', '请输入18位身份证号码，最后一位可以是X'],
  ['idNo', wrongDigit, '身份证号码的校验位不对，请逐位核对'],
  ['idNo', withCheckDigit('41110219850231123'), '身份证号码中的出生日期不存在，请检查第7至14位'],
  ['idNo', withCheckDigit('41110220261122123'), '身份证号码中的出生日期晚于今天，请检查第7至14位'],
  ['title', 'king', '请选择职称'],
  ['title', undefined, '请选择职称'],
  ['unitId', 'x', '编号格式不正确'],
  ['department', '科'.repeat(41), '科室名称过长'],
  ['consent', false, '请先阅读并同意个人信息处理说明'],
  ['consent', undefined, '请先阅读并同意个人信息处理说明'],
  ['unitId', undefined, '请选择单位；找不到时可申请新增单位'],
  ['titleSince', '2026-11-22', '职称取得时间不能晚于今天'],
  ['workStartedOn', '2026-02-30', '日期格式不正确'],
  ['email', 'not an address', '电子邮箱格式不正确'],
  ['ethnicity', '火星族', '请选择民族'],
  ['remark', '长'.repeat(201), '备注最多200字'],
])('%s %j: %s', async (field, value, message) => {
  const answer = await submit({ [field]: value });
  expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT', field, message } });
  expect(await learnerModel(server.platform.mongo).countDocuments()).toBe(0);
});

test('a unit that does not exist is to be chosen again', async () => {
  expect(await submit({ unitId: '0'.repeat(24) })).toMatchObject({
    status: 400,
    body: {
      code: 'UNIT_UNKNOWN',
      field: 'unitId',
      message: '没有找到所选单位，请输入关键字重新选择',
    },
  });
});

test('a birth date is in the future until midnight in China', async () => {
  const born = { idNo: withCheckDigit('41110220261122123') };
  server.clock.set(Date.parse('2026-11-21T15:59:59Z'));
  expect((await submit(born)).body).toMatchObject({ field: 'idNo' });
  server.clock.set(Date.parse('2026-11-21T16:00:00Z'));
  expect((await submit({ ...born, phoneCode: await server.phoneCode(1) })).status).toBe(200);
});

test.each([
  ['no number at all', {}],
  ['another country', { phone: '+852 5123 4567' }],
  ['too short', { phone: '1380013800' }],
])('phone by text message, %s: named', async (_what, phone) => {
  expect(await submit({ phoneCode: undefined, smsCode: '123456', ...phone })).toMatchObject({
    status: 400,
    body: { code: 'INVALID_INPUT', field: 'phone', message: '手机号格式不正确，请输入11位手机号' },
  });
});

test('what is typed is kept in one spelling', async () => {
  const answer = await submit({ name: ' 陈　慧敏 ', department: '  护理部 ' });
  expect(answer).toMatchObject({ status: 200, body: { name: '陈慧敏', department: '护理部' } });
  expect((await server.client(token).accounts.me({})).learner).toMatchObject(answer.body);
});

test('the middle dot of a name is one dot', async () => {
  expect((await submit({ name: '阿依古丽•买买提' })).body).toMatchObject({ name: '阿依古丽·买买提' });
});

test('the department may be left out', async () => {
  expect((await submit({ department: undefined })).body).toMatchObject({ department: '' });
});
