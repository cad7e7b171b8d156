/** The documents of an activity: one 会议通知 and one 会议日程 at a time, for the unit and for those who review. */
import { newProject, pdfOf, readyActivity, submittedActivity, upload } from '../../testing/activities';
import { authorityClient } from '../../testing/authorities';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { auditModel } from '../audit/model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const filesStored = async () =>
  server.platform.mongo.db?.collection('files.files').countDocuments({ 'metadata.kind': 'document' });
const kindsOf = async (activityId: string) =>
  (await fixtures.unit.activities.getActivity({ activityId })).documents.map(({ kind, name }) => [
    kind,
    name,
  ]);
const draft = async () =>
  (await fixtures.unit.activities.createActivity({ projectId: await newProject(server, fixtures) })).id;

test('a new notice takes the place of the old one; others are kept beside each other', async () => {
  const { unit } = fixtures;
  const id = await draft();
  const first = await upload(unit, id, 'notice', pdfOf(100), '旧通知.pdf');
  await upload(unit, id, 'schedule', pdfOf(200), '日程.pdf');
  await upload(unit, id, 'notice', pdfOf(300), '新通知.pdf');
  await upload(unit, id, 'other', pdfOf(400), '课件.pdf');
  await upload(unit, id, 'other', pdfOf(500), '讲者简介.pdf');
  expect(await kindsOf(id)).toEqual([
    ['schedule', '日程.pdf'],
    ['notice', '新通知.pdf'],
    ['other', '课件.pdf'],
    ['other', '讲者简介.pdf'],
  ]);
  await expect(unit.documents.getDocument({ activityId: id, documentId: first.id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await server.services.documents.sweep();
  expect(await filesStored()).toBe(4);
});

test('two notices at once leave one', async () => {
  const id = await draft();
  await Promise.all([
    upload(fixtures.unit, id, 'notice', pdfOf(100), '甲.pdf'),
    upload(fixtures.unit, id, 'notice', pdfOf(200), '乙.pdf'),
  ]);
  expect(await kindsOf(id)).toHaveLength(1);
  await server.services.documents.sweep();
  expect(await filesStored()).toBe(1);
});

test('at most twenty others', async () => {
  const id = await draft();
  for (let i = 0; i < 20; i += 1) {
    await upload(fixtures.unit, id, 'other', pdfOf(100 + i), `${i}.pdf`);
  }
  await expect(upload(fixtures.unit, id, 'other', pdfOf(99))).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: '其他资料最多20份',
  });
  expect(await filesStored()).toBe(20);
});

test('one that is removed is gone, with its bytes', async () => {
  const { unit, otherUnit } = fixtures;
  const id = await draft();
  const { id: documentId } = await upload(unit, id, 'notice');
  const which = { activityId: id, documentId };
  await expect(otherUnit.documents.removeDocument(which)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await unit.documents.removeDocument(which);
  await expect(unit.documents.removeDocument(which)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await kindsOf(id)).toEqual([]);
  await server.services.documents.sweep();
  expect(await filesStored()).toBe(0);
  const entries = await auditModel(server.platform.mongo)
    .find({ action: /^document/ })
    .sort({ sequence: 1 })
    .lean();
  expect(entries.map(({ action, reason, subject }) => [action, reason, subject])).toEqual([
    ['document.uploaded', '会议通知.pdf', `activity:${id}`],
    ['document.removed', '会议通知.pdf', `activity:${id}`],
  ]);
});

test('what has been handed in keeps its documents', async () => {
  const { unit } = fixtures;
  const { id, version, documents } = await readyActivity(server, fixtures);
  const bytes = pdfOf(700);
  const started = await unit.documents.startUpload({
    activityId: id,
    kind: 'other',
    name: '课件.pdf',
    bytes: bytes.length,
    sha256: '0'.repeat(64),
  });
  await unit.activities.submitActivity({ activityId: id, version });
  const refused = { code: 'MOVE_REFUSED' };
  await expect(
    unit.documents.removeDocument({ activityId: id, documentId: documents[0]?.id ?? '' }),
  ).rejects.toMatchObject(refused);
  await expect(unit.documents.finishUpload({ uploadId: started.uploadId })).rejects.toMatchObject(refused);
  expect(await kindsOf(id)).toHaveLength(2);
});

test('they are read by the unit and by the authorities of the chain, once it has come to them', async () => {
  const { unit, otherUnit, authority } = fixtures;
  const province = await authorityClient(server, '41');
  const handedIn = await submittedActivity(server, fixtures);
  const which = { activityId: handedIn.id, documentId: handedIn.documents[0]?.id ?? '' };
  const absent = { code: 'NOT_FOUND' };
  expect((await unit.documents.getDocument(which)).name).toBe('会议通知.pdf');
  for (const client of [otherUnit, authority, province]) {
    await expect(client.documents.getDocument(which)).rejects.toMatchObject(absent);
  }
  await unit.activities.decideActivities({
    items: [{ id: handedIn.id, version: handedIn.version }],
    decision: 'pass',
  });
  expect((await authority.documents.getDocument(which)).name).toBe('会议通知.pdf');
  // Above the chain of a city's project.
  await expect(province.documents.getDocument(which)).rejects.toMatchObject(absent);
});
