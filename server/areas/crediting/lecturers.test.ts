/** 主讲人授分 and 手工授分. */

import { analyseAndGrant, attendees } from '../../testing/crediting';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, register } from '../../testing/people';
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

const activityDate = '2026-11-21';
const personnelNoOf = async (learnerId: string) =>
  (await server.services.learners.get(learnerId))?.personnelNo ?? '';

test('lecturers: minutes shared, credits by the rule, obstacles in words; each is credited once, also as a participant', async () => {
  const { activityId, courseId, unit } = fixtures;
  const [lecturer] = await attendees(server, fixtures, 1, { name: '李雪梅' });
  const learnerId = lecturer?.learnerId ?? '';
  const personnelNo = await personnelNoOf(learnerId);
  const li = { name: '李雪梅', personnelNo, title: 'nurse', unitName: '漯河市中心医院' };
  const [wang, nobody] = [
    { name: '王建军', unitName: '郑州大学第一附属医院' },
    { name: '无此人', personnelNo: '9999999999', unitName: '' },
  ];
  const courses = [
    { _id: courseId, name: '围手术期护理', minutes: 180, lecturers: [li, wang, nobody] },
    { name: '康复', minutes: 60, lecturers: [li] },
  ];
  await activityModel(server.platform.mongo).updateOne({}, { $set: { courses } });
  const { items } = await unit.crediting.listLecturers({ activityId });
  expect(items).toEqual([
    {
      ...{ learnerId, personnelNo, name: '李雪梅', unitName: '漯河市中心医院', title: 'nurse' },
      courses: [
        { name: '围手术期护理', minutes: 60 },
        { name: '康复', minutes: 60 },
      ],
      ...{ minutes: 120, credits: 400, isCredited: false, obstacle: null },
    },
    expect.objectContaining({
      name: '王建军',
      learnerId: null,
      obstacle: '没有填写人员编号，请在课程信息中补充',
    }),
    expect.objectContaining({ name: '无此人', obstacle: '人员编号对应的人员还未注册或未通过审核' }),
  ]);

  const grant = async (learnerIds: string[]) =>
    unit.crediting.grantLecturers({ activityId, learnerIds, activityDate });
  await expect(grant([fixtures.unitId])).rejects.toMatchObject({ code: 'NOT_PRESENT', field: 'learnerIds' });
  expect(await grant([learnerId])).toMatchObject({ kind: 'lecturers', persons: 1, creditsEach: 400 });
  await expect(grant([learnerId])).rejects.toMatchObject({ code: 'NOTHING_TO_CREDIT' });
  expect((await unit.crediting.listLecturers({ activityId })).items[0]).toMatchObject({ isCredited: true });
  expect(await analyseAndGrant(unit, activityId)).toMatchObject({ kind: 'participants', persons: 1 });
  const mine = (await lecturer?.client.credits.myCredits({}))?.items ?? [];
  expect(mine.map(({ role, credits }) => [role, credits]).sort()).toEqual([
    ['lecturer', 400],
    ['participant', 200],
  ]);
  // Of lecturers no attendance is asked.
  const waiting = await fixtures.authority.crediting.listCreditings({ kind: 'lecturers' });
  const creditingId = waiting.items[0]?.id ?? '';
  expect(await fixtures.authority.crediting.approve({ creditingId })).toMatchObject({ state: 'approved' });
});

test('by hand: approved learners only, each with a reason; the authority must have looked at them', async () => {
  const { activityId, unit, authority } = fixtures;
  const online = await approvedLearner(server, fixtures, 1);
  const pending = await register(server, fixtures, 2);
  const grant = async (...learnerIds: string[]) =>
    unit.crediting.grantManually({
      activityId,
      persons: learnerIds.map((learnerId) => ({ learnerId, reason: '线上培训，无法扫码' })),
      activityDate,
    });
  await expect(grant(online.learnerId, pending.learnerId)).rejects.toMatchObject({
    code: 'LEARNER_UNKNOWN',
    field: 'persons.1.learnerId',
  });
  const { id: creditingId } = await grant(online.learnerId);
  await expect(grant(online.learnerId)).rejects.toMatchObject({ code: 'NOTHING_TO_CREDIT' });
  const { items } = await authority.crediting.creditingPersons({ creditingId });
  expect(items).toMatchObject([{ reason: '线上培训，无法扫码', credits: 200, minutes: 360, swipes: [] }]);

  const { skipped } = await authority.crediting.approveMany({ creditingIds: [creditingId] });
  expect(skipped).toMatchObject([{ id: creditingId, message: expect.stringContaining('逐一核对') }]);
  await expect(authority.crediting.approve({ creditingId })).rejects.toMatchObject({
    code: 'MANUAL_UNCHECKED',
  });
  const approved = await authority.crediting.approve({ creditingId, hasChecked: true });
  expect(approved).toMatchObject({ state: 'approved', isManual: true });
});
