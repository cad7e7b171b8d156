/** 打印项目申报表: what it says of the review, and its name. */
import { atAuthority, completeForm, decide, draft, openWindow, seenBy } from '../../testing/applications';
import { type Fixtures, type ReceivedFile, startTestServer, type TestServer } from '../../testing/harness';
import { printed } from './printing';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  await openWindow(fixtures.authority);
});
afterAll(async () => server.stop());

const print = async (id: string, client = fixtures.unit) =>
  (await client.applications.printApplication({ applicationId: id })) as unknown as ReceivedFile;

test('a draft prints, under its name', async () => {
  const made = await draft(fixtures.unit, completeForm({ basics: { name: '肝/胆 外科: 新进展' } }));
  const { name, bytes, headers } = await print(made.id);
  expect(name).toBe('项目申报表-肝 胆 外科 新进展.pdf');
  expect(headers.get('content-type')).toBe('application/pdf');
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
});

test('whoever may see it may print it, nobody else', async () => {
  const waiting = await atAuthority(fixtures.unit);
  expect((await print(waiting.id, fixtures.authority)).bytes.length).toBeGreaterThan(1000);
  await expect(print(waiting.id, fixtures.otherUnit)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('it carries the telephones, the opinions and what each step decided in this round', async () => {
  const made = await atAuthority(fixtures.unit);
  await fixtures.authority.applications.addOpinion({
    applicationId: made.id,
    expert: '赵教授',
    conclusion: 'change',
    text: '请补充',
  });
  await decide(fixtures.authority, await seenBy(fixtures.authority, made), {
    decision: 'return',
    reason: '请补充',
  });
  const returned = await seenBy(fixtures.unit, made);
  const again = await fixtures.unit.applications.submitApplication({
    applicationId: made.id,
    version: returned.version,
  });
  await decide(fixtures.unit, again, { decision: 'pass', reason: '同意' });
  const shown = await seenBy(fixtures.authority, made);
  server.clock.pass(24 * 3_600_000);
  expect(printed(shown, server.clock.now())).toMatchObject({
    title: '继续医学教育项目申报表',
    unitName: '漯河市中心医院',
    number: null,
    form: { leader: { phone: '13911110001' }, organiser: { phone: '0395-2111111' } },
    steps: [
      {
        label: '单位科教部门确认',
        ownerName: '漯河市中心医院',
        at: '2026-11-21 09:00',
        result: '审核通过：同意',
      },
      { label: '市级审核', ownerName: '漯河市卫生健康委员会', at: null, result: '' },
    ],
    opinions: [{ expert: '赵教授', conclusion: 'change' }],
    // The day on the form is the day that it was handed in.
    printedAt: '2026-11-21 09:00',
  });
});
