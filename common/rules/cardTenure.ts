/** Who held an IC card when: cards are lost, replaced and handed on, and a machine's swipes come hours later (manual 004). */

/** When somebody held a card: from `from` until `to`, which is absent while he holds it. Milliseconds since the epoch. */
export interface CardTenure {
  learnerId: string;
  from: number;
  to?: number;
}

/**
 * Whose swipe it is: whoever held the card then, since it may have changed hands before the file came. A swipe before the card was
 * first registered is its first holder's, so that a card may be registered after the class. Null: nobody's.
 */
export function holderAt(tenures: readonly CardTenure[], at: number): string | null {
  const inOrder = tenures.slice().sort((a, b) => a.from - b.from);
  const last = inOrder.filter(({ from }) => from <= at).pop();
  if (!last) {
    return inOrder[0]?.learnerId ?? null;
  }
  return last.to === undefined || at < last.to ? last.learnerId : null;
}
