import { storage } from './storage';

const KEY = 'activity';
/** As long as a registration's draft. */
const LIFE_MS = 24 * 3_600_000;

interface KeptActivity {
  activityId: string;
  /** By this phone's clock, ms. */
  until: number;
}

/** The activity that a poster led to, for somebody who has to sign in or register first: afterwards he comes back to it. */
export const keptActivity = {
  keep(activityId: string): void {
    storage.set(KEY, { activityId, until: Date.now() + LIFE_MS });
  },
  /** Its id while it is kept. */
  get(): string | undefined {
    const kept = storage.get<KeptActivity>(KEY);
    return kept && kept.until > Date.now() ? kept.activityId : undefined;
  },
  drop(): void {
    storage.remove(KEY);
  },
};
