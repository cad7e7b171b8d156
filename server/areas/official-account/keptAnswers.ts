import type { Platform } from '../../platform';

/** How long the rest of a long answer, and a number that was sent alone, are kept. */
export const PAGES_MINUTES = 10;
export const NUMBER_MINUTES = 5;
const MINUTE_MS = 60_000;

/** `下一页`: a page, that there is none any more, or that there was no long answer. */
export type NextPage = { kind: 'page'; text: string } | { kind: 'end' } | { kind: 'none' };

export interface KeptAnswers {
  /** Keeps an answer's pages in place of any before; the first one has been said. `learnerId`: whose they are, null for anybody's. */
  keepPages(openid: string, learnerId: string | null, pages: readonly string[]): Promise<void>;
  /** The page after the last one that was said, to the learner whose they are. */
  nextPage(openid: string, learnerId: string | null): Promise<NextPage>;
  keepNumber(openid: string, idNo: string): Promise<void>;
  /** The number, once. */
  takeNumber(openid: string): Promise<string | null>;
  forget(openid: string): Promise<void>;
}

interface Kept<T> {
  value: T;
  until: number;
}

const TURN = `
if redis.call('exists', KEYS[1]) == 0 then return nil end
return {redis.call('hincrby', KEYS[1], 'said', 1), redis.call('hget', KEYS[1], 'sealed')}`;

/** What is remembered of a sender between two messages: sealed, in Redis, for minutes. */
export function createKeptAnswers(
  { redis, clock, cipher }: Pick<Platform, 'redis' | 'clock' | 'cipher'>,
  account: string,
): KeptAnswers {
  const keyOf = (what: string, openid: string) =>
    `wechat:${account}:${what}:${cipher.hash('openid', openid)}`;
  const pagesKey = (openid: string) => keyOf('pages', openid);
  const numberKey = (openid: string) => keyOf('number', openid);
  const seal = (key: string, value: unknown, minutes: number) =>
    cipher.seal(key, JSON.stringify({ value, until: clock.now() + minutes * MINUTE_MS }));
  function open<T>(key: string, sealed: string): T | null {
    const { value, until }: Kept<T> = JSON.parse(cipher.open(key, sealed));
    return clock.now() <= until ? value : null;
  }

  return {
    async keepPages(openid, learnerId, pages) {
      const key = pagesKey(openid);
      const sealed = seal(key, { learnerId, pages }, PAGES_MINUTES);
      await redis
        .multi()
        .del(key)
        .hset(key, { sealed, said: 0 })
        .pexpire(key, PAGES_MINUTES * MINUTE_MS)
        .exec();
    },
    async nextPage(openid, learnerId) {
      const key = pagesKey(openid);
      const found = (await redis.eval(TURN, 1, key)) as [page: number, sealed: string] | null;
      const kept = found && open<{ learnerId: string | null; pages: string[] }>(key, found[1]);
      // Bound to another one, or released, since.
      if (!found || !kept || (kept.learnerId !== null && kept.learnerId !== learnerId)) {
        return { kind: 'none' };
      }
      const text = kept.pages[found[0]];
      return text === undefined ? { kind: 'end' } : { kind: 'page', text };
    },
    async keepNumber(openid, idNo) {
      const key = numberKey(openid);
      await redis.set(key, seal(key, idNo, NUMBER_MINUTES), 'PX', NUMBER_MINUTES * MINUTE_MS);
    },
    async takeNumber(openid) {
      const key = numberKey(openid);
      const [got] = (await redis.multi().get(key).del(key).exec()) ?? [];
      const sealed = got?.[1];
      return typeof sealed === 'string' ? open<string>(key, sealed) : null;
    },
    async forget(openid) {
      await redis.del(pagesKey(openid), numberKey(openid));
    },
  };
}
