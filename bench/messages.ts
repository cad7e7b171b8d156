/**
 * `npm run bench -- messages`: how much dearer an answer of the official account is than the least that it must do. 200 messages in
 * flight, all different, encrypted as WeChat does: the whole server against the floor (messagesFloorServer.ts) in turns on the same
 * stores. Every answer is decrypted and read afterwards.
 *
 * Options: --json, --messages (a round, 3000), --rounds (3), --width (200), --learners (500), --only N (one kind alone, for profiling).
 */
import { Types } from 'mongoose';
import { identityModel } from '../server/areas/accounts/model';
import { type Bench, openBench, type ServerProcess, startProcess, throwAwayStores } from './bed';
import { fillLedger } from './creditLedger';
import { poster, type Send } from './http';
import { at, figures, line, load, median, rateOf, round } from './load';
import { ACCOUNT, messageXml, openidOf, type Push, readReply, sealed } from './messageTraffic';
import { option, report } from './options';
import { processorMs } from './process';

const MESSAGES = option('messages', 3000);
const ROUNDS = option('rounds', 3);
const WIDTH = option('width', 200);
const LEARNERS = option('learners', 500);
const ONLY = option('only', -1);
const WARM_UP = 1000;
const TOO_LATE_MS = 5_000;
/** The answer after four seconds: the words follow as a customer message. */
const LATER = 'success';
/** Of all years, with `fillLedger`'s twenty to a person. */
const ENTRIES_EACH = 20;

/** What people send, and what every answer to it holds. */
const ASKED: readonly (readonly [text: string, answer: RegExp])[] = [
  ['学分', /I类/],
  ['帮助', /kj 身份证号码/],
  ['在吗', /没有看懂/],
  ['明细', /I类/],
];

const askedBy = (n: number) => ASKED[ONLY >= 0 ? ONLY : n % ASKED.length] ?? ['帮助', /./];

async function main(): Promise<void> {
  Object.assign(process.env, ACCOUNT, { WECHAT_API_URL: 'http://127.0.0.1:9' });
  const stores = await throwAwayStores();
  const bench = await openBench(stores);
  await bindLearners(bench);
  const floor = await startProcess('bench/messagesFloorServer.ts', stores);
  const server = await startProcess('server/main.ts', stores);
  const { send, stop } = poster(WIDTH);
  try {
    const rounds = [];
    const [floorCost, serverCost] = [costOf(floor), costOf(server)];
    // The first round only warms both up.
    for (let n = 0; n <= ROUNDS; n += 1) {
      const count = n === 0 ? WARM_UP : MESSAGES;
      rounds.push(await compare({ count, send, floorUrl: floor.url, serverUrl: server.url }));
    }
    const measured = rounds.slice(1);
    const errors = rounds.reduce((sum, each) => sum + each.errors, 0);
    const over5s = measured.reduce(
      (sum, { answered }) => sum + answered.sorted.filter((ms) => ms >= TOO_LATE_MS).length,
      0,
    );
    const [last] = measured.slice(-1);
    report({
      throughputRatio: round(
        median(measured.map(({ floored, answered }) => rateOf(answered) / rateOf(floored))),
      ),
      p99: round(median(measured.map(({ answered }) => at(answered, 0.99)))),
      over5s,
      late: measured.reduce((sum, each) => sum + each.late, 0),
      errors,
      processorMs: { floor: floorCost(), answer: serverCost() },
      messages: MESSAGES,
      rounds: ROUNDS,
      width: WIDTH,
      ...(last && { floor: figures(last.floored), answer: figures(last.answered) }),
    });
    process.exitCode = errors === 0 && over5s === 0 ? 0 : 1;
  } finally {
    stop();
    await Promise.all([server.stop(), floor.stop()]);
    await bench.stop();
    await stores.stop();
  }
}

/** Tells what one message cost a process since, in milliseconds of its processor time; null where the system does not tell. */
function costOf({ child }: ServerProcess): () => number | null {
  const before = processorMs(child.pid);
  return () => {
    const now = processorMs(child.pid);
    return before === null || now === null ? null : round((now - before) / (WARM_UP + ROUNDS * MESSAGES));
  };
}

/** Learners with credits whose WeChat follows the account. */
async function bindLearners(bench: Bench): Promise<void> {
  const people = await fillLedger(bench, LEARNERS * ENTRIES_EACH, LEARNERS);
  await identityModel(bench.platform.mongo).insertMany(
    people.map((id, n) => ({
      channel: 'officialAccount',
      openid: openidOf(n),
      learnerId: new Types.ObjectId(id),
    })),
  );
}

interface Round {
  count: number;
  send: Send;
  floorUrl: string;
  serverUrl: string;
}

/** One round: the floor, then the server. */
async function compare({ count, send, floorUrl, serverUrl }: Round) {
  let errors = 0;
  const xmlOf = (n: number) => messageXml(openidOf(n % LEARNERS), askedBy(n)[0]);
  const clear = Array.from({ length: count }, (_, n) => xmlOf(n));
  const floored = await load(count, WIDTH, async (n) => {
    const { status } = await send(floorUrl, 'text/xml', clear[n] ?? '');
    errors += status === 200 ? 0 : 1;
  });
  const pushes: Push[] = Array.from({ length: count }, (_, n) => sealed(xmlOf(n)));
  const replies: string[] = [];
  const answered = await load(count, WIDTH, async (n) => {
    const { query = '', body = '' } = pushes[n] ?? {};
    const answer = await send(`${serverUrl}/wechat/messages?${query}`, 'text/xml', body);
    errors += answer.status === 200 ? 0 : 1;
    replies[n] = answer.text;
  });
  const wrong = replies.flatMap((reply, n) => {
    const words = readReply(reply) ?? reply;
    if (words === LATER) {
      return [];
    }
    return askedBy(n)[1].test(words) ? [] : [`${askedBy(n)[0]} -> ${words}`];
  });
  if (wrong[0]) {
    console.error(`没有想到的回答（共${wrong.length}个），如：${wrong[0]}`);
  }
  errors += wrong.length;
  const late = replies.filter((reply) => reply === LATER).length;
  console.error([line('底线', floored), line('公众号', answered)].join('\n'));
  return { floored, answered, errors, late };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
