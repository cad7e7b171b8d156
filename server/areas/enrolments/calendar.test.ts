/** 加入日历: what a phone's calendar reads. */

import { hallOf, morning, openActivity } from '../../testing/enrolments';
import { type Fixtures, type ReceivedFile, startTestServer, type TestServer } from '../../testing/harness';
import { activityModel } from '../activities/model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

async function calendarOf(activityId: string) {
  const [learner] = await hallOf(server, fixtures, 1);
  const file = (await learner?.client.enrolments.calendar({ activityId })) as ReceivedFile;
  const text = file.bytes.toString('utf8');
  // As RFC 5545 §3.1 unfolds it.
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
  const all = (name: string) =>
    lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1));
  return { file, text, all };
}

test('one event a period, in UTC, with the venue and an alarm a day before', async () => {
  const activityId = await openActivity(server, fixtures, {
    periods: [morning(2), morning(1)],
    point: { longitude: 114.0165, latitude: 33.5815 },
  });
  const { file, all } = await calendarOf(activityId);
  expect(file.name).toBe('护理安全及风险防范管理学习班-第1期.ics');
  expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(all('DTSTART')).toEqual(['20261122T010000Z', '20261123T010000Z']);
  expect(all('DTEND')).toEqual(['20261122T040000Z', '20261123T040000Z']);
  expect(all('DTSTAMP')).toEqual(Array(2).fill('20261121T010000Z'));
  expect(all('UID')).toEqual([`${activityId}-1@jijiaotong`, `${activityId}-2@jijiaotong`]);
  expect(all('SUMMARY')).toEqual([
    '护理安全及风险防范管理学习班（1/2）',
    '护理安全及风险防范管理学习班（2/2）',
  ]);
  expect(all('LOCATION')[0]).toBe('门诊楼六楼学术报告厅，漯河市源汇区人民东路56号');
  expect(all('GEO')[0]).toBe('33.5815;114.0165');
  expect(all('TRIGGER')).toEqual(['-PT24H', '-PT24H']);
  expect(all('DESCRIPTION')[0]).toContain('学分：II类学分 2分');
});

test('no line is longer than 75 bytes, and none ends within a character', async () => {
  const { text } = await calendarOf(await openActivity(server, fixtures, { name: '护理安全'.repeat(40) }));
  const lines = text.split('\r\n');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(text).not.toContain('\ufffd');
  expect(text.replace(/\r\n /g, '')).toContain('护理安全'.repeat(40));
});

test('after a change it is the same event with a higher number', async () => {
  const activityId = await openActivity(server, fixtures);
  const before = await calendarOf(activityId);
  await activityModel(server.platform.mongo).updateOne(
    { _id: activityId },
    { $set: { periods: [morning(5)] }, $inc: { version: 1 } },
  );
  const { all } = await calendarOf(activityId);
  expect(all('UID')).toEqual(before.all('UID'));
  expect(all('DTSTART')).toEqual(['20261126T010000Z']);
  expect(Number(all('SEQUENCE')[0])).toBe(Number(before.all('SEQUENCE')[0]) + 1);
});
