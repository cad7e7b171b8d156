/** 电子学分证书: of a reviewed credit, one for each, for whom it belongs to. */
import { formatVerificationCode } from '@common/rules/verificationCode';
import { credited, received } from '../../testing/certificates';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { pdfPages } from '../../testing/pdfText';
import { approvedLearner, idNoOf } from '../../testing/people';
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

const stored = () => certificateModel(server.platform.mongo).find().lean();

test('there is none before the review; afterwards it says what was earned, where and when', async () => {
  const { client, creditId, approve } = await credited(server, fixtures, { isReviewed: false });
  await expect(client.certificates.myCertificate({ creditId })).rejects.toMatchObject({
    code: 'CREDIT_NOT_REVIEWED',
  });
  expect(await client.certificates.myCertificates({})).toEqual({ years: [], items: [] });
  await approve();
  const { years, items } = await client.certificates.myCertificates({});
  expect(years).toEqual([2026]);
  expect(items).toMatchObject([{ creditId, code: null, credits: 200, role: 'participant' }]);
  expect((await client.certificates.myCertificates({ year: 2025 })).items).toEqual([]);

  const file = received(await client.certificates.myCertificate({ creditId }));
  expect(file.name).toMatch(/^学分证书-陈慧敏-\d{10}-2020-14-02-049 \(国\)\.pdf$/);
  const [page = ''] = pdfPages(file.bytes);
  const text = page.replace(/\n/g, '');
  const [{ code = '' } = {}] = await stored();
  for (const words of [
    '陈慧敏',
    '漯河市中心医院',
    '2026年11月21日参加漯河市中心医院举办的“外科护理学新进展学习班”（项目编号2020-14-02-049 (国)），经考核合格',
    '国家级I类学分2分（6学时）',
    '漯河市卫生健康委员会',
    formatVerificationCode(code),
    'http://127.0.0.1:8080/certificates',
  ]) {
    expect(text).toContain(words);
  }
  expect(text).toContain(`4111${'*'.repeat(10)}`);
  expect(text).not.toContain(idNoOf(1));
  const [listed] = (await client.certificates.myCertificates({})).items;
  expect(listed?.code).toBe(code);
});

test('ten at once make one certificate, and a second code is never drawn for it', async () => {
  const { client, creditId } = await credited(server, fixtures);
  const files = await Promise.all(
    Array.from({ length: 10 }, async () => received(await client.certificates.myCertificate({ creditId }))),
  );
  expect(await stored()).toHaveLength(1);
  const texts = files.map(({ bytes }) => pdfPages(bytes)[0]);
  expect(new Set(texts).size).toBe(1);
});

test('a code that exists is not given a second time: it is drawn again', async () => {
  const { people, creditIdOf } = await credited(server, fixtures, { count: 2 });
  const [one, two] = people;
  const real = server.platform.random.bytes;
  const draws = [7, 7, 9];
  server.platform.random.bytes = (length) => Buffer.alloc(length, draws.shift());
  try {
    for (const person of [one, two]) {
      await person?.client.certificates.myCertificate({ creditId: await creditIdOf(person.learnerId) });
    }
  } finally {
    server.platform.random.bytes = real;
  }
  expect(draws).toEqual([]);
  expect(new Set((await stored()).map(({ code }) => code)).size).toBe(2);
});

test("somebody else's credit is as good as absent; a revoked one says when it was revoked", async () => {
  const { client, creditId, creditingId, learnerId } = await credited(server, fixtures);
  const other = await approvedLearner(server, fixtures, 5, { name: '王丽' });
  await expect(other.client.certificates.myCertificate({ creditId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await fixtures.authority.crediting.revokeReviewed({
    creditingId,
    learnerIds: [learnerId],
    reason: '代刷卡',
  });
  await expect(client.certificates.myCertificate({ creditId })).rejects.toMatchObject({
    code: 'CREDIT_NOT_REVIEWED',
    message: '该学分已于2026-11-21撤销，证书随之作废',
  });
  expect(await stored()).toEqual([]);
});
