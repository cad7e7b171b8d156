import { startTestServer, type TestServer } from '../../testing/harness';
import { type AuditEntry, auditModel } from './model';
import { type AuditInput, createAuditService } from './service';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  await server.reset();
});
afterAll(async () => server.stop());

const inputOf = (n: number | string): AuditInput => ({
  actor: { kind: 'unit', id: 'u1' },
  action: 'learner.approved',
  subject: `learner:${n}`,
  reason: '资料齐全',
  requestId: 'request-1',
});
const Audit = () => auditModel(server.platform.mongo);
const entries = async () => Audit().find().sort({ sequence: 1 }).lean();
const sequences = async () => (await entries()).map(({ sequence }) => sequence);
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const write = async (count: number) => server.services.audit.append(...upTo(count).map(inputOf));

test('an entry says who did what to whom, when and why', async () => {
  await server.services.audit.append(inputOf(1));
  expect(await entries()).toEqual([
    {
      _id: expect.anything(),
      ...inputOf(1),
      sequence: 1,
      at: new Date(server.clock.now()),
      prevHash: '0'.repeat(64),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  ]);
});

test('entries given together follow one another, and the next follows them', async () => {
  await write(3);
  await server.services.audit.append({ ...inputOf(4), reason: undefined, requestId: undefined });
  const all = await entries();
  expect(all.map(({ subject }) => subject)).toEqual(upTo(4).map((n) => `learner:${n}`));
  expect(all.slice(1).map(({ prevHash }) => prevHash)).toEqual(all.slice(0, -1).map(({ hash }) => hash));
  expect(await server.services.audit.firstBroken()).toBeNull();
});

test('appending nothing writes nothing', async () => {
  await server.services.audit.append();
  expect(await entries()).toEqual([]);
  expect(await server.services.audit.firstBroken()).toBeNull();
});

test('thirty at once leave no gap and lose none', async () => {
  await Promise.all(upTo(30).map(async (n) => server.services.audit.append(inputOf(n))));
  expect(await sequences()).toEqual(upTo(30));
  expect(new Set((await entries()).map(({ subject }) => subject)).size).toBe(30);
  expect(await server.services.audit.firstBroken()).toBeNull();
});

test('several processes appending lists at once lose none and write none twice', async () => {
  const processes = upTo(3).map(() => createAuditService(server.platform, server.services));
  await Promise.all(
    processes.flatMap((process, p) =>
      upTo(8).map(async (n) => process.append(...upTo(5).map((i) => inputOf(`${p}-${n}-${i}`)))),
    ),
  );
  expect(await sequences()).toEqual(upTo(120));
  expect(new Set((await entries()).map(({ subject }) => subject)).size).toBe(120);
  expect(await server.services.audit.firstBroken()).toBeNull();
});

test('a hundred at once in one process are as good as a few', async () => {
  await Promise.all(upTo(100).map(async (n) => server.services.audit.append(inputOf(n))));
  expect((await entries()).map(({ subject }) => subject)).toEqual(upTo(100).map((n) => `learner:${n}`));
  expect(await server.services.audit.firstBroken()).toBeNull();
});

test('another process that comes in between a list leaves it whole', async () => {
  const other = createAuditService(server.platform, server.services);
  const insertMany = Audit().insertMany.bind(Audit());
  // MongoDB writes a list one by one: two of it stand when the other process appends.
  const interrupted = jest.spyOn(Audit(), 'insertMany').mockImplementationOnce((async (
    rows: AuditEntry[],
  ) => {
    await insertMany(rows.slice(0, 2));
    await other.append(inputOf('other'));
    return insertMany(rows.slice(2));
  }) as never);
  await write(4);
  interrupted.mockRestore();
  expect((await entries()).map(({ subject }) => subject.slice(8))).toEqual(['1', '2', 'other', '3', '4']);
  expect(await server.services.audit.firstBroken()).toBeNull();
});

test.each([
  ['the actor', { 'actor.id': 'u2' }],
  ['the action', { action: 'learner.rejected' }],
  ['the subject', { subject: 'learner:9' }],
  ['the reason', { reason: '' }],
  ['the request', { requestId: 'other' }],
  ['the time', { at: new Date(0) }],
  ['the hash', { hash: 'f'.repeat(64) }],
  ['the link', { prevHash: 'f'.repeat(64) }],
])('a change of %s is found where it is', async (_what, change) => {
  await write(6);
  await Audit().updateOne({ sequence: 4 }, { $set: change });
  expect(await server.services.audit.firstBroken()).toBe(4);
});

test.each([1, 3, 5])('removing entry %i is found', async (sequence) => {
  await write(6);
  await Audit().deleteOne({ sequence });
  expect(await server.services.audit.firstBroken()).toBe(sequence);
});

test('removing one and closing the gap is found', async () => {
  await write(6);
  await Audit().deleteOne({ sequence: 3 });
  for (const sequence of [4, 5, 6]) {
    await Audit().updateOne({ sequence }, { $set: { sequence: sequence - 1 } });
  }
  expect(await server.services.audit.firstBroken()).toBe(3);
});

test('exchanging what two entries say is found', async () => {
  await write(6);
  await Audit().updateOne({ sequence: 2 }, { $set: { subject: 'learner:5' } });
  await Audit().updateOne({ sequence: 5 }, { $set: { subject: 'learner:2' } });
  expect(await server.services.audit.firstBroken()).toBe(2);
});

test('a trouble of the store is not taken for a full place', async () => {
  const broken = { ...inputOf(1), action: undefined as unknown as string };
  await expect(server.services.audit.append(broken)).rejects.toThrow('action');
  await server.services.audit.append(inputOf(2));
  expect((await entries()).map(({ subject }) => subject)).toEqual(['learner:2']);
});
