/** 谁查阅过我的信息. */
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, idNoOf } from '../../testing/people';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

test('a learner sees who read what of him and when, the latest first', async () => {
  const { client, learnerId } = await approvedLearner(server, fixtures, 1);
  expect((await client.personalData.myReaders({})).items).toEqual([]);
  server.clock.pass(1000);
  await fixtures.unit.learners.learnerDetail({ learnerId });
  server.clock.pass(1000);
  await fixtures.unit.learners.revealNumbers({ learnerId });
  server.clock.pass(1000);
  await fixtures.unit.transfers.release({ learnerId });
  await fixtures.otherUnit.transfers.findToAdmit({ idNo: idNoOf(1) });
  server.clock.pass(1000);
  await client.personalData.exportMine({});
  const { items, total } = await client.personalData.myReaders({});
  expect(items.map(({ readerName, what }) => `${readerName} ${what}`)).toEqual([
    '本人 导出本人全部数据',
    '宜章县第二人民医院 · 王芳 调入前查询人员',
    '漯河市中心医院 · 王芳 查看完整身份证号码与手机号',
    '漯河市中心医院 · 王芳 查看人员资料',
  ]);
  expect(items[0]?.at).toBe(new Date(server.clock.now()).toISOString());
  expect(total).toBe(4);
  const second = await client.personalData.myReaders({ page: 2, pageSize: 3 });
  expect(second.items.map(({ what }) => what)).toEqual(['查看人员资料']);
});

test('what was not a reading, and what was read of others, is not in it', async () => {
  const { client } = await approvedLearner(server, fixtures, 1);
  const other = await approvedLearner(server, fixtures, 2);
  await fixtures.unit.learners.learnerDetail({ learnerId: other.learnerId });
  expect((await client.personalData.myReaders({})).items).toEqual([]);
  expect((await other.client.personalData.myReaders({})).items).toHaveLength(1);
});
