/** Which 常见问题 comes nearest to what somebody asked in words of his own: by the pairs of characters that both have. */

/** Stand in every question and tell none from another. */
const FILLERS = /怎么办|怎么样|为什么|怎么|怎样|如何|什么|哪里|可以|需要|应该|您|我|的|了|吗|呢/g;
/** Of the smaller one's pairs, how many must be shared; and of fewer than these no likeness is believed. */
const LEAST_SHARE = 0.4;
const LEAST_PAIRS = 2;

function pairsOf(text: string): Set<string> {
  const bare = text
    .toLowerCase()
    .replace(FILLERS, '')
    .replace(/[^a-z0-9\u3400-\u9fff]/g, '');
  const characters = Array.from(bare);
  return new Set(characters.slice(1).map((character, i) => `${characters[i]}${character}`));
}

/** The index of the title that is most like the question; null where none is like it. Of equal ones the first. */
export function nearestTitle(question: string, titles: readonly string[]): number | null {
  const asked = pairsOf(question);
  let best: { index: number; score: number } | null = null;
  for (const [index, title] of titles.entries()) {
    const pairs = pairsOf(title);
    const shared = [...asked].filter((pair) => pairs.has(pair)).length;
    const score = shared / Math.max(1, Math.min(asked.size, pairs.size));
    if (shared >= LEAST_PAIRS && score >= LEAST_SHARE && score > (best?.score ?? 0)) {
      best = { index, score };
    }
  }
  return best?.index ?? null;
}
