/** 考勤机 and IC卡 of a unit: who has which. */
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, register } from '../../testing/people';
import { auditModel } from '../audit/model';
import { cardModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

/** An approved learner's 人员编号. */
async function personnelNo(n: number, name = '陈慧敏'): Promise<string> {
  const { learnerId } = await approvedLearner(server, fixtures, n, { name });
  return (await server.services.learners.get(learnerId))?.personnelNo ?? '';
}
const cards = async (q = '') => (await fixtures.unit.terminals.listCards({ q })).items;

describe('a machine', () => {
  test('gets six digits of its own, and is the unit’s until it is no longer used', async () => {
    const hall = await fixtures.unit.terminals.addTerminal({ name: '学术报告厅1号机' });
    const other = await fixtures.unit.terminals.addTerminal({ name: '学术报告厅2号机' });
    expect(hall).toMatchObject({ code: expect.stringMatching(/^\d{6}$/), lastUploadAt: null });
    expect(other.code).not.toBe(hall.code);
    await expect(fixtures.otherUnit.terminals.removeTerminal({ terminalId: hall.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await fixtures.unit.terminals.removeTerminal({ terminalId: hall.id });
    expect(await fixtures.unit.terminals.listTerminals({})).toMatchObject({ items: [other], total: 1 });
    expect((await fixtures.otherUnit.terminals.listTerminals({})).items).toEqual([]);
  });
});

describe('a card', () => {
  test('is found by name, 人员编号 and number, and its issue is logged', async () => {
    const number = await personnelNo(1);
    const card = await fixtures.unit.terminals.bindCard({ personnelNo: number, cardNo: ' 0a1b2c3d' });
    expect(card).toMatchObject({ cardNo: '0A1B2C3D', name: '陈慧敏', personnelNo: number });
    expect(await cards('慧敏')).toEqual([card]);
    expect(await cards(number)).toEqual([card]);
    expect(await cards('0a1b')).toEqual([card]);
    expect(await cards('.*')).toEqual([]);
    expect((await fixtures.otherUnit.terminals.listCards({})).items).toEqual([]);
    expect(await auditModel(server.platform.mongo).findOne({ action: 'card.bound' })).toMatchObject({
      subject: `learner:${card.learnerId}`,
    });
  });

  test('is only for the unit’s own approved people', async () => {
    const number = await personnelNo(1);
    await register(server, fixtures, 2);
    for (const [client, personnel] of [
      [fixtures.otherUnit, number],
      [fixtures.unit, '1000000099'],
    ] as const) {
      await expect(
        client.terminals.bindCard({ personnelNo: personnel, cardNo: '12345678' }),
      ).rejects.toMatchObject({ code: 'LEARNER_UNKNOWN', field: 'personnelNo' });
    }
  });

  test('that is another’s is refused; a new one replaces the old one', async () => {
    const first = await personnelNo(1);
    const second = await personnelNo(2, '王志强');
    await fixtures.unit.terminals.bindCard({ personnelNo: first, cardNo: '11111111' });
    await expect(
      fixtures.unit.terminals.bindCard({ personnelNo: second, cardNo: '11111111' }),
    ).rejects.toMatchObject({ code: 'CARD_TAKEN', field: 'cardNo' });
    const replaced = await fixtures.unit.terminals.bindCard({ personnelNo: first, cardNo: '22222222' });
    expect(await cards()).toEqual([replaced]);
    // The old one is free again, and what it was is kept.
    await fixtures.unit.terminals.bindCard({ personnelNo: second, cardNo: '11111111' });
    expect(await cardModel(server.platform.mongo).countDocuments({ cardNo: '11111111' })).toBe(2);
  });

  test('given twice at once is given once', async () => {
    const first = await personnelNo(1);
    const second = await personnelNo(2, '王志强');
    const answers = await Promise.allSettled(
      [first, second, first, second].map(async (personnel) =>
        fixtures.unit.terminals.bindCard({ personnelNo: personnel, cardNo: '11111111' }),
      ),
    );
    const holders = new Set(
      answers.flatMap((each) => (each.status === 'fulfilled' ? [each.value.personnelNo] : [])),
    );
    expect(holders.size).toBe(1);
    expect(await cards()).toHaveLength(1);
  });

  test('is taken back by the unit in which the learner is', async () => {
    const number = await personnelNo(1);
    const { id } = await fixtures.unit.terminals.bindCard({ personnelNo: number, cardNo: '11111111' });
    await expect(fixtures.otherUnit.terminals.unbindCard({ cardId: id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await fixtures.unit.terminals.unbindCard({ cardId: id });
    expect(await cards()).toEqual([]);
    await expect(fixtures.unit.terminals.unbindCard({ cardId: id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
