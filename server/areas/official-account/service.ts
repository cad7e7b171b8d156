import { setTimeout as delay } from 'node:timers/promises';
import type { Platform } from '../../platform';
import { createAnswers, type Said } from './answers';
import { createCommands } from './commands';
import { createDedupe } from './dedupe';
import { type Answer, createGate, type Query } from './gate';
import { createLateAnswers } from './lateAnswers';
import type { Message } from './message';
import { createMessageCrypto } from './messageCrypto';
import type { OfficialAccountPorts } from './ports';
import { createRecovery } from './recovery';
import { encryptReply, SUCCESS, textReply } from './reply';
import { words } from './words';

export interface OfficialAccountConfig {
  /** As people know it: 继教通. */
  name: string;
  appId: string;
  token: string;
  /** With one, only encrypted messages are taken. */
  aesKey: string | null;
}

export interface OfficialAccount {
  /** WeChat's check of the address (GET). */
  verify(query: Query): Answer;
  /** A pushed message (POST). Never throws: what is malformed is 400, what is not WeChat's is 403. */
  receive(query: Query, body: Buffer): Promise<Answer>;
  /** Resolves when everything that was left for after the answers is done; for a graceful stop. */
  settled(): Promise<void>;
}

export type OfficialAccountPlatform = Pick<Platform, 'redis' | 'clock' | 'random' | 'cipher' | 'metrics'> & {
  log: Pick<Platform['log'], 'info' | 'error'>;
};

type Task = () => Promise<void>;
type Outcome = Parameters<OfficialAccountPorts['note']>[0]['outcome'];

/** WeChat drops the connection after five seconds. */
const ANSWER_WITHIN_MS = 4000;

export function createOfficialAccount(
  platform: OfficialAccountPlatform,
  config: OfficialAccountConfig,
  ports: OfficialAccountPorts,
  { answerWithinMs = ANSWER_WITHIN_MS, leaseMs }: { answerWithinMs?: number; leaseMs?: number } = {},
): OfficialAccount {
  const { clock, random, log, metrics } = platform;
  const { appId, aesKey, token } = config;
  const gate = createGate({ token, crypto: aesKey ? createMessageCrypto({ aesKey, appId }) : null, clock });
  const dedupe = createDedupe({ ...platform, appId, leaseMs });
  const answerCommand = createCommands(platform, createRecovery(platform, appId, ports), ports);
  const answerTo = createAnswers(platform, config, ports, answerCommand);
  const sendLate = createLateAnswers(platform, appId, ports);
  const underway = new Set<Promise<void>>();

  function track(task: Task): void {
    const running = task()
      .catch((error: unknown) => log.error(troubleOf(error), 'official account: background task failed'))
      .finally(() => underway.delete(running));
    underway.add(running);
  }

  function note(message: Message, command: string, outcome: Outcome, since: number): void {
    metrics.messages.inc({ outcome });
    const { from: openid, msgType, event, content } = message;
    const at = new Date(since);
    const tookMs = clock.now() - since;
    ports.note({ openid, msgType, ...(event && { event }), content, command, outcome, tookMs, at });
  }

  /** The reply's XML or `success`, at the latest after `answerWithinMs`; then the words follow as a customer message. */
  async function replyTo(message: Message): Promise<string> {
    const since = clock.now();
    const tasks: Task[] = [];
    let said: Said = { command: message.meaning.kind, words: null };
    let isTrouble = false;
    const busy = (error: unknown) => {
      log.error(troubleOf(error), 'official account: message failed');
      isTrouble = true;
      return textReply(message, words.busy(), clock.now());
    };
    const work = async () => {
      try {
        said = await answerTo(message, (task) => tasks.push(task));
        return said.words === null ? SUCCESS : textReply(message, said.words, clock.now());
      } catch (error) {
        // Trouble is answered and kept as well: a retry must not do the half that was done once more.
        said = { ...said, words: words.busy() };
        return busy(error);
      }
    };
    const noted = (outcome: Outcome) => note(message, said.command, isTrouble ? 'failed' : outcome, since);

    if (message.meaning.kind === 'silent') {
      noted('silent');
      return SUCCESS;
    }
    const outcome = dedupe
      .once(message.key, work)
      .catch((error: unknown) => {
        // Where that took too long, it must be said all the same.
        said = { ...said, words: words.busy() };
        return { answer: busy(error), isOwn: true };
      })
      // Once the answer is on its way, so that nobody can time what these do.
      .finally(() => setImmediate(() => tasks.forEach(track)));
    const inTime = await within(outcome, answerWithinMs);
    if (inTime === undefined) {
      track(async () => {
        if ((await outcome)?.isOwn) {
          await answerLate(message, said, noted);
        }
      });
    } else if (inTime?.isOwn) {
      noted(inTime.answer === SUCCESS ? 'silent' : 'answered');
    }
    return inTime?.answer ?? SUCCESS;
  }

  async function answerLate(message: Message, said: Said, noted: (outcome: Outcome) => void): Promise<void> {
    let isSent = said.words === null;
    try {
      isSent ||= await sendLate(message, said.words ?? '');
    } finally {
      noted(isSent ? 'late' : 'failed');
    }
  }

  return {
    verify: gate.verify,
    async receive(query, body) {
      const admitted = gate.admit(query, body);
      if ('status' in admitted) {
        metrics.messages.inc({ outcome: 'refused' });
        return admitted;
      }
      const { message, safe } = admitted;
      const reply = await replyTo(message);
      const sealed = safe && { ...safe, token, now: clock.now(), random16: random.bytes(16) };
      return { status: 200, body: sealed ? encryptReply(reply, sealed) : reply };
    },
    async settled() {
      do {
        await Promise.all(underway);
        await new Promise(setImmediate);
      } while (underway.size > 0);
    },
  };
}

/** What `promise` gives, undefined when that takes longer. */
async function within<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  const stop = new AbortController();
  const late = delay(ms, undefined, { signal: stop.signal }).catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    stop.abort();
  }
}

/** An error for the log without its words, which may hold what was typed. */
function troubleOf(error: unknown): object {
  const { name, code, stack }: Error & { code?: unknown } = error instanceof Error ? error : new Error();
  return { error: name, code, at: /^\s+at .+:\d+:\d+\)?$/m.exec(stack ?? '')?.[0].trim() };
}
