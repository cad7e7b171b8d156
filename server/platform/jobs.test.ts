import { testStores } from '../testing/stores';
import { ATTEMPTS, createJobs, type Jobs } from './jobs';
import { createLog } from './log';
import { connectRedis } from './redis';

const stores = testStores();
const lines: string[] = [];
const log = createLog('debug', { write: (line: string) => void lines.push(line) });
const open: Jobs<unknown>[] = [];
let number = 0;

/** A queue of its own, retrying after 2 ms. */
function start<T>(work: (data: T) => Promise<unknown>, name = `test${++number}`): Jobs<T> {
  const jobs = createJobs<T>(name, () => connectRedis(stores.redisUrl, log, true), log, work, 2);
  open.push(jobs as Jobs<unknown>);
  return jobs;
}
async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 1_000) {
      throw new Error('it never came to hold');
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 150));

afterEach(async () => {
  await Promise.all(open.splice(0).map((jobs) => jobs.stop()));
  await stores.reset();
  lines.length = 0;
});
afterAll(async () => stores.close());

test('the handler gets what was added', async () => {
  const got: unknown[] = [];
  const jobs = start(async (data: { key: string; n: number }) => void got.push(data));
  await jobs.add('a', { key: 'a', n: 1 });
  await jobs.add('b', { key: 'b', n: 2 });
  await until(() => got.length === 2);
  expect(got).toEqual(
    expect.arrayContaining([
      { key: 'a', n: 1 },
      { key: 'b', n: 2 },
    ]),
  );
});

test('one key is one job, however often and on however many processes it is added, until it is done', async () => {
  const got: string[] = [];
  let open = () => undefined as unknown;
  const gate = new Promise((resolve) => {
    open = () => resolve(null);
  });
  const work = async (key: string) => {
    await gate;
    got.push(key);
  };
  const one = start(work, 'shared');
  const two = start(work, 'shared');
  await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? one : two).add('same', 'same')));
  await two.addMany(['same', 'other'].map((key) => ({ key, data: key })));
  await settle();
  open();
  await until(() => got.length >= 2);
  await settle();
  expect(got.sort()).toEqual(['other', 'same']);
  await one.add('same', 'same');
  await until(() => got.length === 3);
});

test('work that is wanted again later comes again, and that is no failure', async () => {
  let tries = 0;
  const jobs = start(async () => {
    tries += 1;
    return tries < 12 ? 5 : null;
  });
  await jobs.add('a', {});
  await until(() => tries === 12);
  await settle();
  expect(tries).toBe(12);
  expect(lines.filter((line) => line.includes('job failed'))).toEqual([]);
});

test('patient ones make way', async () => {
  const got: string[] = [];
  const jobs = start(async (key: string) => {
    got.push(key);
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
  const many = Array.from({ length: 200 }, (_, n) => `patient${n}`);
  await jobs.addMany(
    many.map((key) => ({ key, data: key })),
    true,
  );
  await jobs.add('one', 'one');
  await until(() => got.length === many.length + 1);
  expect(got.indexOf('one')).toBeLessThan(many.length / 2);
});

test('a failure is tried again until it works', async () => {
  let tries = 0;
  const jobs = start(async () => {
    tries += 1;
    if (tries < 4) {
      throw new Error('微信服务暂时不可用');
    }
  });
  await jobs.add('a', {});
  await until(() => tries === 4);
  await settle();
  expect(tries).toBe(4);
  expect(lines.filter((line) => line.includes('job failed'))).toHaveLength(3);
});

test('what failed for good is tried once more when it is added again', async () => {
  let [tries, isDown] = [0, true];
  const jobs = start(async () => {
    tries += 1;
    if (isDown) {
      throw new Error('down');
    }
  });
  await jobs.add('a', {});
  await until(() => lines.filter((line) => line.includes('job failed')).length === ATTEMPTS);
  await settle();
  expect(tries).toBe(ATTEMPTS);
  isDown = false;
  await jobs.add('a', {});
  await until(() => tries === ATTEMPTS + 1);
  await settle();
  expect(tries).toBe(ATTEMPTS + 1);
});

test('stopping waits for the job at work, and the rest waits for the next process', async () => {
  const done: string[] = [];
  let begun = false;
  const first = start(async (key: string) => {
    begun = true;
    await new Promise((resolve) => setTimeout(resolve, 100));
    done.push(key);
  }, 'handover');
  await first.add('slow', 'slow');
  await until(() => begun);
  await first.stop();
  open.length = 0;
  expect(done).toEqual(['slow']);

  const second = start(async (key: string) => void done.push(key), 'handover');
  await second.add('next', 'next');
  await until(() => done.length === 2);
  expect(done).toEqual(['slow', 'next']);
});
