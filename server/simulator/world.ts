import { type Codes, createCodes, createTokens, type Tokens } from './credentials';
import { createFaults, type Faults } from './faults';
import { createInboxes, type Inboxes } from './inboxes';
import { createPersonas, type Personas } from './personas';

export interface SimulatorOptions {
  /** 0 takes a free one. */
  port: number;
  /** Our server's address; may be given later by `setAppUrl`. */
  appUrl: string;
  miniprogram: { appId: string; secret: string };
  officialAccount: { appId: string; secret: string; token: string; aesKey: string | null };
  log: { info(fields: object, text: string): void; warn(fields: object, text: string): void };
  now?: () => number;
  /** How long WeChat waits for a passive reply. */
  answerTimeoutMs?: number;
}

/** Everything that the simulated WeChat knows. */
export interface World {
  apps: Pick<SimulatorOptions, 'miniprogram' | 'officialAccount'>;
  appUrl: string;
  answerTimeoutMs: number;
  personas: Personas;
  codes: Codes;
  tokens: Tokens;
  inboxes: Inboxes;
  faults: Faults;
  /** As the last menu/create gave it. */
  menu: unknown;
  log: SimulatorOptions['log'];
  now(): number;
}

export function createWorld(options: SimulatorOptions): World {
  const { miniprogram, officialAccount, appUrl, log, now = Date.now, answerTimeoutMs = 5000 } = options;
  return {
    apps: { miniprogram, officialAccount },
    appUrl,
    answerTimeoutMs,
    personas: createPersonas({ miniprogram: miniprogram.appId, officialAccount: officialAccount.appId }),
    codes: createCodes(now),
    tokens: createTokens(now),
    inboxes: createInboxes(now),
    faults: createFaults(),
    menu: null,
    log,
    now,
  };
}
