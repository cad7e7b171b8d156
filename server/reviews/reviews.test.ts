/** The review that applications and activities share: the chain, the roles, and a move that is made once. */
import { codesOf, REVIEW_MOVES, REVIEW_STATES } from '@common/terms';
import { Types } from 'mongoose';
import { type ApplicationDoc, applicationModel } from '../areas/applications/model';
import { authorityModel } from '../areas/regions-units/model';
import type { Actor } from '../http/call';
import { completeForm, YEAR } from '../testing/applications';
import { authorityClient } from '../testing/authorities';
import { type Fixtures, startTestServer, type TestServer } from '../testing/harness';
import { createReviews, type GivenMove, type Reviews } from './reviews';

let server: TestServer;
let fixtures: Fixtures;
let reviews: Reviews;
beforeAll(async () => {
  server = await startTestServer();
  reviews = createReviews(server.platform, server.services);
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const Application = () => applicationModel(server.platform.mongo);
const unit = (): Actor => ({ kind: 'unit', id: fixtures.unitId });
const authority = (): Actor => ({ kind: 'authority', id: fixtures.authorityId });

async function put(given: Partial<ApplicationDoc> = {}): Promise<ApplicationDoc> {
  const created = await Application().create({
    unitId: new Types.ObjectId(fixtures.unitId),
    kind: 'application',
    level: 'city',
    year: YEAR,
    form: completeForm(),
    createdAt: new Date(server.clock.now()),
    updatedAt: new Date(server.clock.now()),
    state: 'draft',
    steps: await reviews.chainFor(fixtures.unitId, 'city'),
    ...given,
  });
  return created.toObject();
}
const move = async (doc: ApplicationDoc, given: GivenMove) => reviews.move(Application(), doc, given);
/** In a state as it comes about: waiting for the step that is given. */
const inState = async (state: ApplicationDoc['state'], step = 1) => {
  const steps = await reviews.chainFor(fixtures.unitId, 'city');
  return put({ state, step, steps, ...(state === 'waiting' && { waitingFor: steps[step]?.ownerId }) });
};

describe('the chain', () => {
  const chain = async (level: 'national' | 'province' | 'city' | 'county') =>
    (await reviews.chainFor(fixtures.unitId, level)).map(({ step, ownerName }) => `${step} ${ownerName}`);
  const setChain = async (steps: string[]) =>
    authorityModel(server.platform.mongo).updateOne(
      { _id: fixtures.authorityId },
      { $set: { 'settings.reviewChains': { city: steps } } },
    );

  test('the nearest authority above stands in for a level that has none', async () => {
    expect(await chain('county')).toEqual(['unit 漯河市中心医院', 'county 漯河市卫生健康委员会']);
    await authorityClient(server, '411102');
    expect(await chain('county')).toEqual(['unit 漯河市中心医院', 'county 卫健委411102']);
  });

  test('nobody reviews twice', async () => {
    await setChain(['unit', 'county', 'city']);
    expect(await chain('city')).toEqual(['unit 漯河市中心医院', 'county 漯河市卫生健康委员会']);
  });

  test('what must go higher than there are authorities cannot be handed in', async () => {
    await expect(chain('province')).rejects.toMatchObject({ code: 'NO_REVIEWER' });
    await authorityClient(server, '');
    expect(await chain('province')).toEqual(['unit 漯河市中心医院', 'province 卫健委']);
  });

  test('of a unit that does not exist there is none', async () => {
    await expect(reviews.chainFor('0'.repeat(24), 'city')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('who may do what', () => {
  const others = (): Actor[] => [
    { kind: 'unit', id: fixtures.otherUnitId },
    { kind: 'authority', id: String(new Types.ObjectId()) },
    // The same id under another kind is somebody else.
    { kind: 'authority', id: fixtures.unitId },
    { kind: 'unit', id: fixtures.authorityId },
  ];

  test.each(codesOf(REVIEW_STATES))('%s: what is offered is done, everything else refused', async (state) => {
    for (const actor of [unit(), authority(), ...others()]) {
      for (const each of codesOf(REVIEW_MOVES)) {
        if (each === 'remove') {
          continue;
        }
        const doc = await inState(state);
        const isOffered = reviews.movesOf(doc, actor).includes(each);
        const done = await move(doc, { move: each, actor, reason: '原因' }).catch(({ code }) => code);
        expect([state, actor.kind, each, done === 'MOVE_REFUSED']).toEqual([
          state,
          actor.kind,
          each,
          !isOffered,
        ]);
      }
    }
  });

  test('those whom it does not concern have no part in any state', async () => {
    for (const state of codesOf(REVIEW_STATES)) {
      const doc = await inState(state);
      expect(others().flatMap((actor) => reviews.roleOf(doc, actor))).toEqual([]);
    }
  });

  test('the unit at its own step both reviews and applies', async () => {
    expect(reviews.roleOf(await inState('waiting', 0), unit())).toEqual(['applicant', 'reviewer']);
    expect(reviews.roleOf(await inState('waiting', 1), unit())).toEqual(['applicant']);
    expect(reviews.roleOf(await inState('waiting', 1), authority())).toEqual(['reviewer', 'publisher']);
  });
});

describe('a move', () => {
  test('leaves who, when, why, and hands it on', async () => {
    const submitted = await move(await put(), { move: 'submit', actor: unit() });
    expect(submitted).toMatchObject({ state: 'waiting', step: 0, version: 1 });
    expect(String(submitted.waitingFor)).toBe(fixtures.unitId);
    server.clock.pass(1000);
    const passed = await move(submitted, { move: 'pass', actor: unit(), reason: ' 同意 ' });
    expect(passed).toMatchObject({ state: 'waiting', step: 1, version: 2 });
    expect(String(passed.waitingFor)).toBe(fixtures.authorityId);
    expect(passed.decidedAt).toEqual(new Date(server.clock.now()));
    expect(passed.moves.at(-1)).toMatchObject({
      move: 'pass',
      at: new Date(server.clock.now()),
      byName: '漯河市中心医院',
      reason: '同意',
    });
    const approved = await move(passed, { move: 'pass', actor: authority() });
    expect(approved).toMatchObject({ state: 'approved', step: 1 });
    expect(approved.waitingFor).toBeUndefined();
  });

  test('is made once, however many make it at once', async () => {
    const doc = await inState('waiting');
    const outcomes = await Promise.allSettled(
      (['pass', 'return', 'reject', 'pass', 'reject'] as const).map(async (each) =>
        move(doc, { move: each, actor: authority(), reason: '原因' }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') {
        expect(outcome.reason).toMatchObject({ code: 'REVIEW_MOVED' });
      }
    }
    expect((await Application().findById(doc._id).lean())?.moves).toHaveLength(1);
  });

  test('of a version that was not seen is refused', async () => {
    const doc = await inState('waiting');
    await expect(
      move(doc, { move: 'pass', actor: authority(), version: doc.version + 1 }),
    ).rejects.toMatchObject({
      code: 'REVIEW_MOVED',
    });
  });

  test.each(['return', 'reject'] as const)('%s says why', async (each) => {
    const doc = await inState('waiting');
    await expect(move(doc, { move: each, actor: authority(), reason: ' ' })).rejects.toMatchObject({
      code: 'REASON_REQUIRED',
    });
    const pages = [{ page: 'basics', reason: '请补充' }];
    expect((await move(doc, { move: each, actor: authority(), pages })).moves.at(-1)?.pages).toEqual(pages);
  });

  test('in a transaction that fails was never made', async () => {
    const doc = await inState('approved');
    await expect(
      server.platform.mongo.transaction(async (session) => {
        await reviews.move(Application(), doc, { move: 'publish', actor: authority() }, { session });
        throw new Error('the rest failed');
      }),
    ).rejects.toThrow('the rest failed');
    expect((await Application().findById(doc._id).lean())?.state).toBe('approved');
  });
});
