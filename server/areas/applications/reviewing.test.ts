/** 项目审核: each step by whoever has it, once; one or many; opinions; who sees what. */

import {
  atAuthority,
  completeForm,
  decide,
  draft,
  openWindow,
  seenBy,
  submitted,
} from '../../testing/applications';
import { authorityClient } from '../../testing/authorities';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { authorityColleague } from '../../testing/units';
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

beforeEach(async () => {
  await openWindow(fixtures.authority);
});
const audited = async (id: string) =>
  (
    await auditModel(server.platform.mongo)
      .find({ subject: `application:${id}` })
      .sort({ sequence: 1 })
      .lean()
  ).map(({ action, reason }) => [action.split('.')[1], reason]);
const tab = async (client: Fixtures['unit'], show: string) =>
  (await client.applications.listApplicationReviews({ show } as { show: 'waiting' })).items.map(
    ({ id }) => id,
  );

test('科教 passes it on, the city approves: every move leaves who, when, why', async () => {
  const waiting = await submitted(fixtures.unit);
  expect(await decide(fixtures.unit, waiting, { decision: 'pass', reason: '同意申报' })).toEqual({
    id: waiting.id,
    outcome: 'done',
    state: 'waiting',
  });
  const handedOn = await seenBy(fixtures.authority, waiting);
  expect(handedOn).toMatchObject({
    waitingFor: '漯河市卫生健康委员会',
    note: '漯河市中心医院[审核通过]：同意申报',
    can: ['pass', 'return', 'reject'],
    steps: [{ state: 'done' }, { state: 'waiting' }],
  });
  server.clock.pass(60_000);
  expect(await decide(fixtures.authority, handedOn)).toMatchObject({ outcome: 'done', state: 'approved' });
  const approved = await seenBy(fixtures.unit, waiting);
  expect(approved).toMatchObject({
    state: 'approved',
    waitingFor: null,
    note: '漯河市卫生健康委员会[审核通过]',
    can: [],
    steps: [{ state: 'done' }, { state: 'done' }],
  });
  expect(approved.moves[0]).toMatchObject({
    move: 'pass',
    at: new Date(server.clock.now()).toISOString(),
    byName: '漯河市卫生健康委员会',
    administratorName: '王芳',
  });
  expect(await audited(waiting.id)).toEqual([
    ['created', undefined],
    ['submitted', undefined],
    ['passed', '同意申报'],
    ['passed', undefined],
  ]);
});

test('sent back with reasons page by page, changed, and begun anew at the first step', async () => {
  const waiting = await atAuthority(fixtures.unit);
  const { id, version } = await seenBy(fixtures.authority, waiting);
  await fixtures.authority.applications.decideApplications({
    items: [{ id, version }],
    decision: 'return',
    pages: [
      { page: 'basics', reason: '举办地点请写明会议室' },
      { page: 'courses', reason: '请补充主讲人职称' },
    ],
  });
  const returned = await seenBy(fixtures.unit, waiting);
  expect(returned).toMatchObject({ state: 'returned', can: ['submit', 'remove'], waitingFor: null });
  expect(returned.moves[0]?.pages).toEqual([
    { page: 'basics', reason: '举办地点请写明会议室' },
    { page: 'courses', reason: '请补充主讲人职称' },
  ]);
  const saved = await fixtures.unit.applications.saveApplication({
    applicationId: id,
    version: returned.version,
    form: completeForm({ basics: { place: '门诊楼六楼' } }),
  });
  const again = await fixtures.unit.applications.submitApplication({
    applicationId: id,
    version: saved.version,
  });
  expect(again).toMatchObject({ state: 'waiting', waitingFor: '漯河市中心医院' });
});

test.each(['return', 'reject'] as const)(
  '%s needs a reason, and changes nothing without',
  async (decision) => {
    const waiting = await submitted(fixtures.unit);
    await expect(decide(fixtures.unit, waiting, { decision, reason: '  ' })).rejects.toMatchObject({
      code: 'REASON_REQUIRED',
      field: 'reason',
    });
    expect((await seenBy(fixtures.unit, waiting)).state).toBe('waiting');
  },
);

test('a rejection cannot be explained by pages alone', async () => {
  const { id, version } = await submitted(fixtures.unit);
  await expect(
    fixtures.unit.applications.decideApplications({
      items: [{ id, version }],
      decision: 'reject',
      pages: [{ page: 'basics', reason: '不符合要求' }],
    }),
  ).rejects.toMatchObject({ code: 'REASON_REQUIRED' });
});

test('rejected is the end', async () => {
  const waiting = await submitted(fixtures.unit);
  await decide(fixtures.unit, waiting, { decision: 'reject', reason: '重复申报' });
  const rejected = await seenBy(fixtures.unit, waiting);
  expect(rejected).toMatchObject({
    state: 'rejected',
    note: '漯河市中心医院[审核不通过]：重复申报',
    can: [],
  });
  expect(await decide(fixtures.unit, rejected)).toMatchObject({ outcome: 'refused', state: 'rejected' });
});

test('two reviewers at once: one decides, the other is told, and it is no error', async () => {
  const other = await authorityColleague(server, fixtures.authorityId, {
    name: '李敏',
    phone: '13711110000',
  });
  for (let n = 0; n < 4; n += 1) {
    const waiting = await atAuthority(fixtures.unit);
    const outcomes = await Promise.all([
      decide(fixtures.authority, waiting),
      decide(other, waiting, { decision: 'reject', reason: '不属于本市' }),
    ]);
    expect(outcomes.map((each) => each?.outcome).sort()).toEqual(['done', 'moved']);
    const { state, moves } = await seenBy(fixtures.unit, waiting);
    expect(state).toBe(outcomes[0]?.outcome === 'done' ? 'approved' : 'rejected');
    expect(moves).toHaveLength(3);
  }
});

test('what was changed since it was seen is not decided', async () => {
  const seen = await atAuthority(fixtures.unit);
  const back = await fixtures.unit.applications.withdrawApplication({ applicationId: seen.id });
  expect(await decide(fixtures.authority, seen)).toEqual({ id: seen.id, outcome: 'moved', state: 'draft' });
  const again = await fixtures.unit.applications.submitApplication({
    applicationId: seen.id,
    version: back.version,
  });
  await decide(fixtures.unit, again);
  expect(await decide(fixtures.authority, seen)).toMatchObject({ outcome: 'moved', state: 'waiting' });
  expect((await seenBy(fixtures.unit, seen)).state).toBe('waiting');
});

test('many at once, each by itself', async () => {
  const [first, second, third] = [
    await atAuthority(fixtures.unit),
    await atAuthority(fixtures.unit),
    await atAuthority(fixtures.unit),
  ];
  const early = await submitted(fixtures.unit);
  await decide(fixtures.authority, second);
  await fixtures.unit.applications.withdrawApplication({ applicationId: third.id });
  await fixtures.unit.applications.removeApplication({ applicationId: third.id });
  const { results } = await fixtures.authority.applications.decideApplications({
    items: [first, first, second, third, early].map(({ id, version }) => ({ id, version })),
    decision: 'pass',
  });
  expect(results).toEqual([
    { id: first.id, outcome: 'done', state: 'approved' },
    { id: second.id, outcome: 'moved', state: 'approved' },
    { id: third.id, outcome: 'moved', state: 'draft' },
    { id: early.id, outcome: 'refused', state: 'waiting' },
  ]);
});

test('it is not the authority’s turn before 科教 has passed it, nor 科教’s after', async () => {
  const waiting = await submitted(fixtures.unit);
  expect(await decide(fixtures.authority, waiting)).toMatchObject({ outcome: 'refused', state: 'waiting' });
  await decide(fixtures.unit, waiting);
  const now = await seenBy(fixtures.unit, waiting);
  expect(now.can).toEqual(['withdraw']);
  expect(await decide(fixtures.unit, now)).toMatchObject({ outcome: 'refused' });
});

test('another unit’s and another region’s are not found; a draft is nobody else’s', async () => {
  const elsewhere = await authorityClient(server, '43');
  const above = await authorityClient(server, '41');
  const waiting = await atAuthority(fixtures.unit);
  const notFound = { code: 'NOT_FOUND' };
  await expect(decide(fixtures.otherUnit, waiting)).rejects.toMatchObject(notFound);
  await expect(decide(elsewhere, waiting)).rejects.toMatchObject(notFound);
  await expect(seenBy(elsewhere, waiting)).rejects.toMatchObject(notFound);
  const opinion = { applicationId: waiting.id, expert: '王教授', conclusion: 'agree' as const };
  await expect(elsewhere.applications.addOpinion(opinion)).rejects.toMatchObject(notFound);
  // The province sees what the city has, and has no part in it.
  expect((await seenBy(above, waiting)).can).toEqual([]);
  expect(await decide(above, waiting)).toMatchObject({ outcome: 'refused' });
  const unfinished = await draft(fixtures.unit);
  await expect(seenBy(fixtures.authority, unfinished)).rejects.toMatchObject(notFound);
  await expect(decide(fixtures.authority, unfinished)).rejects.toMatchObject(notFound);
  expect(await tab(elsewhere, 'all')).toEqual([]);
  expect(await tab(fixtures.otherUnit, 'all')).toEqual([]);
  expect(await tab(above, 'all')).toEqual([waiting.id]);
  expect(await tab(above, 'waiting')).toEqual([]);
});

test('the tabs: what waits, the longest waiting first; what is decided, the latest first', async () => {
  const first = await atAuthority(fixtures.unit);
  server.clock.pass(1000);
  const second = await atAuthority(fixtures.unit);
  server.clock.pass(1000);
  const third = await submitted(fixtures.unit, completeForm({ basics: { name: '新生儿复苏培训班' } }));
  expect(await tab(fixtures.authority, 'waiting')).toEqual([first.id, second.id]);
  expect(await tab(fixtures.unit, 'waiting')).toEqual([third.id]);
  expect(await tab(fixtures.unit, 'decided')).toEqual([second.id, first.id]);
  expect(await tab(fixtures.authority, 'all')).toEqual([third.id, second.id, first.id]);
  await decide(fixtures.authority, first);
  await decide(fixtures.authority, second, { decision: 'return', reason: '请补充' });
  expect(await tab(fixtures.authority, 'waiting')).toEqual([]);
  expect(await tab(fixtures.authority, 'toPublish')).toEqual([first.id]);
  expect(await tab(fixtures.unit, 'toPublish')).toEqual([first.id]);
  expect(await tab(fixtures.authority, 'decided')).toEqual([second.id, first.id]);
  const found = await fixtures.authority.applications.listApplicationReviews({
    show: 'all',
    q: '复苏',
    level: 'city',
  });
  expect(found.items.map(({ id }) => id)).toEqual([third.id]);
  expect(
    (await fixtures.authority.applications.listApplicationReviews({ show: 'all', level: 'province' })).total,
  ).toBe(0);
});

describe('专家意见', () => {
  const OPINION = {
    expert: '赵教授',
    expertTitle: '主任护师',
    conclusion: 'agree' as const,
    text: '内容新颖，建议立项',
  };

  test('are kept by the authority whose turn it is; the applicant reads them once it is decided', async () => {
    const waiting = await atAuthority(fixtures.unit);
    const view = await fixtures.authority.applications.addOpinion({ applicationId: waiting.id, ...OPINION });
    const kept = {
      ...OPINION,
      at: new Date(server.clock.now()).toISOString(),
      byName: '漯河市卫生健康委员会',
    };
    expect(view.opinions).toEqual([kept]);
    expect((await seenBy(fixtures.unit, waiting)).opinions).toEqual([]);
    // The decision about what was seen before the opinion still holds.
    expect(await decide(fixtures.authority, waiting)).toMatchObject({ outcome: 'done' });
    expect((await seenBy(fixtures.unit, waiting)).opinions).toEqual([kept]);
  });

  test('are refused before and after', async () => {
    const waiting = await submitted(fixtures.unit);
    const add = async () =>
      fixtures.authority.applications.addOpinion({ applicationId: waiting.id, ...OPINION });
    const refused = { code: 'MOVE_REFUSED', message: '只有正在审核的部门可以登记专家意见' };
    await expect(add()).rejects.toMatchObject(refused);
    await decide(fixtures.unit, waiting);
    await add();
    await decide(fixtures.authority, await seenBy(fixtures.authority, waiting));
    await expect(add()).rejects.toMatchObject(refused);
  });
});
