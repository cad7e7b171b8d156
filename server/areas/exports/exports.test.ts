/** Long Excel files: made in the background, once for the same order, by whichever process is alive; downloaded in pieces. */
import type { ExportJob, ExportOrder } from '@common/contract/exports';
import { Types } from 'mongoose';
import { createServices } from '../../areas/services';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { putCredits, putPeople } from '../../testing/ledger';
import { openXlsx } from '../../testing/sheets';
import { auditModel } from '../audit/model';
import { BEAT_MS } from './making';
import { exportModel } from './model';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ALL: ExportOrder = { kind: 'personCredits', filter: {} };

let server: TestServer;
let fixtures: Fixtures;
let token: string;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  const people = await putPeople(server.platform, fixtures.unitId, [{ name: '李雪梅' }, { name: '=王建国' }]);
  await putCredits(server.platform, server.services, fixtures.activityId, people, { department: '外科' });
  token = await sessionOf(fixtures.unitId);
});
afterAll(async () => server.stop());

async function sessionOf(unitId: string) {
  const administratorId = String(new Types.ObjectId());
  return (await server.services.accounts.sessions.open({ unitId, administratorId })).token;
}
const jobs = () => exportModel(server.platform.mongo);
const filesLeft = async () => server.platform.files.find({ kind: 'export' }, 10);
const actor = () => ({ actor: { kind: 'unit' as const, id: fixtures.unitId }, requestId: 'r' });

/** Starts it and waits until this process has nothing left to make. */
async function made(order: ExportOrder, client = fixtures.unit): Promise<ExportJob> {
  const { id } = await client.exports.startExport({ order });
  await server.services.exports.sweep();
  return client.exports.getExport({ exportId: id });
}
const ask = async (id: string, headers: Record<string, string> = {}, method = 'GET', by = token) =>
  fetch(`${server.url}/api/exports/${id}/file`, {
    method,
    headers: { authorization: `Bearer ${by}`, ...headers },
  });
async function bytesOf(id: string, headers: Record<string, string> = {}) {
  return Buffer.from(await (await ask(id, headers)).arrayBuffer());
}

describe('what is in the file', () => {
  test.each<[() => ExportOrder, string, string[], string[][]]>([
    [
      () => ({ kind: 'projects', filter: {} }),
      '项目明细-2026-11-21.xlsx',
      ['序号', '项目编号', '期次', '项目名称', '项目级别'],
      [['1', '2020-14-02-049 (国)', '1', '外科护理学新进展学习班', '国家级']],
    ],
    [
      () => ({ kind: 'activityPersons', activityId: fixtures.activityId, filter: { q: '雪梅' } }),
      '人员明细-外科护理学新进展学习班-第1期-2026-11-21.xlsx',
      ['序号', '姓名', '性别', '身份证号'],
      [['1', '李雪梅', '女', '1101**********002X']],
    ],
    [
      () => ALL,
      '学分明细-2026-11-21.xlsx',
      ['序号', '姓名', '性别', '身份证号'],
      [
        ['1', '李雪梅', '女', '1101**********002X'],
        ['2', '=王建国', '女', '1101**********002X'],
      ],
    ],
    [
      () => ({ kind: 'creditStatistics', filter: { by: 'department' } }),
      '学分统计-科室-2026-11-21.xlsx',
      ['序号', '科室', '人数', '授分人次', '学分', '学时', '其中未审核学分'],
      [['1', '外科', '2', '2', '4', '12', '0']],
    ],
  ])('%# of the kinds', async (order, name, heading, rows) => {
    const job = await made(order());
    expect(job).toMatchObject({ state: 'done', name, rows: rows.length, total: rows.length, message: null });
    const bytes = await bytesOf(job.id);
    expect(bytes).toHaveLength(job.bytes ?? 0);
    const opened = await openXlsx(bytes);
    const wide = heading.length;
    expect(opened.rows[0]?.slice(0, wide)).toEqual(heading);
    // Credits of one year come in no order of their own.
    const found = opened.rows.slice(1).map((row) => row.slice(0, wide));
    expect(found.map(([, ...rest]) => rest).sort()).toEqual(rows.map(([, ...rest]) => rest).sort());
    expect(found.map(([number]) => number)).toEqual(rows.map(([number]) => number));
  });

  test('a long one is read in several pieces, each row once', async () => {
    const names = Array.from({ length: 603 }, (_, n) => ({ name: `学员${n}` }));
    const people = await putPeople(server.platform, fixtures.unitId, names);
    await putCredits(server.platform, server.services, fixtures.activityId, people, { state: 'waiting' });
    const job = await made({
      kind: 'activityPersons',
      activityId: fixtures.activityId,
      filter: { state: 'pending' },
    });
    expect(job).toMatchObject({ state: 'done', rows: 603 });
    const { rows } = await openXlsx(await bytesOf(job.id));
    expect(new Set(rows.slice(1).map(([, name]) => name))).toEqual(new Set(names.map(({ name }) => name)));
    expect(rows.slice(1).map(([number]) => Number(number))).toEqual(names.map((_, n) => n + 1));
  });
});

test('each sees his own: another unit, another activity, another export', async () => {
  const { otherUnit, authority, activityId } = fixtures;
  const job = await made(ALL);
  const { id: exportId } = job;
  for (const client of [otherUnit, authority]) {
    expect((await client.exports.listExports({})).items).toEqual([]);
    await expect(client.exports.getExport({ exportId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.exports.downloadExport({ exportId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.exports.removeExport({ exportId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
  const persons: ExportOrder = { kind: 'activityPersons', activityId, filter: {} };
  await expect(otherUnit.exports.startExport({ order: persons })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await made(ALL, otherUnit)).toMatchObject({ rows: 0, state: 'done' });
  expect(await made(ALL, authority)).toMatchObject({ rows: 2 });
  // A unit gets its own people, whomever it asks for.
  const foreign: ExportOrder = { kind: 'personCredits', filter: { unitId: fixtures.unitId } };
  expect(await made(foreign, otherUnit)).toMatchObject({ rows: 0 });
  expect((await fixtures.unit.exports.listExports({})).items).toEqual([job]);
});

test('an order that is none is refused', async () => {
  for (const order of [
    { kind: 'everything' },
    { kind: 'projects', filter: { year: 1 } },
    { kind: 'activityPersons' },
  ]) {
    await expect(fixtures.unit.exports.startExport({ order: order as ExportOrder })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  }
});

test('the same order is made once while it is under way, and is in the log once', async () => {
  const other = createServices(server.platform);
  await other.exports.settled();
  // Nobody works here: as while it waits.
  const started = await Promise.all([1, 2, 3].map(async () => other.exports.start(ALL, actor())));
  expect(new Set(started.map(({ _id }) => String(_id))).size).toBe(1);
  await other.exports.start({ kind: 'personCredits', filter: { year: 2026 } }, actor());
  expect(await jobs().countDocuments()).toBe(2);
  await server.services.exports.sweep();
  const again = await made(ALL);
  expect(String(started[0]?._id)).not.toBe(again.id);
  const logged = await auditModel(server.platform.mongo).find({ action: 'statistics.exported' }).lean();
  expect(logged.map(({ subject, reason }) => [subject, reason])).toEqual(
    Array(3).fill([`unit:${fixtures.unitId}`, '学分明细-2026-11-21.xlsx']),
  );
});

describe('a download that broke off', () => {
  test('goes on with the rest, byte for byte', async () => {
    const { id, bytes } = await made(ALL);
    const size = bytes ?? 0;
    const whole = await ask(id);
    expect(whole.status).toBe(200);
    expect(whole.headers.get('accept-ranges')).toBe('bytes');
    expect(whole.headers.get('content-length')).toBe(String(size));
    const all = Buffer.from(await whole.arrayBuffer());
    const etag = whole.headers.get('etag') ?? '';
    const rest = await ask(id, { range: 'bytes=100-', 'if-range': etag });
    expect(rest.status).toBe(206);
    expect(rest.headers.get('content-range')).toBe(`bytes 100-${size - 1}/${size}`);
    expect(Buffer.concat([all.subarray(0, 100), Buffer.from(await rest.arrayBuffer())])).toEqual(all);
    expect(await bytesOf(id, { range: 'bytes=7-1006' })).toEqual(all.subarray(7, 1007));
    expect(await bytesOf(id, { range: 'bytes=-22' })).toEqual(all.subarray(size - 22));
    // The first and the last byte.
    expect(await bytesOf(id, { range: 'bytes=0-0' })).toEqual(all.subarray(0, 1));
    expect(await bytesOf(id, { range: `bytes=${size - 1}-${size + 50}` })).toEqual(all.subarray(size - 1));
  });

  test('begins anew where the file is another one', async () => {
    const { id, bytes } = await made(ALL);
    const other = await ask(id, { range: 'bytes=100-', 'if-range': '"another"' });
    expect(other.status).toBe(200);
    expect((await other.arrayBuffer()).byteLength).toBe(bytes);
  });

  test('asks behind the end in vain', async () => {
    const { id, bytes } = await made(ALL);
    const answer = await ask(id, { range: `bytes=${bytes}-` });
    expect(answer.status).toBe(416);
    expect(answer.headers.get('content-range')).toBe(`bytes */${bytes}`);
    expect(await answer.text()).toBe('');
  });

  test('is told the size without the bytes', async () => {
    const { id, bytes } = await made(ALL);
    const answer = await ask(id, {}, 'HEAD');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-length')).toBe(String(bytes));
    expect(await answer.text()).toBe('');
  });
});

describe('whose worker died', () => {
  /** As a process leaves it that was killed in the middle. */
  async function brokenOff(tries = 1) {
    const stopped = createServices(server.platform);
    await stopped.exports.settled();
    const { _id } = await stopped.exports.start(ALL, actor());
    const fileId = await server.platform.files.put('half', Buffer.from('half'), { kind: 'export' });
    await jobs().updateOne({ _id }, { $set: { state: 'running', tries, fileId, rows: 500, total: 900 } });
    return String(_id);
  }

  test('is begun again after a minute of silence, and leaves nothing behind', async () => {
    const exportId = await brokenOff();
    await server.services.exports.sweep();
    expect(await fixtures.unit.exports.getExport({ exportId })).toMatchObject({
      state: 'running',
      rows: 500,
    });
    await expect(fixtures.unit.exports.downloadExport({ exportId })).rejects.toMatchObject({
      code: 'EXPORT_NOT_READY',
    });
    server.clock.pass(MINUTE);
    await Promise.all([server.services.exports.sweep(), createServices(server.platform).exports.sweep()]);
    expect(await fixtures.unit.exports.getExport({ exportId })).toMatchObject({ state: 'done', rows: 2 });
    expect((await openXlsx(await bytesOf(exportId))).rows).toHaveLength(3);
    expect(await filesLeft()).toHaveLength(1);
  });

  test('is given up after three tries, in words; the same can be ordered again', async () => {
    const exportId = await brokenOff(3);
    server.clock.pass(MINUTE);
    await server.services.exports.sweep();
    const job = await fixtures.unit.exports.getExport({ exportId });
    expect(job).toMatchObject({ state: 'failed', expiresAt: null });
    expect(job.message).toMatch(/重新导出/);
    await expect(fixtures.unit.exports.downloadExport({ exportId })).rejects.toMatchObject({
      code: 'EXPORT_NOT_READY',
      message: job.message,
    });
    expect(await filesLeft()).toEqual([]);
    expect(await made(ALL)).toMatchObject({ state: 'done' });
  });
});

/** Services whose credits come one piece after another, each when it is let through. */
function held() {
  const services = createServices(server.platform);
  const steps: (() => void)[] = [];
  const inPieces = services.credits.grantsInPieces;
  let reached: () => void = () => undefined;
  const isThere = new Promise<void>((resolve) => {
    reached = resolve;
  });
  services.credits.grantsInPieces = async function* (scope) {
    for await (const piece of inPieces(scope, 1)) {
      yield piece;
      await new Promise<void>((resolve) => {
        steps.push(resolve);
        reached();
      });
    }
  };
  return { services, isThere, go: () => steps.shift()?.() };
}

test('a stopping process puts it back, and another makes it from the beginning', async () => {
  const { services, isThere, go } = held();
  const { _id } = await services.exports.start(ALL, actor());
  await isThere;
  const settled = services.exports.settled();
  go();
  await settled;
  const exportId = String(_id);
  expect(await fixtures.unit.exports.getExport({ exportId })).toMatchObject({ state: 'waiting' });
  expect(await filesLeft()).toEqual([]);
  await server.services.exports.sweep();
  expect(await fixtures.unit.exports.getExport({ exportId })).toMatchObject({ state: 'done', rows: 2 });
  expect((await jobs().findById(_id).orFail()).tries).toBe(1);
});

test('a long look-up is no silence: nobody takes over from who is alive', async () => {
  const { services, isThere, go } = held();
  const timers = jest.spyOn(globalThis, 'setInterval');
  const { _id } = await services.exports.start(ALL, actor());
  await isThere;
  server.clock.pass(2 * MINUTE);
  const [beat] = timers.mock.calls.find(([, ms]) => ms === BEAT_MS) ?? [];
  timers.mockRestore();
  beat?.();
  const beaten = { _id, touchedAt: new Date(server.clock.now()) };
  while (!(await jobs().exists(beaten))) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await server.services.exports.sweep();
  const exportId = String(_id);
  expect(await fixtures.unit.exports.getExport({ exportId })).toMatchObject({ state: 'running' });
  await fixtures.unit.exports.removeExport({ exportId });
  go();
  await services.exports.settled();
});

test('one that is cancelled ends, with nothing left of it', async () => {
  const { services, isThere, go } = held();
  const { _id } = await services.exports.start(ALL, actor());
  await isThere;
  await fixtures.unit.exports.removeExport({ exportId: String(_id) });
  go();
  await services.exports.settled();
  expect(await jobs().countDocuments()).toBe(0);
  expect(await filesLeft()).toEqual([]);
});

test('a file is there for a day', async () => {
  const { id: exportId, expiresAt } = await made(ALL);
  expect(expiresAt).toBe(new Date(server.clock.now() + DAY).toISOString());
  server.clock.pass(DAY - 1);
  await server.services.exports.sweep();
  expect((await ask(exportId, {}, 'GET', await sessionOf(fixtures.unitId))).status).toBe(200);
  server.clock.pass(1);
  expect((await ask(exportId, {}, 'GET', await sessionOf(fixtures.unitId))).status).toBe(410);
  await server.services.exports.sweep();
  expect(await jobs().countDocuments()).toBe(0);
  expect(await filesLeft()).toEqual([]);
});
