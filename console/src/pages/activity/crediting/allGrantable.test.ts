import { fakeServer } from '../../../../testing/fakeServer';
import { allGrantable, type Need } from './allGrantable';

const ACTIVITY = '1'.repeat(24);
const people = (from: number, count: number, some: object = {}) =>
  Array.from({ length: count }, (_, index) => ({
    learnerId: `learner-${from + index}`,
    effective: true,
    credited: false,
    doubts: [],
    ...some,
  }));

function serve(rows: object[], totalOf: (page: number) => number = () => rows.length) {
  return fakeServer(({ path }) => {
    const query = new URL(path, 'http://a').searchParams;
    const page = Number(query.get('page'));
    const size = Number(query.get('pageSize'));
    return { body: { items: rows.slice((page - 1) * size, page * size), total: totalOf(page) } };
  });
}

test('gathers everyone over all pages, asking for the effective only', async () => {
  const sent = serve(people(0, 450));
  const { ids } = await allGrantable(ACTIVITY, []);
  expect(ids).toHaveLength(450);
  expect(new Set(ids).size).toBe(450);
  expect(sent).toHaveLength(3);
  for (const { path } of sent) {
    expect(path).toContain(`/api/activities/${ACTIVITY}/attendance?`);
    expect(path).toContain('only=effective');
  }
});

test('leaves out who has been credited', async () => {
  serve([...people(0, 2), ...people(2, 3, { credited: true }), ...people(5, 1, { effective: false })]);
  expect(await allGrantable(ACTIVITY, [])).toEqual({ ids: ['learner-0', 'learner-1'], doubted: 0 });
});

test('leaves out who is in doubt, and says how many those are', async () => {
  serve([...people(0, 2), ...people(2, 3, { doubts: ['sharedDevice'] })]);
  expect(await allGrantable(ACTIVITY, [])).toEqual({ ids: ['learner-0', 'learner-1'], doubted: 3 });
});

test('who lacks what the unit asks for is left out, in doubt or not', async () => {
  serve([
    ...people(0, 1, { exam: 'passed', isEvaluated: true }),
    ...people(1, 1, { exam: 'passed', isEvaluated: false }),
    ...people(2, 1, { exam: 'none', isEvaluated: true }),
    ...people(3, 1, { exam: 'failed', isEvaluated: false, doubts: ['sharedDevice'] }),
  ]);
  const chosen = async (...needs: Need[]) => (await allGrantable(ACTIVITY, needs)).ids.join(' ');
  expect(await chosen()).toBe('learner-0 learner-1 learner-2');
  expect(await chosen('exam')).toBe('learner-0 learner-1');
  expect(await chosen('evaluation')).toBe('learner-0 learner-2');
  expect(await allGrantable(ACTIVITY, ['exam', 'evaluation'])).toEqual({ ids: ['learner-0'], doubted: 0 });
});

test('nobody is no error', async () => {
  const sent = serve([]);
  expect(await allGrantable(ACTIVITY, [])).toEqual({ ids: [], doubted: 0 });
  expect(sent).toHaveLength(1);
});

test('ends at an empty page although more were promised', async () => {
  const sent = serve(people(0, 200), () => 1000);
  expect((await allGrantable(ACTIVITY, [])).ids).toHaveLength(200);
  expect(sent).toHaveLength(2);
});
