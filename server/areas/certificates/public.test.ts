/** What anybody may ask about certificates, and no more. */
import { createHash } from 'node:crypto';
import { formatVerificationCode } from '@common/rules/verificationCode';
import { send } from '../../testing/calls';
import { solvedCaptcha } from '../../testing/captcha';
import { credited, received } from '../../testing/certificates';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { pdfPages } from '../../testing/pdfText';
import { idNoOf } from '../../testing/people';
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

const NUMBER = '2020-14-02-049 (国)';
const search = async (given: { projectNumber?: string; name?: string; captcha?: string } = {}) =>
  server.client().certificates.searchCertificates({
    projectNumber: NUMBER,
    name: '陈慧敏',
    captcha: given.captcha ?? (await solvedCaptcha(server)),
    ...given,
  });

test('exact number and name find the certificate, however they are typed; nothing else does', async () => {
  const { creditId } = await credited(server, fixtures, { count: 2 });
  const { items } = await search({ projectNumber: '2020－14－02－049（国）', name: ' 陈 慧敏 ' });
  expect(items).toHaveLength(2);
  expect(Object.keys(items[0] ?? {}).sort()).toEqual(
    [
      'activityDate',
      'activityName',
      'code',
      'creditClass',
      'credits',
      'isRevoked',
      'name',
      'projectNumber',
      'unitName',
    ].sort(),
  );
  const known = await certificateModel(server.platform.mongo).find({ entryId: creditId }).lean();
  expect(items.map(({ code }) => code)).toContain(known[0]?.code);
  for (const wrong of [
    { name: '陈慧' },
    { name: '陈慧敏敏' },
    { name: '.*敏' },
    { projectNumber: '2020-14-02-048 (国)' },
  ]) {
    expect((await search(wrong)).items).toEqual([]);
  }
  await expect(search({ projectNumber: '外科护理' })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'projectNumber',
  });
});

test('a solved 安全验证 serves once, and 20 searches are enough for ten minutes', async () => {
  const captcha = await solvedCaptcha(server);
  expect((await search({ captcha })).items).toEqual([]);
  await expect(search({ captcha })).rejects.toMatchObject({ code: 'CAPTCHA_REQUIRED' });
  const answers = await Promise.all(
    Array.from({ length: 20 }, async () =>
      send(server, 'POST', '/api/certificates/search', {
        body: { projectNumber: NUMBER, name: '陈慧敏', captcha: 'x' },
      }),
    ),
  );
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(2);
});

test('a credit that waits is not found; a revoked one only where it had a certificate', async () => {
  const { creditingId, people, approve } = await credited(server, fixtures, { isReviewed: false });
  expect((await search()).items).toEqual([]);
  await approve();
  const [found] = (await search()).items;
  const learnerIds = people.map(({ learnerId }) => learnerId);
  await fixtures.authority.crediting.revokeReviewed({ creditingId, learnerIds, reason: '代刷卡' });
  expect((await search()).items).toEqual([{ ...found, isRevoked: true }]);
  await certificateModel(server.platform.mongo).deleteMany({});
  expect((await search()).items).toEqual([]);
});

test('a code verifies in any spelling, and the certificate can be had; the whole idNo never leaves', async () => {
  const { client, creditId } = await credited(server, fixtures);
  await client.certificates.myCertificate({ creditId });
  const [{ code = '' } = {}] = await certificateModel(server.platform.mongo).find().lean();
  const anybody = server.client();
  const shown = await anybody.certificates.verify({ code: formatVerificationCode(code).toLowerCase() });
  expect(shown).toMatchObject({
    kind: 'certificate',
    code,
    state: 'valid',
    revokedAt: null,
    name: '陈慧敏',
    unitName: '漯河市中心医院',
    rows: [{ organiser: '漯河市中心医院', projectNumber: NUMBER, role: 'participant', isRevoked: false }],
    total: { credits: 200, minutes: 360 },
  });
  expect(JSON.stringify(shown)).not.toContain(idNoOf(1));
  const file = received(await anybody.certificates.verifiedCertificate({ code }));
  expect(pdfPages(file.bytes)[0]).toContain(formatVerificationCode(code));
});

test('a revoked certificate says when, to strangers not why, and cannot be downloaded', async () => {
  const { client, creditId, creditingId, learnerId } = await credited(server, fixtures);
  await client.certificates.myCertificate({ creditId });
  const [{ code = '' } = {}] = await certificateModel(server.platform.mongo).find().lean();
  server.clock.pass(3_600_000);
  await fixtures.authority.crediting.revokeReviewed({
    creditingId,
    learnerIds: [learnerId],
    reason: '代刷卡',
  });
  const anybody = server.client();
  const shown = await anybody.certificates.verify({ code });
  expect(JSON.stringify(shown)).not.toContain('代刷卡');
  expect(shown).toMatchObject({
    state: 'revoked',
    revokedAt: new Date(server.clock.now()).toISOString(),
    rows: [{ isRevoked: true }],
    total: { credits: 0, minutes: 0 },
  });
  await expect(anybody.certificates.verifiedCertificate({ code })).rejects.toMatchObject({
    code: 'CREDIT_NOT_REVIEWED',
  });
});

test('guessing finds nothing and is stopped', async () => {
  await credited(server, fixtures);
  await search();
  const guesses = Array.from({ length: 62 }, (_, n) =>
    createHash('sha256').update(String(n)).digest('hex').slice(0, 13).toUpperCase(),
  );
  const answers = await Promise.all(guesses.map(async (code) => send(server, 'GET', `/api/verify/${code}`)));
  const statuses = answers.map(({ status }) => status).sort();
  expect(new Set(statuses)).toEqual(new Set([404, 429]));
  expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  expect(answers[0]?.body).toMatchObject({ code: 'CERTIFICATE_UNKNOWN' });
});

test.each([
  ['/verify/7GH2KQ9XMT41B', '/console/verify/7GH2KQ9XMT41B'],
  ['/verify', '/console/verify'],
  ['/verify/%E4%B8%80%2F..', '/console/verify/%E4%B8%80%2F..'],
  ['/certificates', '/console/certificate-search'],
])('the printed address %s leads to its page', async (from, to) => {
  const answer = await fetch(server.url + from, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([302, to]);
});
