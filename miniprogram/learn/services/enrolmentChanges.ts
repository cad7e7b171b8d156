import type { OpenActivity } from '@common/contract/enrolments';

type Change = Pick<OpenActivity, 'mine' | 'enrolled'>;

/** Many more than anybody enrols for before a list is loaded anew. */
const MOST = 50;
const changes = new Map<string, Change>();

/**
 * What one has just enrolled for or left, so that a list of several pages says so without losing the place that one has scrolled
 * to. The list's next answer is newer.
 */
export const enrolmentChanges = {
  note({ id, mine, enrolled }: Change & { id: string }): void {
    if (changes.size >= MOST) {
      changes.clear();
    }
    changes.set(id, { mine, enrolled });
  },
  /** A row as it is by now. */
  apply<T extends Change & { id: string }>(row: T): T {
    const change = changes.get(row.id);
    return change ? { ...row, ...change } : row;
  },
  forget(ids: readonly string[]): void {
    for (const id of ids) {
      changes.delete(id);
    }
  },
};
