/** The drawing of a paper for one attempt: the same seed always draws the same, so that an attempt can be explained years later. */
import type { PaperRules } from '../contract/papers';

/** A question of the paper by its place, and the places of its options in the order in which they are shown. */
export interface Drawn {
  question: number;
  order: number[];
}

/**
 * Numbers in [0, 1) from a seed: mulberry32 by Tommy Ettinger (public domain, 2017), 32 bits of state. It decides who is asked
 * what and guards no secret: the seed comes from the server's own random bytes and never leaves it.
 * @param seed An unsigned 32-bit integer.
 */
export function numbersFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const places = (count: number) => Array.from({ length: count }, (_, place) => place);

/** Fisher and Yates, after Durstenfeld (CACM 7/1964, algorithm 235): each order is as likely as any other. */
function shuffled(count: number, next: () => number): number[] {
  const order = places(count);
  for (let last = count - 1; last > 0; last -= 1) {
    const at = Math.floor(next() * (last + 1));
    [order[at], order[last]] = [order[last] as number, order[at] as number];
  }
  return order;
}

/**
 * Which questions an attempt asks, and how: `draw` of them at random (all where that is 0 or more than there are), in a random
 * order or else in that of the paper, and the options likewise.
 * @param optionCounts Of each question of the paper, in its order.
 */
export function drawPaper(
  optionCounts: readonly number[],
  {
    draw,
    isQuestionsShuffled,
    isOptionsShuffled,
  }: Pick<PaperRules, 'draw' | 'isQuestionsShuffled' | 'isOptionsShuffled'>,
  seed: number,
): Drawn[] {
  const next = numbersFrom(seed);
  const chosen = shuffled(optionCounts.length, next).slice(0, draw || undefined);
  const asked = isQuestionsShuffled ? chosen : chosen.sort((a, b) => a - b);
  return asked.map((question) => {
    const options = optionCounts[question] ?? 0;
    return { question, order: isOptionsShuffled ? shuffled(options, next) : places(options) };
  });
}
