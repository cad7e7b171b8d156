/** 照片: what is taken, what becomes of it, who sees it and how long it stays. */
import type { Client } from '@common/contract/client';
import sharp from 'sharp';
import { type Fixtures, type ReceivedFile, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, formOf, register } from '../../testing/people';
import { fileOf, jpeg, noise } from '../../testing/photos';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const PHOTO = (bytes: Buffer, name?: string) => ({ file: fileOf(bytes, name) });

let server: TestServer;
let fixtures: Fixtures;
let client: Client;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  ({ client } = await server.wechat(1));
});
afterAll(async () => server.stop());

/** What stands behind the address of a photo, to anybody who has it. */
async function open(url: string): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
  const answer = await fetch(server.url + url);
  return {
    status: answer.status,
    headers: answer.headers,
    bytes: Buffer.from(await answer.arrayBuffer()),
  };
}
const upload = async (bytes: Buffer, name?: string) => client.learners.uploadPhoto(PHOTO(bytes, name));
const stored = async () => (await server.platform.files.find({ kind: 'photo' }, 100)).length;
/** What follows a commit in the background is done when this holds. */
async function untilStored(count: number): Promise<void> {
  for (let look = 0; look < 200 && (await stored()) !== count; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await stored()).toBe(count);
}

describe('what is kept', () => {
  test('a JPEG of the size that the page needs, upright, with nothing of where it was taken', async () => {
    const taken = await noise(2400, 1800)
      .withExif({
        IFD0: { Make: 'SecretPhone' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 34/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 60 })
      .toBuffer();
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const { url } = await upload(taken);
    const { headers, bytes } = await open(url);
    expect(headers.get('content-type')).toBe('image/jpeg');
    expect(headers.get('content-disposition')).toMatch(/^inline;/);
    const { format, width, height, exif, orientation } = await sharp(bytes).metadata();
    expect({ format, width, height, exif, orientation }).toEqual({
      format: 'jpeg',
      width: 1200,
      height: 1600,
      exif: undefined,
      orientation: undefined,
    });
    expect(bytes.includes('SecretPhone')).toBe(false);
  });

  test('a PNG with holes becomes a JPEG on white, and a small one is not blown up', async () => {
    const { width, height, data } = await noise(100, 100)
      .ensureAlpha(0)
      .raw()
      .toBuffer({ resolveWithObject: true })
      .then(({ data, info }) => ({ ...info, data }));
    const png = await sharp(data, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer();
    const { bytes } = await open((await upload(png, 'photo.png')).url);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 100, height: 100 });
    expect([...(await sharp(bytes).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255]);
  });

  test('it goes by the content, not by the name', async () => {
    expect((await open((await upload(await jpeg(), 'page.html')).url)).headers.get('content-type')).toBe(
      'image/jpeg',
    );
  });

  test('exactly 3MB is taken', async () => {
    const photo = await jpeg();
    const padded = Buffer.concat([photo, Buffer.alloc(3 * 1024 * 1024 - photo.length)]);
    expect((await upload(padded)).photoId).toMatch(/^[0-9a-f]{24}$/);
  });
});

describe('what is refused, with the reason', () => {
  const text = Buffer.from('这不是照片'.repeat(1000));
  const animated = async () => {
    const png = await noise().png().toBuffer();
    // 33 bytes of signature and IHDR; an acTL chunk follows in an animated PNG.
    const control = Buffer.from([0, 0, 0, 8, 0x61, 0x63, 0x54, 0x4c, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0]);
    return Buffer.concat([png.subarray(0, 33), control, png.subarray(33)]);
  };
  test.each<[string, () => Promise<Buffer>, string]>([
    ['under 5KB', async () => (await jpeg()).subarray(0, 5119), '照片小于5KB，请选择更清晰的照片'],
    ['no picture', async () => text, '只支持JPEG或PNG照片，请转换格式或重新拍摄'],
    ['a GIF', async () => noise().gif().toBuffer(), '只支持JPEG或PNG照片，请转换格式或重新拍摄'],
    ['a WebP', async () => noise().webp().toBuffer(), '只支持JPEG或PNG照片，请转换格式或重新拍摄'],
    [
      'a drawing with a script',
      async () =>
        Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>${' '.repeat(6000)}`),
      '只支持JPEG或PNG照片，请转换格式或重新拍摄',
    ],
    ['a moving PNG', animated, '不支持动态图片，请选择静态照片'],
    ['half a JPEG', async () => (await jpeg()).subarray(0, 20_000), '照片无法打开，请选择其他JPEG或PNG照片'],
    [
      'only the beginning of a JPEG',
      async () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), text]),
      '照片无法打开，请选择其他JPEG或PNG照片',
    ],
    [
      'a bomb of pixels',
      async () =>
        sharp({ create: { width: 9000, height: 5000, channels: 3, background: '#888888' } })
          .png()
          .toBuffer(),
      '照片尺寸过大，请缩小到4000万像素以内',
    ],
  ])('%s', async (_what, make, message) => {
    await expect(upload(await make())).rejects.toMatchObject({
      code: 'PHOTO_INVALID',
      field: 'file',
      message,
    });
    expect(await stored()).toBe(0);
  });

  test('over 3MB', async () => {
    await expect(upload(Buffer.alloc(3 * 1024 * 1024 + 1, 1))).rejects.toMatchObject({
      code: 'BODY_TOO_LARGE',
      message: '文件过大，最大3MB',
      field: 'file',
    });
  });

  test('nothing at all', async () => {
    const { token } = await server.wechat(1);
    const body = new FormData();
    const answer = await fetch(`${server.url}/api/me/photos`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body,
    });
    expect(await answer.json()).toMatchObject({ code: 'INVALID_INPUT', field: 'file' });
  });
});

describe('whose it is', () => {
  test('uploaded before registering, it is in the record, at the same address for a while', async () => {
    const { photoId } = await upload(await jpeg());
    const learner = await client.learners.register({
      ...formOf(fixtures, 1),
      photoId,
      phoneCode: await server.phoneCode(1),
    });
    expect((await open(learner.photoUrl ?? '')).status).toBe(200);
    const [first] = (await fixtures.unit.learners.listLearners({})).items;
    const [again] = (await fixtures.unit.learners.listLearners({})).items;
    expect(first?.photoUrl).toBe(learner.photoUrl);
    expect(again?.photoUrl).toBe(first?.photoUrl);
  });

  test("another's photo is none", async () => {
    const { photoId } = await upload(await jpeg());
    await expect(register(server, fixtures, 2, { photoId })).rejects.toMatchObject({
      code: 'PHOTO_INVALID',
      field: 'photoId',
    });
    expect((await fixtures.unit.learners.listLearners({})).total).toBe(0);
    const other = await approvedLearner(server, fixtures, 3);
    await expect(other.client.learners.saveProfile({ photoId })).rejects.toMatchObject({
      code: 'PHOTO_INVALID',
    });
    expect((await register(server, fixtures, 1, { photoId })).learnerId).toBeTruthy();
  });

  test.each(['0'.repeat(24)])('one that never was is none', async (photoId) => {
    await expect(register(server, fixtures, 1, { photoId })).rejects.toMatchObject({
      code: 'PHOTO_INVALID',
    });
  });

  test('a refused registration leaves it for the next try', async () => {
    await register(server, fixtures, 2);
    const { photoId } = await upload(await jpeg());
    const taken = formOf(fixtures, 2);
    await expect(
      client.learners.register({ ...taken, photoId, phoneCode: await server.phoneCode(1) }),
    ).rejects.toMatchObject({ code: 'IDNO_TAKEN' });
    expect((await register(server, fixtures, 1, { photoId })).learnerId).toBeTruthy();
  });

  test('it is used once: two at once, and one gets it', async () => {
    const learner = await approvedLearner(server, fixtures, 2);
    const { photoId } = await learner.client.learners.uploadPhoto(PHOTO(await jpeg()));
    const proof = { title: 'chiefNurse' as const, since: '2026-01-01', proofId: photoId };
    const outcomes = await Promise.allSettled([
      learner.client.learners.saveProfile({ photoId }),
      learner.client.learners.requestCorrection({ kind: 'title', ...proof }),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'PHOTO_INVALID' },
    });
  });
});

describe('its address', () => {
  test('is good for ten minutes at least and twenty at most', async () => {
    const { url } = await upload(await jpeg());
    server.clock.pass(10 * MINUTE - 1);
    expect((await open(url)).status).toBe(200);
    server.clock.pass(10 * MINUTE + 1);
    expect((await open(url)).status).toBe(404);
  });

  test.each<[string, (url: string) => string]>([
    ['with another photo', (url) => url.replace(/[0-9a-f]{24}/, '0'.repeat(24))],
    ['prolonged', (url) => url.replace(/\.(\w+)\./, '.zzzzzzzz.')],
    ['signed by hand', (url) => `${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`],
    ['without anything', () => '/api/photos/x'],
  ])('%s opens nothing', async (_how, forge) => {
    const { url } = await upload(await jpeg());
    const answer = await open(forge(url));
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.bytes.toString())).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('cannot point at a file that is no photo', async () => {
    const id = await server.platform.files.put('x', Buffer.from('secret'), { kind: 'import' });
    const url = server.services.learners.photos.url(id) ?? '';
    expect((await open(url)).status).toBe(404);
  });
});

describe('how long it stays', () => {
  test('what nobody uses is gone after a day, what is used stays', async () => {
    const { photoId } = await upload(await jpeg());
    await register(server, fixtures, 1, { photoId });
    server.clock.pass(1);
    const { url } = await (await server.wechat(2)).client.learners.uploadPhoto(PHOTO(await jpeg()));
    server.clock.pass(DAY - 1);
    await server.services.learners.sweepPhotos();
    expect(await stored()).toBe(2);
    server.clock.pass(1);
    await server.services.learners.sweepPhotos();
    expect(await stored()).toBe(1);
    expect((await open(url)).status).toBe(404);
    expect(await server.platform.files.meta(photoId)).toMatchObject({ state: 'used' });
  });

  test('replaced or taken out, the one before is gone at once', async () => {
    const learner = await approvedLearner(server, fixtures, 2);
    const add = async () => (await learner.client.learners.uploadPhoto(PHOTO(await jpeg()))).photoId;
    const first = await learner.client.learners.saveProfile({ photoId: await add() });
    const second = await learner.client.learners.saveProfile({ photoId: await add() });
    expect(second.photoId).not.toBe(first.photoId);
    await untilStored(1);
    expect((await open(first.photoUrl ?? '')).status).toBe(404);
    // The form sends the photo that it was given: nothing changes.
    expect((await learner.client.learners.saveProfile({ photoId: second.photoId })).photoId).toBe(
      second.photoId,
    );
    expect((await open(second.photoUrl ?? '')).status).toBe(200);
    expect((await learner.client.learners.saveProfile({ photoId: null })).photoUrl).toBeNull();
    await untilStored(0);
  });
});

test('the download of the client names it', async () => {
  const { url } = await upload(await jpeg());
  const file = (await client.learners.photo({
    ticket: url.split('/').at(-1) ?? '',
  })) as unknown as ReceivedFile;
  expect(file.name).toBe('photo.jpg');
});
