/** Pictures in stems: made anew from their pixels, of one's own unit, seen by who has a signed address. */
import sharp from 'sharp';
import { questionInput } from '../../testing/exams';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { fileOf, noise } from '../../testing/photos';

const HOUR = 3_600_000;
let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const upload = async (bytes: Buffer, client = fixtures.unit) =>
  client.papers.uploadPicture({ file: fileOf(bytes, 'ecg.png', 'image/png') });
const png = async () => noise(60, 40).png().toBuffer();
const open = async (url: string) => fetch(server.url + url);
const addWith = async (pictureId: string, n = 1) =>
  fixtures.unit.papers.addQuestion({ activityId: fixtures.activityId, ...questionInput(n), pictureId });

test('a large JPEG is made as wide as a phone needs, upright and with nothing of where it was taken', async () => {
  const taken = await noise(1600, 2400)
    .withExif({ IFD0: { Make: 'SecretPhone' } })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 60 })
    .toBuffer();
  const answer = await open((await upload(taken)).url);
  expect(answer.headers.get('content-type')).toBe('image/jpeg');
  expect(answer.headers.get('content-disposition')).toMatch(/^inline;/);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 800 });
  expect(bytes.includes('SecretPhone')).toBe(false);
});

test('a small PNG stays one, by its content and not its name', async () => {
  const answer = await open((await upload(await png())).url);
  expect(answer.headers.get('content-type')).toBe('image/png');
  expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject({
    format: 'png',
    width: 60,
  });
});

test.each([
  [
    'a page',
    async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    '只支持PNG或JPEG',
  ],
  ['a GIF', async () => noise(40, 40).gif().toBuffer(), '只支持PNG或JPEG'],
  ['half a PNG', async () => (await png()).subarray(0, 200), '图片无法打开'],
])('%s is refused', async (_name, bytes, words) => {
  await expect(upload(await bytes())).rejects.toMatchObject({
    code: 'PICTURE_INVALID',
    field: 'file',
    message: expect.stringContaining(words),
  });
});

test('an address is good for two hours, and not for another picture', async () => {
  const { url, pictureId } = await upload(await png());
  const other = await upload(await png());
  expect((await open(url.replace(pictureId, other.pictureId))).status).toBe(404);
  server.clock.pass(2 * HOUR - 1);
  expect((await open(url)).status).toBe(200);
  server.clock.pass(2 * HOUR + 1);
  expect((await open(url)).status).toBe(404);
});

test("a question takes its own unit's pictures only, in papers and in the bank", async () => {
  const theirs = await upload(await png(), fixtures.otherUnit);
  const refused = { code: 'PICTURE_INVALID', field: 'pictureId' };
  await expect(addWith(theirs.pictureId)).rejects.toMatchObject(refused);
  await expect(addWith(fixtures.activityId)).rejects.toMatchObject(refused);
  const question = { ...questionInput(1), discipline: '1402', pictureId: theirs.pictureId };
  await expect(fixtures.unit.questionBank.addToBank(question)).rejects.toMatchObject(refused);
});

test('what nobody used is gone after a day; what a question showed once stays for its copies', async () => {
  const { activityId } = fixtures;
  const unused = await upload(await png());
  const used = await upload(await png());
  const { questions } = await addWith(used.pictureId);
  // A question that was refused has not used its picture.
  await expect(addWith(unused.pictureId)).rejects.toMatchObject({ code: 'QUESTION_INVALID' });
  await fixtures.unit.questionBank.copyToBank({ activityId });
  await fixtures.unit.papers.removeQuestions({ activityId, questionIds: questions.map(({ id }) => id) });
  const sweep = async () => {
    await server.services.papers.sweep();
    return server.platform.files.find({ kind: 'examPicture' }, 10);
  };
  server.clock.pass(24 * HOUR - 1);
  expect(await sweep()).toEqual([unused.pictureId, used.pictureId]);
  server.clock.pass(1);
  expect(await sweep()).toEqual([used.pictureId]);
  const [inBank] = await server.services.questionBank.allOf(fixtures.unitId);
  const url = server.services.papers.pictureUrl(inBank?.pictureId) ?? '';
  expect((await open(url)).status).toBe(200);
});
