import { setTimeout as delay } from 'node:timers/promises';
import { parseMessage } from '@common/rules/messageGrammar';
import type { Platform } from '../../platform';
import { createCommands } from './commands';
import { createDedupe } from './dedupe';
import { type Answer, createGate, type Query } from './gate';
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

export type OfficialAccountPlatform = Pick<Platform, 'redis' | 'clock' | 'random' | 'cipher'> & {
  log: Pick<Platform['log'], 'info' | 'error'>;
};

type Task = () => Promise<void>;

/** WeChat drops the connection after five seconds. */
const ANSWER_WITHIN_MS = 4000;

export function createOfficialAccount(
  platform: OfficialAccountPlatform,
  config: OfficialAccountConfig,
  ports: OfficialAccountPorts,
  answerWithinMs = ANSWER_WITHIN_MS,
): OfficialAccount {
  const { clock, random, log } = platform;
  const { appId, aesKey, token } = config;
  const gate = createGate({ token, crypto: aesKey ? createMessageCrypto({ aesKey, appId }) : null, clock });
  const dedupe = createDedupe({ ...platform, appId, waitMs: answerWithinMs });
  const answerCommand = createCommands(platform, createRecovery(platform, appId, ports), ports);
  const underway = new Set<Promise<void>>();

  function track(task: Task): void {
    const running = task()
      .catch((error: unknown) => log.error(troubleOf(error), 'official account: background task failed'))
      .finally(() => underway.delete(running));
    underway.add(running);
  }

  function answerTyped(message: Message, typed: string, later: (task: Task) => void): Promise<string> {
    const command = parseMessage(typed);
    log.info({ command: command.kind }, 'official account: command');
    return answerCommand({ openid: message.from, later }, command);
  }

  /** What to say to a message; null for nothing. */
  async function wordsFor(message: Message, later: (task: Task) => void): Promise<string | null> {
    switch (message.msgType) {
      case 'text':
        return answerTyped(message, message.content, later);
      case 'event':
        if (message.event === 'CLICK') {
          return answerTyped(message, message.eventKey, later);
        }
        return message.event === 'subscribe' ? words.welcome(config.name, ports.links) : null;
      default:
        return words.textOnly();
    }
  }

  /** The reply's XML or `success`, at the latest after `answerWithinMs`; then the words follow as a customer message. */
  async function replyTo(message: Message): Promise<string> {
    const tasks: Task[] = [];
    let said: string | null = null;
    const busy = (error: unknown) => {
      log.error(troubleOf(error), 'official account: message failed');
      return words.busy();
    };
    const work = async () => {
      // Trouble is answered and kept as well: a retry must not do the half that was done once more.
      said = await wordsFor(message, (task) => tasks.push(task)).catch(busy);
      return said === null ? SUCCESS : textReply(message, said, clock.now());
    };
    const outcome = dedupe
      .once(message.key, work)
      .catch((error: unknown) => textReply(message, busy(error), clock.now()))
      // Once the answer is on its way, so that nobody can time what these do.
      .finally(() => setImmediate(() => tasks.forEach(track)));
    const reply = await within(outcome, answerWithinMs);
    if (reply === undefined) {
      track(async () => {
        await outcome;
        if (said !== null) {
          await ports.sendText(message.from, said);
        }
      });
    }
    return reply ?? SUCCESS;
  }

  return {
    verify: gate.verify,
    async receive(query, body) {
      const admitted = gate.admit(query, body);
      if ('status' in admitted) {
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
