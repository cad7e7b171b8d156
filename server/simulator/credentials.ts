/** What the simulated WeChat hands out and takes back: one-time codes and access tokens. */
import { randomBytes } from 'node:crypto';
import type { Persona, SimulatedApp } from './personas';

export type CodePurpose = SimulatedApp | 'phone';
/** A code as WeChat judges it: whose it is, or why not (errcode). */
export type Redeemed = { persona: Persona } | { errcode: 40029 | 40163 };

const CODE_MS = 5 * 60_000;
const TOKEN_SECONDS = 7200;

export interface Codes {
  issue(purpose: CodePurpose, persona: Persona): string;
  redeem(purpose: CodePurpose, code: string): Redeemed;
}

/** Codes are good once, for five minutes, for what they were issued for. */
export function createCodes(now: () => number): Codes {
  const codes = new Map<string, { purpose: CodePurpose; persona: Persona; until: number; isUsed: boolean }>();
  return {
    issue(purpose, persona) {
      const code = `0${randomBytes(24).toString('base64url')}`.slice(0, 32);
      codes.set(code, { purpose, persona, until: now() + CODE_MS, isUsed: false });
      return code;
    },
    redeem(purpose, code) {
      const entry = codes.get(code);
      if (!entry || entry.purpose !== purpose || entry.until < now()) {
        return { errcode: 40029 };
      }
      if (entry.isUsed) {
        return { errcode: 40163 };
      }
      entry.isUsed = true;
      return { persona: entry.persona };
    },
  };
}

export interface Tokens {
  /** `stable` gives the same one while it is valid unless forced; the plain one is new each time and kills the one before. */
  issue(app: SimulatedApp, kind: 'plain' | 'stable', force: boolean): { value: string; expiresIn: number };
  isValid(app: SimulatedApp, token: string): boolean;
  /** Whose valid token it is. */
  ownerOf(token: string): SimulatedApp | null;
}

export function createTokens(now: () => number): Tokens {
  const tokens = new Map<string, { app: SimulatedApp; value: string; until: number }>();
  const ownerOf = (token: string) =>
    [...tokens.values()].find(({ value, until }) => value === token && until > now())?.app ?? null;
  return {
    issue(app, kind, force) {
      const current = tokens.get(`${app} ${kind}`);
      if (kind === 'stable' && !force && current && current.until > now()) {
        return { value: current.value, expiresIn: Math.ceil((current.until - now()) / 1000) };
      }
      const value = `99_${randomBytes(60).toString('base64url')}`;
      tokens.set(`${app} ${kind}`, { app, value, until: now() + TOKEN_SECONDS * 1000 });
      return { value, expiresIn: TOKEN_SECONDS };
    },
    isValid: (app, token) => ownerOf(token) === app,
    ownerOf,
  };
}
