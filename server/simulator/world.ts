import { createAccounts, MAIN_KEY, type OfficialAccountOptions, type SimulatedAccount } from './accounts';
import { type Contacts, createContacts, type Rules } from './contacts';
import { type Codes, createCodes, createTokens, type Tokens } from './credentials';
import { createFaults, type Faults } from './faults';
import { createInboxes, type Inboxes } from './inboxes';
import { createPersonas, type Personas } from './personas';
import { createQrs, type Qrs } from './qrs';

export interface SimulatorOptions {
  /** 0 takes a free one. */
  port: number;
  /** Our server's address; may be given later by `setAppUrl`. */
  appUrl: string;
  miniprogram: { appId: string; secret: string };
  officialAccount: OfficialAccountOptions & { name?: string };
  /** Further official accounts beside the main one. */
  otherAccounts?: readonly (OfficialAccountOptions & { key: string; name: string })[];
  /** How strict WeChat is; may be changed while it runs. */
  rules?: Partial<Rules>;
  log: { info(fields: object, text: string): void; warn(fields: object, text: string): void };
  now?: () => number;
  /** How long WeChat waits for a passive reply. */
  answerTimeoutMs?: number;
}

/** Everything that the simulated WeChat knows. */
export interface World {
  apps: Pick<SimulatorOptions, 'miniprogram' | 'officialAccount'>;
  /** The main one first. */
  accounts: readonly SimulatedAccount[];
  rules: Rules;
  contacts: Contacts;
  qrs: Qrs;
  appUrl: string;
  answerTimeoutMs: number;
  personas: Personas;
  codes: Codes;
  tokens: Tokens;
  inboxes: Inboxes;
  faults: Faults;
  /** As the last menu/create gave it, by the account's key. */
  menus: Map<string, object>;
  /** Deliveries that nobody waits for. */
  underway: Set<Promise<unknown>>;
  log: SimulatorOptions['log'];
  now(): number;
}

/** One of the accounts by its key; the main one without a key. */
export const findAccount = ({ accounts }: World, key: string = MAIN_KEY): SimulatedAccount | undefined =>
  accounts.find((account) => account.key === key);

export function createWorld(options: SimulatorOptions): World {
  const { miniprogram, officialAccount, appUrl, log, now = Date.now, answerTimeoutMs = 5000 } = options;
  const accounts = createAccounts(officialAccount, options.otherAccounts ?? []);
  const rules: Rules = { hasWindow: false, requiresAccept: false, templates: null, ...options.rules };
  return {
    apps: { miniprogram, officialAccount },
    accounts,
    rules,
    contacts: createContacts(rules, now),
    qrs: createQrs(now),
    appUrl,
    answerTimeoutMs,
    personas: createPersonas({
      ...Object.fromEntries(accounts.map(({ app, appId }) => [app, appId])),
      miniprogram: miniprogram.appId,
      officialAccount: officialAccount.appId,
    }),
    codes: createCodes(now),
    tokens: createTokens(now),
    inboxes: createInboxes(now),
    faults: createFaults(),
    menus: new Map(),
    underway: new Set(),
    log,
    now,
  };
}
