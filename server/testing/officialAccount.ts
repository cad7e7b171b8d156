/** For tests: an official account on a real Redis with learners in memory and a clock that the test turns. */
import { createHash, randomBytes } from 'node:crypto';
import Koa from 'koa';
import type { CommandPorts } from '../areas/official-account/commandPorts';
import { createMessageCrypto } from '../areas/official-account/messageCrypto';
import type { LearnerCredits, OfficialAccountPorts } from '../areas/official-account/ports';
import { officialAccountRoutes } from '../areas/official-account/routes';
import {
  createOfficialAccount,
  type OfficialAccount,
  type OfficialAccountConfig,
} from '../areas/official-account/service';
import { signatureOf } from '../areas/official-account/signature';
import { cdata, parseXml } from '../areas/official-account/xml';
import { createCipher } from '../platform/cipher';
import { systemRandom } from '../platform/clock';
import { createMetrics } from '../platform/metrics';
import { openTestRedis, silentLog, testAccounts } from './simulatedWechat';

interface TestLearner {
  learnerId: string;
  name: string;
  idNo: string;
  personnelNo: string;
  hasPhone: boolean;
  openid?: string;
}

/** Learners with valid numbers; the first is bound, the second is not, the third has no phone. */
const LEARNERS: readonly TestLearner[] = [
  {
    learnerId: 'l1',
    name: '陈慧敏',
    idNo: '11010519491231002X',
    personnelNo: '1627120049',
    hasPhone: true,
    openid: 'oBound',
  },
  { learnerId: 'l2', name: '王志强', idNo: '150122199010194636', personnelNo: '1627120050', hasPhone: true },
  { learnerId: 'l3', name: '李雪梅', idNo: '34052419800101001X', personnelNo: '1627120051', hasPhone: false },
];

interface Incoming {
  openid?: string;
  msgId?: string;
  /** Seconds. */
  createTime?: number;
  /** Instead of a text: `<MsgType>…` and what follows. */
  rest?: string;
}

export function openOfficialAccount(
  more: {
    aesKey?: string | null;
    answerWithinMs?: number;
    leaseMs?: number;
    config?: OfficialAccountConfig;
  } = {},
) {
  const redis = openTestRedis();
  const { token, appId, aesKey } = testAccounts().officialAccount;
  const config = more.config ?? {
    name: '继教通',
    appId,
    token,
    aesKey: more.aesKey === undefined ? aesKey : more.aesKey,
  };
  const clock = { time: 1_800_000_000_000, now: () => clock.time };
  const cipher = createCipher(
    {
      DATA_KEYS: [{ kid: 'k1', key: Buffer.alloc(32, 1) }],
      // A test's own: what is counted by number is counted for all accounts of a server.
      INDEX_KEY: createHash('sha256').update(config.appId).digest(),
    },
    systemRandom,
  );
  const calls = {
    passwords: [] as string[],
    told: [] as string[],
    sms: [] as { learnerId: string; code: string }[],
    audit: [] as { action: string; actor: string; subject: string | null }[],
    texts: [] as { openid: string; text: string }[],
    scenes: [] as { openid: string; scene: string }[],
    follows: [] as { openid: string; isFollowing: boolean }[],
    delivered: [] as { messageId: string; status: string }[],
    notes: [] as Parameters<OfficialAccountPorts['note']>[0][],
    logs: [] as string[],
  };
  const logged = (...args: unknown[]) => void calls.logs.push(JSON.stringify(args));
  let credits: LearnerCredits | null = null;
  /** What commands ask of other areas: nothing there, until a test says what is. */
  const commands: CommandPorts = {
    account: 'main',
    unitName: async () => '漯河市中心医院',
    release: async (openid) => openid === 'oBound',
    activities: async () => [],
    missing: async () => ({ items: [], total: 0 }),
    scans: async () => ({ due: [], refused: [] }),
    published: async () => ({ items: [], total: 0 }),
    standards: async () => null,
  };
  const found = (learner: TestLearner | undefined) =>
    learner ? { learnerId: learner.learnerId, hasPhone: learner.hasPhone } : null;

  const ports: OfficialAccountPorts = {
    learnerOf: async (openid) => LEARNERS.find((learner) => learner.openid === openid) ?? null,
    findByIdNo: async (idNo) => found(LEARNERS.find((learner) => learner.idNo === idNo)),
    findByPersonnelNo: async (personnelNo, last4) =>
      found(LEARNERS.find((one) => one.personnelNo === personnelNo && one.idNo.endsWith(last4))),
    async isHis(learnerId, claim) {
      const { idNo = '', personnelNo } = LEARNERS.find((learner) => learner.learnerId === learnerId) ?? {};
      return 'idNo' in claim
        ? claim.idNo === idNo
        : claim.personnelNo === personnelNo && idNo.endsWith(claim.last4);
    },
    async tellIssued(learnerId) {
      calls.told.push(learnerId);
    },
    async issueOneTimePassword(learnerId) {
      const password = `P${randomBytes(4).toString('hex')}`;
      calls.passwords.push(learnerId);
      return { userName: `user-${learnerId}`, password, minutes: 10 };
    },
    async sendRecoveryCode(learnerId, code) {
      calls.sms.push({ learnerId, code });
    },
    async credits(_, year) {
      if (!credits) {
        throw new Error('no credits for 11010519491231002X');
      }
      return { ...credits, year: year ?? credits.year };
    },
    ...commands,
    async redeemScene(openid, scene) {
      calls.scenes.push({ openid, scene });
      return scene === 'bRGHT2345' ? { kind: 'bound', learnerId: 'l2', name: '王志强' } : { kind: 'unknown' };
    },
    async follow(openid, isFollowing) {
      calls.follows.push({ openid, isFollowing });
    },
    async delivered(messageId, status) {
      calls.delivered.push({ messageId, status });
    },
    checkInUrl: (scanned) => (/^https:\/\/jjt\.example\/q\/[\w-]{16}$/.test(scanned) ? scanned : null),
    note(entry) {
      calls.notes.push(entry);
    },
    async sendText(openid, text) {
      calls.texts.push({ openid, text });
    },
    async audit(entry) {
      calls.audit.push(entry);
    },
    links: { home: 'https://jjt.example/h5/', register: 'https://jjt.example/h5/register' },
  };
  const platform = {
    redis,
    clock,
    random: systemRandom,
    cipher,
    metrics: createMetrics(),
    log: { ...silentLog, info: logged, error: logged },
  };
  const account: OfficialAccount = createOfficialAccount(platform, config, ports, more);

  const app = new Koa();
  // A malformed request must never come as far as Koa's own handler.
  app.on('error', (error) => calls.logs.push(`UNHANDLED ${String(error)}`));
  app.use(officialAccountRoutes(new Map([['main', account]])).routes());

  let counter = 0;
  const messageXml = (content: string, { openid = 'oStranger', msgId, createTime, rest }: Incoming = {}) => {
    counter += 1;
    return [
      '<xml>',
      `<ToUserName>${cdata('gh_1')}</ToUserName><FromUserName>${cdata(openid)}</FromUserName>`,
      `<CreateTime>${createTime ?? Math.floor(clock.time / 1000)}</CreateTime>`,
      rest ??
        `<MsgType><![CDATA[text]]></MsgType><Content>${cdata(content)}</Content><MsgId>${msgId ?? `7${String(counter).padStart(6, '0')}`}</MsgId>`,
      '</xml>',
    ].join('');
  };

  /** A request as WeChat signs it: the query and the body. */
  function signed(xml: string) {
    const timestamp = String(Math.floor(clock.time / 1000));
    const nonce = String(1_000_000 + counter);
    const query = { signature: signatureOf(config.token, timestamp, nonce), timestamp, nonce };
    if (config.aesKey === null) {
      return { query, body: xml };
    }
    const crypto = createMessageCrypto({ aesKey: config.aesKey, appId: config.appId });
    const encrypted = crypto.encrypt(xml, randomBytes(16));
    const msg_signature = signatureOf(config.token, timestamp, nonce, encrypted);
    return {
      query: { ...query, encrypt_type: 'aes', msg_signature },
      body: `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`,
    };
  }

  /** The reply's fields; null for `success`. */
  function readReply(body: string): Map<string, string> | null {
    if (body === 'success') {
      return null;
    }
    const outer = parseXml(body);
    const encrypted = outer.get('Encrypt');
    if (!encrypted || config.aesKey === null) {
      return outer;
    }
    return parseXml(createMessageCrypto({ aesKey: config.aesKey, appId: config.appId }).decrypt(encrypted));
  }

  return {
    account,
    app,
    calls,
    clock,
    config,
    metrics: platform.metrics,
    ports,
    redis,
    messageXml,
    readReply,
    setCredits: (value: LearnerCredits) => {
      credits = value;
    },
    signed,
    /** Sends a message and answers the reply's text, `success` without one. */
    async say(content: string, incoming: Incoming = {}): Promise<string> {
      const { query, body } = signed(messageXml(content, incoming));
      const answer = await account.receive(query, Buffer.from(body));
      if (answer.status !== 200) {
        throw new Error(`answered ${answer.status}`);
      }
      return readReply(answer.body)?.get('Content') ?? 'success';
    },
    async close() {
      await account.settled();
      redis.disconnect();
    },
  };
}
export type TestAccount = ReturnType<typeof openOfficialAccount>;
