/**
 * `npm run bench -- exam`: how much dearer the submission of an exam is than the least that it must do. Two thousand learners with
 * open attempts (ten of twenty questions) submit as fast as they are taken, 200 in flight: the whole server against the floor
 * (examFloorServer.ts) in turns on the same stores. What is stored is counted afterwards.
 *
 * Options: --json, --learners (a round, 2000), --rounds (3), --width (200).
 */
import { attemptModel } from '../server/areas/exams/model';
import { openHall } from '../server/testing/hall';
import { type Bench, openBench, startProcess, throwAwayStores } from './bed';
import { beginAttempts, type Candidate, publishPaper } from './examHall';
import { type Post, poster } from './http';
import { at, figures, line, load, median, rateOf, round } from './load';
import { option, report } from './options';

const LEARNERS = option('learners', 2000);
const ROUNDS = option('rounds', 3);
const WIDTH = option('width', 200);
const WARM_UP = 200;

async function main(): Promise<void> {
  const stores = await throwAwayStores();
  const bench = await openBench(stores);
  const floor = await startProcess('bench/examFloorServer.ts', stores);
  const server = await startProcess('server/main.ts', stores);
  const { post, stop } = poster(WIDTH);
  try {
    const hall = await openHall(bench.platform);
    await publishPaper(bench, hall);
    const rounds = [];
    const scores = new Map<string, unknown>();
    let begun = 0;
    // The first round only warms both up.
    for (let n = 0; n <= ROUNDS; n += 1) {
      const people = await beginAttempts(bench, hall, n === 0 ? WARM_UP : LEARNERS, begun);
      begun += people.length;
      rounds.push(await compare({ people, post, floorUrl: floor.url, serverUrl: server.url, scores }));
    }
    const measured = rounds.slice(1);
    const errors = rounds.reduce((sum, each) => sum + each.errors, 0);
    const { lost, doubled } = await countOf(bench, scores, begun);
    const [last] = measured.slice(-1);
    report({
      throughputRatio: round(
        median(measured.map(({ floored, submitted }) => rateOf(submitted) / rateOf(floored))),
      ),
      p99Ratio: round(
        median(measured.map(({ floored, submitted }) => at(submitted, 0.99) / at(floored, 0.99))),
      ),
      errors,
      lost,
      doubled,
      learners: LEARNERS,
      rounds: ROUNDS,
      width: WIDTH,
      ...(last && { floor: figures(last.floored), submit: figures(last.submitted) }),
    });
    process.exitCode = lost === 0 && doubled === 0 && errors === 0 ? 0 : 1;
  } finally {
    stop();
    await Promise.all([server.stop(), floor.stop()]);
    await bench.stop();
    await stores.stop();
  }
}

interface Round {
  people: Candidate[];
  post: Post;
  floorUrl: string;
  serverUrl: string;
  /** Gets the score that each attempt was told. */
  scores: Map<string, unknown>;
}

/** One round: the floor, then all submit. */
async function compare({ people, post, floorUrl, serverUrl, scores }: Round) {
  let errors = 0;
  const submission = (index: number) => {
    const { attemptId = '', answers = [] } = people[index] ?? {};
    return { attemptId, revision: 1, answers };
  };
  const floored = await load(people.length, WIDTH, async (index) => {
    const { status } = await post(floorUrl, submission(index));
    errors += status === 200 ? 0 : 1;
  });
  const submitted = await load(people.length, WIDTH, async (index) => {
    const sent = submission(index);
    const url = `${serverUrl}/api/me/attempts/${sent.attemptId}/submission`;
    const { status, body } = await post(url, sent, people[index]?.token);
    errors += status === 200 ? 0 : 1;
    scores.set(sent.attemptId, body.score);
  });
  console.error([line('底线', floored), line('交卷', submitted)].join('\n'));
  return { floored, submitted, errors };
}

/** Attempts whose stored result is not what their learner was told, and attempts beyond one for each. */
async function countOf({ platform }: Bench, scores: Map<string, unknown>, begun: number) {
  const rows = await attemptModel(platform.mongo).find().lean();
  const kept = rows.filter(({ _id, submittedAt, score }) => submittedAt && score === scores.get(String(_id)));
  return { lost: begun - kept.length, doubled: rows.length - begun };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
