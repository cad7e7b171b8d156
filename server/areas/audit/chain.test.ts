/** The chain covers who acted in person and where, and what was written before these were kept still holds. */
import { createHash } from 'node:crypto';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { GENESIS } from './chain';
import { auditModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const Audit = () => auditModel(server.platform.mongo);
const write = async (times: number) => {
  for (let i = 0; i < times; i += 1) {
    await server.services.audit.append({
      actor: { kind: 'unit', id: fixtures.unitId, administratorId: '64b000000000000000000001' },
      action: 'learner.approved',
      subject: `learner:${i}`,
    });
  }
};

test('an entry keeps the administrator and the region of the unit', async () => {
  await write(1);
  expect(await Audit().findOne().lean()).toMatchObject({
    actor: { kind: 'unit', id: fixtures.unitId, administratorId: '64b000000000000000000001' },
    regionCode: '411102',
  });
});

test.each([
  ['the administrator', { $set: { 'actor.administratorId': '64b000000000000000000002' } }],
  ['no administrator', { $unset: { 'actor.administratorId': 1 } }],
  ['the region', { $set: { regionCode: '431022' } }],
  ['no region', { $unset: { regionCode: 1 } }],
  ['neither', { $unset: { regionCode: 1, 'actor.administratorId': 1 } }],
])('a change to %s is found', async (_what, change) => {
  await write(3);
  expect(await server.services.audit.firstBroken()).toBeNull();
  await Audit().updateOne({ sequence: 2 }, change);
  expect(await server.services.audit.firstBroken()).toBe(2);
});

test('an entry of before, and the new ones behind it', async () => {
  const at = new Date(server.clock.now());
  const content = [1, 'unit', 'u1', 'learner.approved', 'learner:1', '', '', at.toISOString(), GENESIS];
  await Audit().create({
    sequence: 1,
    actor: { kind: 'unit', id: 'u1' },
    action: 'learner.approved',
    subject: 'learner:1',
    at,
    prevHash: GENESIS,
    hash: createHash('sha256').update(JSON.stringify(content)).digest('hex'),
  });
  await write(2);
  expect(await server.services.audit.firstBroken()).toBeNull();
  // Nobody can move it into a region, or put it upon somebody, afterwards.
  await Audit().updateOne({ sequence: 1 }, { $set: { regionCode: '411102' } });
  expect(await server.services.audit.firstBroken()).toBe(1);
});
