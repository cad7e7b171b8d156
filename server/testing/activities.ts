import { createHash } from 'node:crypto';
import type { ActivityView } from '@common/contract/activities';
import type { Client } from '@common/contract/client';
import type { DocumentKind } from '@common/terms';
import { type ProjectDoc, projectModel } from '../areas/catalogue/model';
import { type Fixtures, NINE, type TestServer } from './harness';
import { fileOf } from './photos';

const DAY = 24 * 3_600_000;
let serial = 0;

/** One more project of this year in the catalogue, of the fixtures' unit: six hours, city level unless told otherwise. */
export async function newProject(
  server: TestServer,
  { unitId }: Pick<Fixtures, 'unitId'>,
  given: Partial<Pick<ProjectDoc, 'name' | 'level' | 'leader' | 'number' | 'year' | 'from' | 'to'>> = {},
): Promise<string> {
  serial += 1;
  const project = await projectModel(server.platform.mongo).create({
    number: `2026031${String(serial).padStart(4, '0')}`,
    year: 2026,
    name: '护理安全及风险防范管理学习班',
    discipline: '护理学/外科护理学',
    level: 'city',
    creditClass: 'classII',
    leader: '李雪梅',
    minutes: 360,
    credits: 200,
    unitId,
    ...given,
  });
  return String(project._id);
}

/** Two half days, three days from now. */
export const PERIODS = [
  { from: new Date(NINE + 3 * DAY).toISOString(), to: new Date(NINE + 3 * DAY + 10_800_000).toISOString() },
  { from: new Date(NINE + 4 * DAY).toISOString(), to: new Date(NINE + 4 * DAY + 10_800_000).toISOString() },
];

/** Everything that an activity needs beside its documents. */
export const planOf = ({ id, version, courses }: Pick<ActivityView, 'id' | 'version' | 'courses'>) => ({
  activityId: id,
  version,
  venue: '门诊楼六楼学术报告厅',
  address: '漯河市源汇区人民东路56号',
  contact: '王芳',
  contactPhone: '0395-3123456',
  registration: { expectedPersons: 120, audience: '各级护理人员', remark: '' },
  courses: courses.map(({ id: courseId, name, minutes }) => ({
    id: courseId,
    name,
    minutes,
    lecturers: [{ name: '李雪梅', unitName: '漯河市中心医院' }],
  })),
  periods: PERIODS,
});

/** The bytes of a PDF as a scanner writes it, as many as wanted. */
export const pdfOf = (length = 2_000): Buffer => {
  const bytes = Buffer.alloc(length, '扫描件 ');
  bytes.write('%PDF-1.7\n');
  return bytes;
};

export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** The parts of a file as an upload takes them. */
export const partOf = (bytes: Buffer, part: number, partBytes: number) =>
  fileOf(bytes.subarray(part * partBytes, (part + 1) * partBytes), 'blob', 'application/octet-stream');

/** Uploads a document as the console does. */
export async function upload(
  client: Client,
  activityId: string,
  kind: DocumentKind,
  bytes = pdfOf(),
  name = '会议通知.pdf',
) {
  const { uploadId, parts, partBytes } = await client.documents.startUpload({
    activityId,
    kind,
    name,
    bytes: bytes.length,
    sha256: sha256(bytes),
  });
  for (let part = 0; part < parts; part += 1) {
    await client.documents.putPart({ uploadId, part, file: partOf(bytes, part, partBytes) });
  }
  return client.documents.finishUpload({ uploadId });
}

/** A draft of a new project with everything that is needed to hand it in. */
export async function readyActivity(
  server: TestServer,
  fixtures: Fixtures,
  given: Parameters<typeof newProject>[2] = {},
) {
  const { unit } = fixtures;
  const projectId = await newProject(server, fixtures, given);
  const draft = await unit.activities.createActivity({ projectId });
  await upload(unit, draft.id, 'notice');
  await upload(unit, draft.id, 'schedule', pdfOf(3_000), '会议日程.pdf');
  return unit.activities.saveActivity(planOf(draft));
}

/** Handed in: it waits for the unit's 科教 department. */
export async function submittedActivity(
  server: TestServer,
  fixtures: Fixtures,
  given: Parameters<typeof newProject>[2] = {},
) {
  const { id, version } = await readyActivity(server, fixtures, given);
  return fixtures.unit.activities.submitActivity({ activityId: id, version });
}

/** Confirmed by the unit and approved by the city. */
export async function approvedActivity(server: TestServer, fixtures: Fixtures) {
  const { id, version } = await submittedActivity(server, fixtures);
  await fixtures.unit.activities.decideActivities({ items: [{ id, version }], decision: 'pass' });
  const items = [{ id, version: version + 1 }];
  await fixtures.authority.activities.decideActivities({ items, decision: 'pass' });
  return fixtures.unit.activities.getActivity({ activityId: id });
}
