import { testStores } from '../testing/stores';
import { createJobs, type Jobs } from './jobs';
import { createLog } from './log';
import { connectRedis } from './redis';

const stores = testStores();
const lines: string[] = [];
const log = createLog('debug', { write: (line: string) => void lines.push(line) });
const open: Jobs<unknown>[] = [];
let number = 0;

/** A queue of its own, retrying after 20 ms. */
function start<T>(work: (data: T) => Promise<void>, name = `test${++number}`): Jobs<T> {
  const jobs = createJobs<T>(name, () => connectRedis(stores.redisUrl, log, true), log, work, 20);
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

test('one key is one job, however often and on however many processes it is added', async () => {
  const got: string[] = [];
  const work = async (key: string) => void got.push(key);
  const one = start(work, 'shared');
  const two = start(work, 'shared');
  await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? one : two).add('same', 'same')));
  await until(() => got.length > 0);
  await one.add('same', 'same');
  await two.add('other', 'other');
  await until(() => got.includes('other'));
  await settle();
  expect(got.sort()).toEqual(['other', 'same']);
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
  await until(() => lines.filter((line) => line.includes('job failed')).length === 6);
  await settle();
  expect(tries).toBe(6);
  isDown = false;
  await jobs.add('a', {});
  await until(() => tries === 7);
  await jobs.add('a', {});
  await settle();
  expect(tries).toBe(7);
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
