import type { ExportJob } from '@common/contract/exports';
import type { CreditedPerson, ProjectStatisticRow, StatisticRow } from '@common/contract/statistics';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { type Answer, refusal, type Sent } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { authorityMe, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import CreditStatisticsPage from './creditsPage';
import { percentOf } from './exportState';
import ExportsPage from './exportsPage';
import PersonStatisticsPage from './personsPage';
import ProjectStatisticsPage from './projectsPage';

const ID = '1'.repeat(24);
const PROJECT: ProjectStatisticRow = {
  activityId: ID,
  projectNumber: '2020-14-02-049 (国)',
  term: 1,
  name: '外科护理学新进展学习班',
  level: 'national',
  discipline: '护理学/外科护理学',
  unitName: '漯河市中心医院',
  leader: '李雪梅',
  from: '2026-07-20T00:00:00.000Z',
  to: '2026-07-21T09:00:00.000Z',
  state: 'approved',
  creditClass: 'classI',
  credits: 200,
  attended: 1213,
  credited: 1180,
  reviewed: 1100,
};
const PERSON: CreditedPerson = {
  creditId: '2'.repeat(24),
  learnerId: '3'.repeat(24),
  name: '陈慧敏',
  sex: 'female',
  idNoMasked: '4111**********0021',
  personnelNo: '1000000021',
  unitName: '舞阳县中医院',
  department: '护理部',
  title: 'nurse',
  role: 'participant',
  creditClass: 'classI',
  credits: 200,
  minutes: 360,
  activityDate: '2026-07-21',
  grantedAt: '2026-07-22T01:00:00.000Z',
  state: 'pending',
};
const ROW: StatisticRow = {
  key: 'u1',
  label: '漯河市中心医院',
  persons: 320,
  entries: 811,
  credits: 162_200,
  minutes: 291_960,
  pending: 400,
};
const JOB: ExportJob = {
  id: '4'.repeat(24),
  kind: 'projects',
  name: '项目明细.xlsx',
  state: 'running',
  rows: 500,
  total: 1000,
  bytes: null,
  createdAt: '2026-11-21T01:00:00.000Z',
  expiresAt: null,
  message: null,
};
const page = (items: object[]) => ({ items, total: items.length, page: 1, pageSize: 20 });
const answers =
  (by: Record<string, Answer | (() => Answer)>) =>
  ({ method, path }: Sent): Answer => {
    const { pathname } = new URL(path, 'http://a');
    const found = by[`${method} ${pathname}`] ?? { body: page([]) };
    return typeof found === 'function' ? found() : found;
  };
const queryOf = (sent: Sent[]) =>
  Object.fromEntries(new URL(sent.at(-1)?.path ?? '', 'http://a').searchParams);

beforeEach(() => {
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => undefined;
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
});

test('项目明细查询: who attended, who has the credit, and the way to the people', async () => {
  await signedIn(authorityMe, answers({ 'GET /api/statistics/projects': { body: page([PROJECT]) } }));
  draw(<ProjectStatisticsPage />, '/statistics/projects');
  await settle();
  const row = within(screen.getByRole('row', { name: /外科护理学新进展/ }));
  for (const words of ['1,213', '1,180', '1,100', '漯河市中心医院', '国家级']) {
    expect(row.getByText(words)).toBeTruthy();
  }
  expect(row.getByRole('link', { name: '人员明细' }).getAttribute('href')).toBe(`/statistics/projects/${ID}`);
});

test('项目明细查询: the filters of the address are what is asked for, and what is exported', async () => {
  const sent = await signedIn(
    unitMe,
    answers({
      'GET /api/statistics/projects': { body: page([PROJECT]) },
      'POST /api/exports': { body: { ...JOB, state: 'failed', message: '导出失败，请重试' } },
    }),
  );
  draw(
    <ProjectStatisticsPage />,
    `/?q=护理&year=2026&creditClass=classI&from=2026-07-01&to=bad&unitId=${ID}&page=2`,
  );
  await settle();
  const asked = { q: '护理', year: '2026', creditClass: 'classI', from: '2026-07-01' };
  expect(queryOf(sent)).toEqual({ ...asked, page: '2', pageSize: '20' });
  fireEvent.click(screen.getByRole('button', { name: '导出Excel' }));
  await settle();
  expect(sent.at(-1)?.body).toEqual({ order: { kind: 'projects', filter: { ...asked, year: 2026 } } });
  expect(screen.getByText('导出失败，请重试')).toBeTruthy();
});

test('an export is waited for, and comes by itself when it is done', async () => {
  let looks = 0;
  const sent = await signedIn(
    unitMe,
    answers({
      'GET /api/statistics/projects': { body: page([PROJECT]) },
      'POST /api/exports': { body: JOB },
      [`GET /api/exports/${JOB.id}`]: () => {
        looks += 1;
        // A look that fails is no end.
        return looks === 1 ? { status: 503, body: {} } : { body: { ...JOB, state: 'done', rows: 1000 } };
      },
      [`GET /api/exports/${JOB.id}/file`]: { file: '项目明细.xlsx' },
    }),
  );
  draw(<ProjectStatisticsPage />, '/');
  await settle();
  fireEvent.click(screen.getByRole('button', { name: '导出Excel' }));
  await settle();
  expect(screen.getByText('正在生成：500 / 1,000 行')).toBeTruthy();
  expect(await screen.findByText('共1,000行，文件已下载')).toBeTruthy();
  await waitFor(() =>
    expect(sent.filter(({ path }) => path === `/api/exports/${JOB.id}/file`)).toHaveLength(1),
  );
});

test('an export that was cancelled elsewhere says so; a download that failed can be repeated', async () => {
  let file: Answer = refusal(410, 'EXPORT_EXPIRED', '文件已过期，请重新导出');
  let look: Answer = { body: { ...JOB, state: 'done' } };
  await signedIn(
    unitMe,
    answers({
      'GET /api/statistics/projects': { body: page([PROJECT]) },
      'POST /api/exports': { body: JOB },
      [`GET /api/exports/${JOB.id}`]: () => look,
      [`GET /api/exports/${JOB.id}/file`]: () => file,
    }),
  );
  draw(<ProjectStatisticsPage />, '/');
  await settle();
  const begin = async () => {
    fireEvent.click(screen.getByRole('button', { name: '导出Excel' }));
    await settle();
  };
  await begin();
  expect(
    await screen.findByText('共500行，没有下载成功，请点“再次下载”', {}, { timeout: 3000 }),
  ).toBeTruthy();
  file = { file: '项目明细.xlsx' };
  fireEvent.click(screen.getByRole('button', { name: '再次下载' }));
  expect(await screen.findByText('共500行，文件已下载')).toBeTruthy();
  look = refusal(404, 'NOT_FOUND', '没有找到这次导出');
  await begin();
  expect(await screen.findByText('没有找到这次导出', {}, { timeout: 3000 })).toBeTruthy();
});

test('人员明细: each person with state; 导出 takes the same filter', async () => {
  const body = {
    ...page([PERSON]),
    activityName: PROJECT.name,
    projectNumber: PROJECT.projectNumber,
    credits: 200,
  };
  const sent = await signedIn(
    unitMe,
    answers({
      [`GET /api/statistics/activities/${ID}/persons`]: { body },
      'POST /api/exports': { body: { ...JOB, state: 'failed' } },
    }),
  );
  draw(
    <Routes>
      <Route path="/statistics/projects/:activityId" element={<PersonStatisticsPage />} />
    </Routes>,
    `/statistics/projects/${ID}?state=pending&role=nobody`,
  );
  await settle();
  expect(queryOf(sent)).toEqual({ state: 'pending', page: '1', pageSize: '50' });
  const row = within(screen.getByRole('row', { name: /陈慧敏/ }));
  for (const words of ['舞阳县中医院', '护理部', '未审核', '参加者']) {
    expect(row.getByText(words)).toBeTruthy();
  }
  fireEvent.click(screen.getByRole('button', { name: '导出Excel' }));
  await settle();
  expect(sent.at(-1)?.body).toEqual({
    order: { kind: 'activityPersons', activityId: ID, filter: { state: 'pending' } },
  });
});

test('学分统计: chart, table and sums; a unit is not offered 按单位', async () => {
  const total = { persons: 320, entries: 811, credits: 162_200, minutes: 291_960, pending: 400 };
  const body = {
    items: [ROW],
    others: { ...ROW, key: '', label: '其他', credits: 100 },
    total,
    years: [2026, 2025],
  };
  const sent = await signedIn(unitMe, answers({ 'GET /api/statistics/credits': { body } }));
  draw(<CreditStatisticsPage />, '/?by=unit&year=2025');
  await settle();
  expect(screen.queryByText('按单位')).toBeNull();
  expect(queryOf(sent)).toEqual({ by: 'department', year: '2025' });
  expect(within(screen.getByRole('table', { name: '按科室的学分' })).getByText('1622分')).toBeTruthy();
  expect(screen.getByText('合计')).toBeTruthy();
  fireEvent.click(screen.getByText('按年度'));
  await settle();
  expect(queryOf(sent)).toEqual({ by: 'year' });
});

test('导出文件: download, delete after being asked', async () => {
  const done: ExportJob = {
    ...JOB,
    state: 'done',
    rows: 1000,
    bytes: 52_000,
    expiresAt: '2026-11-22T01:00:00.000Z',
  };
  const sent = await signedIn(
    unitMe,
    answers({
      'GET /api/exports': { body: page([done]) },
      [`GET /api/exports/${JOB.id}/file`]: { file: '项目明细.xlsx' },
      [`DELETE /api/exports/${JOB.id}`]: { body: { ok: true } },
    }),
  );
  draw(<ExportsPage />);
  await settle();
  fireEvent.click(screen.getByRole('button', { name: '下载' }));
  await settle();
  expect(sent.at(-1)?.path).toBe(`/api/exports/${JOB.id}/file`);
  fireEvent.click(screen.getByRole('button', { name: '删除' }));
  await settle();
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '删除' }));
  await settle();
  expect(sent.some(({ method }) => method === 'DELETE')).toBe(true);
});

test('only what is done is shown as all', () => {
  expect(percentOf({ state: 'running', rows: 1000, total: 1000 })).toBe(99);
  expect(percentOf({ state: 'running', rows: 7, total: null })).toBe(1);
  expect(percentOf({ state: 'done', rows: 0, total: 0 })).toBe(100);
});
