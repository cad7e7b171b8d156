/** With template ids configured the messages go as templates, which reach a person after the 48 hours too. */
import { analyseAndGrant } from '../../testing/crediting';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, openScreen, register } from '../../testing/people';

let server: TestServer;
let fixtures: Fixtures;
let mark = 0;
const queued: string[] = [];
beforeAll(async () => {
  server = await startTestServer({
    WECHAT_TEMPLATE_APPROVAL: 'tmplApproval',
    WECHAT_TEMPLATE_CREDIT: 'tmplCredit',
  });
  server.services.notifications.attach(async (key) => void queued.push(key));
});
beforeEach(async () => {
  fixtures = await server.reset();
  mark = Math.max(0, ...server.simulator.inbox('1').map(({ number }) => number));
});
afterAll(async () => server.stop());

const work = async () => {
  for (const key of queued.splice(0)) {
    await server.services.notifications.deliver(key);
  }
};
const told = () => server.simulator.inbox('1').filter(({ number }) => number > mark);

test('approved', async () => {
  await approvedLearner(server, fixtures, 1);
  await work();
  expect(told()).toMatchObject([
    {
      kind: 'template',
      template: {
        id: 'tmplApproval',
        url: `${server.platform.config.PUBLIC_URL}/#/profile/index/index`,
        data: { thing1: '单位审核通过', thing2: expect.stringContaining('已审核通过'), thing3: '-' },
      },
    },
  ]);
});

test('rejected: a long reason is cut to what a field holds, with a sign that it goes on', async () => {
  const { learnerId } = await register(server, fixtures, 1);
  const reason = '身份证号码与姓名不一致，请核对后重新提交审核';
  await fixtures.unit.learners.decide({ learnerIds: [learnerId], decision: 'reject', reason });
  await work();
  const [message] = told();
  expect(message?.template?.data).toEqual({
    thing1: '单位审核不通过',
    thing2: `原因：${reason}`.slice(0, 19).concat('…'),
    thing3: '请修改后重新提交。',
  });
});

test('granted and reviewed within minutes of each other both arrive', async () => {
  const { client } = await approvedLearner(server, fixtures, 1);
  const screen = await openScreen(server, fixtures);
  const { claimId } = await client.checkIns.scan({ text: (await screen.show()).text });
  await client.checkIns.checkIn({ claimId });
  const { activityId } = fixtures;
  const { id: creditingId } = await analyseAndGrant(fixtures.unit, activityId);
  await fixtures.authority.crediting.approve({ creditingId });
  await work();
  const credits = told().filter(({ template }) => template?.id === 'tmplCredit');
  expect(credits.map(({ template }) => template?.data)).toEqual([
    { thing1: '学分已授予，待审核', thing2: '外科护理学新进展学习班', thing3: 'I类学分 2分，漯河市中心医院' },
    { thing1: '学分审核通过', thing2: '外科护理学新进展学习班', thing3: 'I类学分 2分，漯河市中心医院' },
  ]);
});

test('a job that ran twice at once reaches the person once', async () => {
  await approvedLearner(server, fixtures, 1);
  const [key = ''] = queued.splice(0);
  await Promise.all([1, 2, 3].map(async () => server.services.notifications.deliver(key)));
  expect(told()).toHaveLength(1);
});
