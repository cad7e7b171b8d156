/** 学分记录明细表 and 学分登记手册: reviewed credits only, by the learner or his unit, each print with its own code. */

import { credited, received } from '../../testing/certificates';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { pdfPages } from '../../testing/pdfText';
import { auditModel } from '../audit/model';
import { CLOSED_NAME } from '../learners/closure';
import { certificateModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

type File = Parameters<typeof received>[0];
/** Without the ends of lines and columns. */
const bare = (text: string) => text.replace(/\s/g, '');
const textOf = async (file: Promise<File>) => bare(pdfPages(received(await file).bytes).join(''));
const prints = () => certificateModel(server.platform.mongo).find().sort({ _id: 1 }).lean();

test('pending credits are named and not counted; reviewed ones stand with their totals', async () => {
  const { client, approve } = await credited(server, fixtures, { isReviewed: false });
  const before = await textOf(client.certificates.myStatement({}));
  expect(before).toContain('没有审核通过的学分');
  expect(before).toContain('另有1项学分审核中，不计入');
  expect(before).not.toContain('外科护理学新进展');
  await approve();

  const file = received(await client.certificates.myStatement({}));
  expect(file.name).toBe('学分记录明细表-陈慧敏.pdf');
  const statement = bare(pdfPages(file.bytes).join(''));
  for (const words of [
    '姓名',
    '身份证号',
    '性别',
    '单位名称',
    '分数',
    '学分发放时间',
    '国家I类',
    '2026-11-21',
  ]) {
    expect(statement).toContain(words);
  }
  expect(statement).toContain('合计1项2.006');
  expect(statement).toContain('打印时间：2026-11-2109:00');
  expect(statement).toContain('非学分证书，仅作为学习证明');
  expect(statement).not.toContain('审核中');
  await expect(
    client.certificates.myStatement({ from: '2026-11-22', to: '2026-11-21' }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'to' });
  expect(await textOf(client.certificates.myStatement({ from: '2026-11-22' }))).toContain(
    '没有审核通过的学分',
  );
  expect(await textOf(client.certificates.myStatement({ from: '2026-11-21', to: '2026-11-21' }))).toContain(
    '合计1项',
  );

  const booklet = await textOf(client.certificates.myBooklet({ year: 2026 }));
  for (const words of [
    '所在单位',
    '（盖章）',
    '卡号',
    '年度2026',
    '继续医学教育项目',
    'I类学分 6.00(2.00) 漯河市中心医院',
    '公需科目 0.00 学时（0.00分）',
    '专业科目 6.00 学时（2.00分）',
    '年度累计完成 6.00 学时（2.00分）',
  ]) {
    expect(booklet).toContain(bare(words));
  }
  expect(await textOf(client.certificates.myBooklet({ year: 2025 }))).toContain('2025年度没有审核通过的学分');
  const codes = (await prints()).map(({ code }) => code);
  expect(new Set(codes).size).toBe(6);
});

test('his unit prints them, and that is in the log that he can read; another unit does not', async () => {
  const { client, learnerId } = await credited(server, fixtures);
  const { unit, otherUnit } = fixtures;
  expect(await textOf(unit.certificates.learnerStatement({ learnerId }))).toContain('合计1项');
  expect(await textOf(unit.certificates.learnerBooklet({ learnerId, year: 2026 }))).toContain('年度2026');
  for (const refused of [
    otherUnit.certificates.learnerStatement({ learnerId }),
    otherUnit.certificates.learnerBooklet({ learnerId, year: 2026 }),
  ]) {
    await expect(refused).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
  const rows = await auditModel(server.platform.mongo)
    .find({ action: /^certificate\./ })
    .lean();
  expect(rows.map(({ action, subject }) => [action, subject])).toEqual([
    ['certificate.statement-printed', `learner:${learnerId}`],
    ['certificate.booklet-printed', `learner:${learnerId}`],
  ]);
  await client.certificates.myStatement({});
  expect(await auditModel(server.platform.mongo).countDocuments({ action: /^certificate\./ })).toBe(2);
});

test('a list says that it is not right any more once a credit on it is revoked', async () => {
  const { client, learnerId, creditingId } = await credited(server, fixtures);
  await client.certificates.myStatement({});
  await client.certificates.myBooklet({ year: 2026 });
  const [statement, booklet] = await prints();
  const anybody = server.client();
  const verify = async (code = '') => anybody.certificates.verify({ code });
  expect(await verify(statement?.code)).toMatchObject({
    kind: 'statement',
    state: 'valid',
    year: null,
    name: '陈慧敏',
    total: { credits: 200, minutes: 360 },
  });
  expect(await verify(booklet?.code)).toMatchObject({ kind: 'booklet', state: 'valid', year: 2026 });

  await fixtures.authority.crediting.revokeReviewed({
    creditingId,
    learnerIds: [learnerId],
    reason: '代刷卡',
  });
  expect(await verify(statement?.code)).toMatchObject({
    state: 'changed',
    rows: [{ isRevoked: true, credits: 200 }],
    total: { credits: 0, minutes: 0 },
  });
  expect(await verify(booklet?.code)).toMatchObject({ state: 'changed' });
  // What is printed afterwards is right again.
  expect(await textOf(client.certificates.myStatement({}))).toContain('没有审核通过的学分');
  await expect(anybody.certificates.verifiedCertificate({ code: booklet?.code ?? '' })).rejects.toMatchObject(
    {
      code: 'CERTIFICATE_UNKNOWN',
      message: '明细表和登记手册只供核验，请本人登录后下载',
    },
  );
});

test('of a closed account only the credits remain', async () => {
  const { client, learnerId } = await credited(server, fixtures);
  await client.certificates.myStatement({});
  const [{ code = '' } = {}] = await prints();
  await server.platform.mongo.transaction(async (session) =>
    server.services.learners.close(learnerId, session),
  );
  expect(await server.client().certificates.verify({ code })).toMatchObject({
    name: CLOSED_NAME,
    idNoMasked: '—',
    state: 'valid',
  });
});
