/** 报名名单, its Excel and the poster: for the unit that holds the activity. */

import jsQR from 'jsqr';
import sharp from 'sharp';
import { hallOf, openActivity } from '../../testing/enrolments';
import { type Fixtures, type ReceivedFile, startTestServer, type TestServer } from '../../testing/harness';
import { colleague } from '../../testing/people';
import { openXlsx } from '../../testing/sheets';

let server: TestServer;
let fixtures: Fixtures;
let activityId: string;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  activityId = await openActivity(server, fixtures, { capacity: 2 });
});
afterAll(async () => server.stop());

async function fullHall() {
  const hall = await hallOf(server, fixtures, 5);
  for (const { client } of hall) {
    await client.enrolments.enrol({ activityId });
  }
}

test('the list by state and page, with the places of those who wait', async () => {
  await fullHall();
  const { listEnrolments } = fixtures.unit.enrolments;
  const page = async (query: object) => {
    const { items, total } = await listEnrolments({ activityId, ...query });
    return { total, rows: items.map(({ name, place }) => (place ? `${name} ${place}` : name)) };
  };
  expect(await page({})).toEqual({ total: 5, rows: ['学员1', '学员2', '学员3 1', '学员4 2', '学员5 3'] });
  expect(await page({ page: 2, pageSize: 3 })).toEqual({ total: 5, rows: ['学员4 2', '学员5 3'] });
  expect(await page({ state: 'enrolled' })).toEqual({ total: 2, rows: ['学员1', '学员2'] });
  expect(await page({ state: 'waiting', page: 2, pageSize: 2 })).toEqual({ total: 3, rows: ['学员5 3'] });
});

test('as Excel, with masked numbers', async () => {
  await fullHall();
  const file = (await fixtures.unit.enrolments.exportEnrolments({ activityId })) as ReceivedFile;
  expect(file.name).toBe('报名名单-护理安全及风险防范管理学习班-第1期.xlsx');
  const { rows } = await openXlsx(file.bytes);
  expect(rows[0]).toEqual(['序号', '姓名', '单位', '科室', '职称', '手机号', '报名状态', '报名时间']);
  expect(rows[1]).toEqual([
    '1',
    '学员1',
    '漯河市中心医院',
    '护理部',
    '护士',
    '138****0000',
    '已报名',
    '2026-11-21 09:00',
  ]);
  expect(rows.map((row) => row[6])).toEqual([
    '报名状态',
    '已报名',
    '已报名',
    '候补第1位',
    '候补第2位',
    '候补第3位',
  ]);
});

test("another unit's activity is not there", async () => {
  const { enrolments } = fixtures.otherUnit;
  for (const ask of [
    enrolments.listEnrolments({ activityId }),
    enrolments.exportEnrolments({ activityId }),
    enrolments.poster({ activityId, format: 'png' }),
  ]) {
    await expect(ask).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
});

test('who does not hold activities makes no poster and changes no capacity', async () => {
  const { client } = await colleague(server, fixtures.unitId, { permissions: ['credit'] });
  await expect(client.enrolments.poster({ activityId, format: 'pdf' })).rejects.toMatchObject({
    code: 'PERMISSION_REQUIRED',
  });
  await expect(client.enrolments.setCapacity({ activityId, capacity: 9 })).rejects.toMatchObject({
    code: 'PERMISSION_REQUIRED',
  });
  expect((await client.enrolments.listEnrolments({ activityId })).total).toBe(0);
});

test('the poster, to print and to send, opens the page of the activity', async () => {
  const png = (await fixtures.unit.enrolments.poster({ activityId, format: 'png' })) as ReceivedFile;
  expect([png.name, png.headers.get('content-type')]).toEqual([
    '海报-护理安全及风险防范管理学习班-第1期.png',
    'image/png',
  ]);
  const { data, info } = await sharp(png.bytes)
    .resize(620)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(
    `http://127.0.0.1:8080/#/learn/activity/index?id=${activityId}`,
  );
  const pdf = (await fixtures.unit.enrolments.poster({ activityId, format: 'pdf' })) as ReceivedFile;
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
});

test('there is none of what is not approved, nor in another format', async () => {
  const draft = await openActivity(server, fixtures, { state: 'draft' });
  await expect(fixtures.unit.enrolments.poster({ activityId: draft, format: 'png' })).rejects.toMatchObject({
    code: 'ACTIVITY_NOT_APPROVED',
    message: '活动审核通过后才能生成海报',
  });
  await expect(fixtures.unit.enrolments.poster({ activityId, format: 'gif' as 'png' })).rejects.toMatchObject(
    { code: 'INVALID_INPUT' },
  );
});
