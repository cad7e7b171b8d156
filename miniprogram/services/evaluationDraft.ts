import type { Given } from '@/components/form-questions/formSheet';
import { storage } from './storage';

const KEY = 'evaluationDraft';
/** What was thought of a class is not left lying on a phone for longer. */
const LIFE_MS = 7 * 24 * 3_600_000;

/** Whose evaluation of what. */
interface Owner {
  activityId: string;
  learnerId: string;
}
interface Draft extends Owner {
  given: Given;
  /** By this phone's clock, ms. */
  until: number;
}

/** The evaluation that was begun last, as far as it has been filled in: a closed app costs nothing. */
export const evaluationDraft = {
  keep({ activityId, learnerId }: Owner, given: Given): void {
    storage.set(KEY, { activityId, learnerId, given, until: Date.now() + LIFE_MS });
  },
  /** What this learner has given to this activity; nobody meets what another one thought. */
  get({ activityId, learnerId }: Owner): Given | undefined {
    const draft = storage.get<Draft>(KEY);
    if (draft && draft.until <= Date.now()) {
      storage.remove(KEY);
      return undefined;
    }
    return draft?.activityId === activityId && draft.learnerId === learnerId ? draft.given : undefined;
  },
  drop(): void {
    storage.remove(KEY);
  },
};
