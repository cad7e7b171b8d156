/** 批量下载: a ZIP with one certificate for each person of a reviewed batch. */
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { credited, received } from '../../testing/certificates';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { pdfPages } from '../../testing/pdfText';
import { zipped } from './batch';
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

async function entriesOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(bytes, { validateEntrySizes: true });
  const entries = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    entries.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return entries;
}

test('its unit and the authority get a certificate of everybody who was not revoked', async () => {
  const { creditingId, people, approve } = await credited(server, fixtures, { count: 3, isReviewed: false });
  const { unit, otherUnit, authority } = fixtures;
  await expect(unit.certificates.creditingCertificates({ creditingId })).rejects.toMatchObject({
    code: 'CREDIT_NOT_REVIEWED',
  });
  await approve();
  await expect(otherUnit.certificates.creditingCertificates({ creditingId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const [first = { learnerId: '' }, ...others] = people;
  const revoke = async (learnerIds: string[]) =>
    authority.crediting.revokeReviewed({ creditingId, learnerIds, reason: '代刷卡' });
  await revoke([first.learnerId]);

  const file = received(await unit.certificates.creditingCertificates({ creditingId }));
  expect(file.name).toBe('学分证书-2020-14-02-049 (国)-外科护理学新进展学习班.zip');
  const entries = await entriesOf(file.bytes);
  const numbers = await Promise.all(
    others.map(async ({ learnerId }) => (await server.services.learners.get(learnerId))?.personnelNo),
  );
  expect([...entries.keys()].sort()).toEqual(
    numbers.map((number) => `陈慧敏-${number}-2020-14-02-049 (国).pdf`).sort(),
  );
  for (const pdf of entries.values()) {
    expect(pdfPages(pdf)[0]).toContain('漯河市卫生健康委员会');
  }
  const again = received(await authority.certificates.creditingCertificates({ creditingId }));
  expect((await entriesOf(again.bytes)).size).toBe(2);
  expect(await certificateModel(server.platform.mongo).countDocuments()).toBe(2);

  await revoke(others.map(({ learnerId }) => learnerId));
  await expect(unit.certificates.creditingCertificates({ creditingId })).rejects.toMatchObject({
    message: '这批学分已全部撤销，没有证书',
  });
});

const file = (n: number) => ({ name: `${n}.pdf`, bytes: Buffer.alloc(60_000, n) });

test('the next file is made only when the one before has been taken', async () => {
  let made = 0;
  async function* files() {
    for (let n = 0; n < 50; n += 1) {
      made += 1;
      yield file(n);
    }
  }
  const out = zipped(files(), new Date(0), () => undefined);
  const slow = out.pipe(new PassThrough({ highWaterMark: 1000 }));
  await new Promise((resolve) => slow.once('readable', resolve));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(made).toBeLessThan(5);
  expect((await entriesOf(await buffer(slow))).size).toBe(50);
});

test('what goes wrong in the middle breaks the answer off, so that nobody takes half of it for the whole', async () => {
  const failure = new Error('no font');
  async function* files() {
    yield file(1);
    throw failure;
  }
  const onError = jest.fn();
  await expect(buffer(zipped(files(), new Date(0), onError))).rejects.toBe(failure);
  expect(onError).toHaveBeenCalledWith(failure);
});
