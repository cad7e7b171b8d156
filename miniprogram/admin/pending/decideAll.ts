import { api } from '@/services/session';

export type Decision = 'approve' | 'reject';

/** What became of the learners, by id. */
export interface Decided {
  changed: string[];
  /** A colleague was faster, or they have left the unit. */
  byOthers: string[];
  /** They changed their data since they were seen: nothing was decided about them. */
  newer: string[];
}

interface Order {
  learnerIds: readonly string[];
  decision: Decision;
  reason?: string;
  /** When what the administrator saw was read. */
  asOf?: string;
}

/** At most this many in one request, by the contract. */
const MAX_AT_ONCE = 200;

/**
 * Decides about any number, some at a time. What has been decided stays so when a later request fails; then it rejects with
 * an ApiError.
 * @param onSome Told after each request what became of these, and how many are through.
 */
export async function decideAll(
  { learnerIds, decision, reason, asOf }: Order,
  onSome: (some: Decided, done: number) => void,
): Promise<Decided> {
  const all: Decided = { changed: [], byOthers: [], newer: [] };
  for (let at = 0; at < learnerIds.length; at += MAX_AT_ONCE) {
    const asked = learnerIds.slice(at, at + MAX_AT_ONCE);
    const { results } = await api.learners.decide({ learnerIds: asked, decision, reason, asOf });
    const changed = results.filter((one) => one.changed).map((one) => one.learnerId);
    const newer = results.filter((one) => one.isNewer).map((one) => one.learnerId);
    const some = {
      changed,
      newer,
      byOthers: asked.filter((id) => !changed.includes(id) && !newer.includes(id)),
    };
    all.changed.push(...some.changed);
    all.byOthers.push(...some.byOthers);
    all.newer.push(...some.newer);
    onSome(some, at + asked.length);
  }
  return all;
}

/** `已通过 48 人；1 人已由同事审核；1 人资料已更新，请重新查看`. */
export function wordsOfDecided(decision: Decision, { changed, byOthers, newer }: Decided): string {
  return [
    `${decision === 'approve' ? '已通过' : '已退回'} ${changed.length} 人`,
    byOthers.length > 0 ? `${byOthers.length} 人已由同事审核，不再改变` : '',
    newer.length > 0 ? `${newer.length} 人的资料已更新，请重新查看` : '',
  ]
    .filter(Boolean)
    .join('；');
}
