/** Nothing can be shown, signed into, counted or credited that was not approved. */
import { REVIEW_TABLE } from '@common/rules/review';
import { codesOf, REVIEW_STATES } from '@common/terms';
import { analyse } from '../../testing/crediting';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, openScreen } from '../../testing/people';
import { whyBlocked } from '../check-ins/blocked';
import { activityModel } from './model';

const UNAPPROVED = ['draft', 'waiting', 'returned', 'rejected'] as const;

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const become = async (state: (typeof UNAPPROVED)[number]) => {
  await activityModel(server.platform.mongo).updateMany({}, { $set: { state } });
  // Scans remember an activity for two seconds.
  server.clock.pass(3_000);
};

test('what was approved stays so: no move leads away, but for publishing, which activities have not', () => {
  expect(
    codesOf(REVIEW_STATES).flatMap((state) => (state === 'approved' ? [REVIEW_TABLE[state]] : [])),
  ).toEqual([{ publisher: { publish: 'published' } }]);
});

describe.each(UNAPPROVED)('%s', (state) => {
  test('no screen is opened, and one that was shows no code and takes no scan', async () => {
    const { unit, activityId, courseId } = fixtures;
    const { client } = await approvedLearner(server, fixtures, 1);
    const { show, ticket } = await openScreen(server, fixtures);
    const { text } = await show();
    await become(state);
    const refused = { code: 'ACTIVITY_NOT_APPROVED' };
    await expect(unit.checkIns.openDisplay({ activityId, courseId, direction: 'in' })).rejects.toMatchObject(
      refused,
    );
    await expect(client.checkIns.scan({ text })).rejects.toMatchObject(refused);
    const seen = await server.services.checkIns.displays.byTicket(ticket);
    expect(whyBlocked(seen, server.clock.now())).toMatchObject(refused);
  });

  test('it is in no list of what is held, for the learner, the unit and the authority', async () => {
    const { unit, authority } = fixtures;
    const { client } = await approvedLearner(server, fixtures, 1);
    expect((await client.activities.myActivities({})).items).toHaveLength(1);
    await become(state);
    expect((await client.activities.myActivities({})).items).toEqual([]);
    expect((await client.enrolments.findActivities({})).total).toBe(0);
    expect(await unit.overview.unitOverview({})).toMatchObject({ activitiesNow: [], checkInsToday: 0 });
    expect((await authority.overview.authorityOverview({})).activitiesNow).toBe(0);
  });

  test('nobody is credited, also who has signed in', async () => {
    const { unit, activityId } = fixtures;
    const { client } = await approvedLearner(server, fixtures, 1);
    const { show } = await openScreen(server, fixtures);
    const { claimId } = await client.checkIns.scan({ text: (await show()).text });
    await client.checkIns.checkIn({ claimId });
    const { id: analysisId } = await analyse(unit, activityId);
    await become(state);
    await expect(
      unit.crediting.grant({ activityId, analysisId, activityDate: '2026-11-21' }),
    ).rejects.toMatchObject({ code: 'ACTIVITY_NOT_APPROVED', message: '该活动尚未审核通过，不能授分' });
  });
});

test('a draft without periods has an attendance with nobody in it', async () => {
  await activityModel(server.platform.mongo).updateMany({}, { $set: { state: 'draft', periods: [] } });
  const { unit, activityId } = fixtures;
  expect(await unit.analyses.timeline({ activityId })).toMatchObject({
    days: [],
    bars: [],
    periods: [],
    persons: 0,
  });
  expect(await unit.activities.getActivity({ activityId })).toMatchObject({
    from: null,
    to: null,
    holding: 'none',
    state: 'draft',
  });
});
