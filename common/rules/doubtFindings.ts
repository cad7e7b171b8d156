/** What the rules of `doubts.ts` find, and how it becomes one doubt for each learner and kind. */
import { codesOf, DOUBT_KINDS, type DoubtKind } from '../terms';

/** One fact of the evidence; `key` names it for good. */
export interface Fact {
  key: string;
  learnerId: string;
  at: number;
  /** The check-in, here or elsewhere. */
  swipeId?: string;
  /** Whose WeChat it was. */
  ownerId?: string;
  /** The first, second… network of a code. */
  network?: number;
}

/** One for each learner and kind; `at` is of the latest fact. */
export interface FoundDoubt {
  learnerId: string;
  kind: DoubtKind;
  words: string;
  at: number;
  facts: readonly Fact[];
}

/** What one rule says of several learners at once; where it says more than one thing of a learner, the gravest is told. */
export interface Finding {
  kind: DoubtKind;
  learnerIds: Iterable<string>;
  words: string;
  weight: number;
  facts: readonly Fact[];
}

const KINDS = codesOf(DOUBT_KINDS);

/** One doubt for each learner and kind, by learner and then in the order of `DOUBT_KINDS`. */
export function mergeFindings(findings: readonly Finding[]): FoundDoubt[] {
  const found = new Map<string, { learnerId: string; kind: DoubtKind; own: number[] }>();
  for (const [i, { kind, learnerIds }] of findings.entries()) {
    for (const learnerId of learnerIds) {
      const key = `${learnerId} ${kind}`;
      const { own } = found.get(key) ?? { own: [] };
      found.set(key, { learnerId, kind, own: [...own, i] });
    }
  }
  // Whoever is found by the same findings shares their facts: one phone for a thousand must not need a million facts.
  const unions = new Map<string, readonly Fact[]>();
  const factsOf = (own: readonly number[]): readonly Fact[] => {
    const key = own.join();
    const facts = unions.get(key) ?? union(own.flatMap((i) => findings[i]?.facts ?? []));
    unions.set(key, facts);
    return facts;
  };
  return [...found.values()]
    .map(({ learnerId, kind, own }) => {
      const weights = own.map((i) => findings[i]?.weight ?? 0);
      const gravest = own[weights.indexOf(Math.max(...weights))] ?? 0;
      const facts = factsOf(own);
      return {
        learnerId,
        kind,
        words: findings[gravest]?.words ?? '',
        at: facts[facts.length - 1]?.at ?? 0,
        facts,
      };
    })
    .sort(byLearner);
}

const union = (facts: readonly Fact[]) =>
  [...new Map(facts.map((fact) => [fact.key, fact])).values()].sort(byKey);

const byLearner = (a: FoundDoubt, b: FoundDoubt) => {
  const byId = a.learnerId < b.learnerId ? -1 : Number(a.learnerId > b.learnerId);
  return byId || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);
};

/** Whether a doubt still stands after somebody cleared it who saw these facts: what came later makes it stand again. */
export function stillStands({ facts }: Pick<FoundDoubt, 'facts'>, seen: Iterable<string>): boolean {
  const known = new Set(seen);
  return facts.some(({ key }) => !known.has(key));
}

/** The order of facts. */
export const byKey = (a: Fact, b: Fact) => a.at - b.at || (a.key < b.key ? -1 : 1);
