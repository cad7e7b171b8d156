import { randomBytes, randomInt } from 'node:crypto';

/** The only source of time in the server; tests inject their own. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}
export const systemClock: Clock = { now: () => Date.now() };

/** The only source of randomness in the server. */
export interface Random {
  bytes(length: number): Buffer;
  /** A uniform integer in [0, below). */
  int(below: number): number;
}
export const systemRandom: Random = {
  bytes: (length) => randomBytes(length),
  int: (below) => randomInt(below),
};
