/** 找活动: what is open, by what one looks for, near and soon. */
import type { Client } from '@common/contract/client';
import { hallOf, morning, openActivity } from '../../testing/enrolments';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { activityModel } from '../activities/model';

let server: TestServer;
let fixtures: Fixtures;
let client: Client;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  const [learner] = await hallOf(server, fixtures, 1);
  client = learner?.client ?? server.client();
});
afterAll(async () => server.stop());

/** 漯河市中心医院, and places so many kilometres north of it. */
const HERE = { longitude: 114.0165, latitude: 33.5815 };
const north = (kilometres: number) => ({ ...HERE, latitude: HERE.latitude + kilometres / 111.195 });
const open = async (given: Parameters<typeof openActivity>[2]) => openActivity(server, fixtures, given);
const found = async (search: Parameters<Client['enrolments']['findActivities']>[0]) =>
  (await client.enrolments.findActivities(search)).items.map(({ id }) => id);

test('the soonest first, today’s included, without what is over', async () => {
  await open({ periods: [morning(-1)] });
  const later = await open({ periods: [morning(8)] });
  const running = await open({ periods: [morning(-1), morning(2)] });
  expect(await found({})).toEqual([running, fixtures.activityId, later]);
  expect(await client.enrolments.findActivities({ page: 2, pageSize: 2 })).toMatchObject({
    total: 3,
    page: 2,
    items: [{ id: later, regionName: '河南省 漯河市 源汇区', unitName: '漯河市中心医院', distance: null }],
  });
});

test('by words, discipline, level, region and days', async () => {
  const heart = await open({
    name: '冠心病介入治疗新进展',
    discipline: '临床内科学/心血管病学',
    leader: '王志强',
    periods: [morning(5)],
  });
  const lungs = await open({
    name: '慢阻肺规范诊疗（COPD）',
    discipline: '临床内科学/呼吸病学',
    level: 'province',
    periods: [morning(10), morning(12)],
  });
  const away = await open({ name: '基层全科能力提升', unitId: fixtures.otherUnitId, periods: [morning(20)] });
  const [fromFive, toTwelve] = ['2026-11-26', '2026-12-03'];
  for (const [search, ids] of [
    [{ q: '冠心病' }, [heart]],
    [{ q: '王志强' }, [heart]],
    [{ q: 'copd' }, [lungs]],
    [{ q: '宜章县' }, [away]],
    [{ q: '没有这样的' }, []],
    [{ q: '（.*' }, []],
    [{ discipline: '03' }, [heart, lungs]],
    [{ discipline: '0302' }, [lungs]],
    [{ level: 'province' }, [lungs]],
    [{ region: '43' }, [away]],
    [{ region: '4111', discipline: '03', level: 'city' }, [heart]],
    [{ from: fromFive, to: fromFive }, [heart]],
    [{ from: '2026-12-02' }, [lungs, away]],
    [{ from: fromFive, to: toTwelve }, [heart, lungs]],
    // Between its two days it is not held.
    [{ from: '2026-12-02', to: '2026-12-02' }, []],
  ] as const) {
    expect({ search, ids: await found(search) }).toEqual({ search, ids });
  }
});

test('near me: the nearest first with the metres, those that are on no map last', async () => {
  const far = await open({ point: north(700), periods: [morning(1)] });
  const near = await open({ point: north(3), periods: [morning(9)] });
  const here = await open({ point: HERE, periods: [morning(5)] });
  const next = await open({ point: north(60), periods: [morning(2)] });
  const { items, total } = await client.enrolments.findActivities({ ...HERE, pageSize: 10 });
  expect(total).toBe(5);
  expect(
    items.map(({ id, distance }) => [id, distance === null ? null : Math.round(distance / 100)]),
  ).toEqual([
    [here, 0],
    [near, 30],
    [next, 600],
    [far, 7000],
    [fixtures.activityId, null],
  ]);
  // Page by page it is the same list.
  const paged = await Promise.all([1, 2, 3, 4].map(async (page) => found({ ...HERE, page, pageSize: 2 })));
  expect(paged).toEqual([[here, near], [next, far], [fixtures.activityId], []]);
});

test('half a place is refused, and so is what is no discipline', async () => {
  await expect(client.enrolments.findActivities({ longitude: 114 })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'latitude',
    message: '位置不完整',
  });
  await expect(client.enrolments.findActivities({ discipline: '3' })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'discipline',
  });
});

test('no search looks at every activity that there ever was', async () => {
  const Activity = activityModel(server.platform.mongo);
  await Activity.createIndexes();
  const plans: string[] = [];
  const find = Activity.find.bind(Activity);
  const spy = jest.spyOn(Activity, 'find').mockImplementation(((filter: object, ...rest: never[]) => {
    // The others look up by _id.
    if ('state' in filter) {
      plans.push(JSON.stringify(filter));
    }
    return find(filter, ...rest);
  }) as never);
  await found({});
  await found({ q: '护理', region: '41', from: '2026-11-22' });
  await found({ ...HERE });
  spy.mockRestore();
  expect(plans.length).toBeGreaterThan(5);
  for (const plan of plans) {
    const filter = JSON.parse(plan, (key, value) =>
      key === '$gte' && typeof value === 'string' && value.includes('T') ? new Date(value) : value,
    );
    const explained = JSON.stringify(await find(filter).explain('queryPlanner'));
    expect({ plan, scan: /COLLSCAN/.test(explained) }).toEqual({ plan, scan: false });
  }
});
