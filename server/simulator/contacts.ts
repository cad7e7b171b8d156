/** How a person stands to an official account: following, when last heard of, what may be sent to him. */

export interface Rules {
  /** Customer-service messages only within WeChat's quota; else always. */
  hasWindow: boolean;
  /** A subscribe message needs a yes of the person's for each; else everybody says yes to all. */
  requiresAccept: boolean;
  /** The approved templates with their fields; null: any template of any fields. */
  templates: Record<string, string[]> | null;
}

export interface Contacts {
  isFollowing(account: string, persona: string): boolean;
  setFollowing(account: string, persona: string, isFollowing: boolean): void;
  /** Whether he refuses template and subscribe messages (拒收). */
  isBlocking(account: string, persona: string): boolean;
  setBlocking(account: string, persona: string, isBlocking: boolean): void;
  /** He wrote to the account, or tapped, followed or scanned. */
  heard(account: string, persona: string, what: 'message' | 'event'): void;
  /** Counts a customer-service message; the errcode where it may not be sent. */
  takeCustomerMessage(account: string, persona: string): 45015 | 45047 | null;
  /** He says yes to so many subscribe messages of a template. */
  accept(persona: string, templateId: string, times: number): void;
  /** Uses up one yes; false without one. */
  takeAccept(persona: string, templateId: string): boolean;
}

/** Since 2023-06-12: five within 48 hours of a message, three within a minute of an event; the two are not added up. */
const QUOTAS = {
  message: { ms: 48 * 3_600_000, most: 5 },
  event: { ms: 60_000, most: 3 },
} as const;

export function createContacts(rules: Rules, now: () => number): Contacts {
  const unfollowed = new Set<string>();
  const blocking = new Set<string>();
  const windows = new Map<string, { until: number; left: number }>();
  const accepts = new Map<string, number>();
  const put = (set: Set<string>, key: string, isIn: boolean) => (isIn ? set.add(key) : set.delete(key));

  return {
    isFollowing: (account, persona) => !unfollowed.has(`${account} ${persona}`),
    setFollowing: (account, persona, isFollowing) => put(unfollowed, `${account} ${persona}`, !isFollowing),
    isBlocking: (account, persona) => blocking.has(`${account} ${persona}`),
    setBlocking: (account, persona, isBlocking) => put(blocking, `${account} ${persona}`, isBlocking),
    heard(account, persona, what) {
      const { ms, most } = QUOTAS[what];
      windows.set(`${account} ${persona} ${what}`, { until: now() + ms, left: most });
    },
    takeCustomerMessage(account, persona) {
      if (unfollowed.has(`${account} ${persona}`)) {
        return 45015;
      }
      if (!rules.hasWindow) {
        return null;
      }
      const open = (['event', 'message'] as const).flatMap((what) => {
        const window = windows.get(`${account} ${persona} ${what}`);
        return window && window.until > now() ? [window] : [];
      });
      const usable = open.find(({ left }) => left > 0);
      if (usable) {
        usable.left -= 1;
        return null;
      }
      return open.length > 0 ? 45047 : 45015;
    },
    accept(persona, templateId, times) {
      const key = `${persona} ${templateId}`;
      accepts.set(key, (accepts.get(key) ?? 0) + times);
    },
    takeAccept(persona, templateId) {
      if (!rules.requiresAccept) {
        return true;
      }
      const key = `${persona} ${templateId}`;
      const left = accepts.get(key) ?? 0;
      accepts.set(key, Math.max(0, left - 1));
      return left > 0;
    },
  };
}
