/** The loop of the product over HTTP: register, approve, scan, check in, grant, review, see the credit. */
import { analyseAndGrant } from './testing/crediting';
import { type Fixtures, startTestServer, type TestServer } from './testing/harness';
import { approvedLearner, openScreen, register } from './testing/people';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

test('a learner registers, is approved, scans, is credited and sees it reviewed', async () => {
  const { client } = await register(server, fixtures, 1, { name: '陈慧敏' });
  expect((await client.accounts.me({})).learner).toMatchObject({
    name: '陈慧敏',
    idNoMasked: expect.stringMatching(/^4111\*{10}/),
    phoneMasked: '138****8001',
    approval: { state: 'pending' },
    personnelNo: null,
  });

  const waiting = await fixtures.unit.learners.listLearners({});
  expect(waiting.total).toBe(1);
  const [row] = waiting.items;
  await fixtures.unit.learners.decide({ learnerIds: [row?.id ?? ''], decision: 'approve' });
  expect((await client.accounts.me({})).learner).toMatchObject({
    approval: { state: 'approved' },
    personnelNo: expect.stringMatching(/^\d{10}$/),
  });

  const screen = await openScreen(server, fixtures);
  const claim = await client.checkIns.scan({ text: (await screen.show()).text });
  expect(claim).toMatchObject({ courseName: '围手术期护理', direction: 'in' });
  const receipt = await client.checkIns.checkIn({ claimId: claim.claimId });
  expect(receipt).toMatchObject({ learnerName: '陈慧敏', repeated: false, today: [{ direction: 'in' }] });

  const before = await client.activities.myActivities({});
  expect(before.items[0]?.stages.map(({ name, state }) => `${name} ${state}`)).toEqual([
    '签到 done',
    '评价 ahead',
    '授分 waiting',
    '审核 ahead',
  ]);
  expect(before.items[0]?.stages[2]?.waitingFor).toBe('漯河市中心医院');

  const { activityId } = fixtures;
  const granted = await analyseAndGrant(fixtures.unit, activityId);
  expect(granted).toMatchObject({ persons: 1, alreadyCredited: 0 });
  expect(await client.credits.myCredits({})).toMatchObject({
    year: 2026,
    required: 2500,
    totals: { total: 200, pending: 200, reviewed: 0, classI: 200, minutes: 360 },
    items: [{ reviewed: false, waitingFor: '漯河市卫生健康委员会' }],
  });

  await fixtures.authority.crediting.approve({ creditingId: granted.id });
  expect(await client.credits.myCredits({ year: 2026 })).toMatchObject({
    totals: { total: 200, pending: 0, reviewed: 200 },
    items: [{ reviewed: true, waitingFor: null, projectNumber: '2020-14-02-049 (国)' }],
  });
});

test('a learner registered in the mini-program is the same in the official account, by unionid', async () => {
  await approvedLearner(server, fixtures, 2, { name: '王志强' });
  const { client } = await server.wechat(2, 'miniprogram');
  expect((await client.accounts.me({})).learner?.name).toBe('王志强');
});
