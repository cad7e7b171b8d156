/** 人脸核身 before a scan counts: WeChat's word alone, about this person, this scan and this moment. */
import type { Client } from '@common/contract/client';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { formOf, idNoOf, openScreen } from '../../testing/people';
import { authorityModel } from '../regions-units/model';

const NAME = '陈慧敏';
let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  await authorityModel(server.platform.mongo).updateOne(
    { code: '411100' },
    { $set: { 'settings.checkIn': { isFaceRequired: true } } },
  );
});
afterAll(async () => server.stop());

/** The person `n`, approved, in the mini-program. */
async function learner(n: number, name = NAME): Promise<Client> {
  const { client } = await server.wechat(n, 'miniprogram');
  const { id } = await client.learners.register({
    ...formOf(fixtures, n, { name }),
    phoneCode: await server.phoneCode(n),
  });
  await fixtures.unit.learners.decide({ learnerIds: [id], decision: 'approve' });
  return client;
}

async function scanned(client: Client) {
  const { show } = await openScreen(server, fixtures);
  return client.checkIns.scan({ text: (await show()).text });
}

/** What the phone gets of WeChat when the person `n` shows his face for this name and number. */
async function face(n: number, given: { name?: string; idCardNumber?: string; isPassed?: boolean } = {}) {
  const answer = await fetch(`${server.simulator.url}/simulator/face`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona: n, name: NAME, idCardNumber: idNoOf(n), ...given }),
  });
  return ((await answer.json()) as { verifyResult: string }).verifyResult;
}

const fault = (input: object) =>
  fetch(`${server.simulator.url}/simulator/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ path: '/cityservice', ...input }),
  });

test('a passed one makes the check-in, as 扫码和人脸核身; sent twice it is one', async () => {
  const client = await learner(1);
  const { claimId, isFaceRequired } = await scanned(client);
  expect(isFaceRequired).toBe(true);
  await expect(client.checkIns.checkIn({ claimId })).rejects.toMatchObject({ code: 'FACE_REQUIRED' });
  const { faceCheckId, name, idNo } = await client.faceChecks.startFaceCheck({ claimId });
  expect([name, idNo]).toEqual([NAME, idNoOf(1)]);
  const verifyResult = await face(1);
  const finish = () => client.faceChecks.finishFaceCheck({ faceCheckId, verifyResult });
  expect((await Promise.all([finish(), finish()])).map(({ passed }) => passed)).toEqual([true, true]);
  await client.checkIns.checkIn({ claimId, faceCheckId });
  const board = await fixtures.unit.checkIns.board({ activityId: fixtures.activityId });
  expect(board.latest).toMatchObject([{ method: 'face' }]);
  const { items } = await client.personalData.myReaders({});
  expect(items.map(({ what }) => what)).toContain('人脸核身（向微信提供姓名和身份证号码）');
  expect(server.logged()).not.toContain(idNoOf(1));
});

test.each([
  ['that is not the face of the idNo', async () => face(1, { isPassed: false }), '未通过'],
  ['of a friend on his own phone', async () => face(2, { idCardNumber: idNoOf(1) }), '本人微信'],
  ['of a friend’s face and number on this phone', async () => face(1, { idCardNumber: idNoOf(2) }), '不一致'],
  ['of another name', async () => face(1, { name: '王志强' }), '不一致'],
  ['that WeChat has never seen', async () => 'made-up', '未通过'],
])('a result %s is refused, and the scan stays', async (_what, show, words) => {
  const client = await learner(1);
  const { claimId } = await scanned(client);
  const { faceCheckId } = await client.faceChecks.startFaceCheck({ claimId });
  const refused = client.faceChecks.finishFaceCheck({ faceCheckId, verifyResult: await show() });
  await expect(refused).rejects.toMatchObject({
    code: 'FACE_CHECK_FAILED',
    message: expect.stringContaining(words),
  });
  await expect(client.checkIns.checkIn({ claimId, faceCheckId })).rejects.toMatchObject({
    code: 'FACE_REQUIRED',
  });
  await client.faceChecks.finishFaceCheck({ faceCheckId, verifyResult: await face(1) });
  expect(await client.checkIns.checkIn({ claimId, faceCheckId })).toMatchObject({ repeated: false });
});

test('yesterday’s result, one that served before, and a check of another scan do not serve', async () => {
  const client = await learner(1);
  const old = await face(1);
  server.clock.pass(10 * 60_000);
  const first = await scanned(client);
  const check = await client.faceChecks.startFaceCheck(first);
  const finish = (faceCheckId: string, verifyResult: string) =>
    client.faceChecks.finishFaceCheck({ faceCheckId, verifyResult });
  await expect(finish(check.faceCheckId, old)).rejects.toMatchObject({
    message: expect.stringContaining('不是刚刚'),
  });
  const verifyResult = await face(1);
  await finish(check.faceCheckId, verifyResult);
  const second = await client.faceChecks.startFaceCheck(first);
  await expect(finish(second.faceCheckId, verifyResult)).rejects.toMatchObject({
    message: expect.stringContaining('用过'),
  });
  server.clock.pass(60_000);
  const other = await scanned(client);
  await expect(
    client.checkIns.checkIn({ claimId: other.claimId, faceCheckId: check.faceCheckId }),
  ).rejects.toMatchObject({ code: 'FACE_REQUIRED' });
});

test('while WeChat does not answer it says so, and the scan stays', async () => {
  const client = await learner(1);
  const { claimId } = await scanned(client);
  const { faceCheckId } = await client.faceChecks.startFaceCheck({ claimId });
  const verifyResult = await face(1);
  await fault({ kind: 'status', status: 502, times: 1 });
  const finish = () => client.faceChecks.finishFaceCheck({ faceCheckId, verifyResult });
  await expect(finish()).rejects.toMatchObject({ code: 'WECHAT_UNAVAILABLE' });
  await finish();
  expect(await client.checkIns.checkIn({ claimId, faceCheckId })).toMatchObject({ repeated: false });
});

test('nobody begins or finishes another one’s, nor with a scan that is over', async () => {
  const [client, thief] = [await learner(1), await learner(2, '王志强')];
  const { claimId } = await scanned(client);
  await expect(thief.faceChecks.startFaceCheck({ claimId })).rejects.toMatchObject({
    code: 'CLAIM_NOT_YOURS',
  });
  const { faceCheckId } = await client.faceChecks.startFaceCheck({ claimId });
  const verifyResult = await face(1);
  await expect(thief.faceChecks.finishFaceCheck({ faceCheckId, verifyResult })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  server.clock.pass(3 * 60_000 + 1);
  await expect(client.faceChecks.finishFaceCheck({ faceCheckId, verifyResult })).rejects.toMatchObject({
    code: 'CLAIM_EXPIRED',
  });
});

test('a browser is sent to the mini-program', async () => {
  const { client } = await server.wechat(1);
  const { id } = await client.learners.register({
    ...formOf(fixtures, 1),
    phoneCode: await server.phoneCode(1),
  });
  await fixtures.unit.learners.decide({ learnerIds: [id], decision: 'approve' });
  const { claimId } = await scanned(client);
  await expect(client.faceChecks.startFaceCheck({ claimId })).rejects.toMatchObject({
    code: 'FACE_CHECK_FAILED',
    message: expect.stringContaining('小程序'),
  });
});
