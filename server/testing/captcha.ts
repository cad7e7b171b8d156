import { createHash } from 'node:crypto';
import type { TestServer } from './harness';

type Puzzle = Awaited<ReturnType<ReturnType<TestServer['client']>['accounts']['captcha']>>;

/** The number that a puzzle asks for, found as a client does. */
export function solve({ challenge, salt, maxNumber }: Puzzle): number {
  for (let number = 0; number <= maxNumber; number += 1) {
    if (createHash('sha256').update(`${salt}${number}`).digest('hex') === challenge) {
      return number;
    }
  }
  throw new Error('a puzzle without a solution');
}

/** Base64 of JSON, as the endpoints take it. */
export const encode = (payload: object) => Buffer.from(JSON.stringify(payload)).toString('base64');

/** Fetches a puzzle and solves it. */
export async function solvedCaptcha(server: TestServer): Promise<string> {
  const puzzle = await server.client().accounts.captcha({});
  const { algorithm, challenge, salt, signature } = puzzle;
  return encode({ algorithm, challenge, number: solve(puzzle), salt, signature });
}
