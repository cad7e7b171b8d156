import { plainText } from './plainText';

const MOST_WORDS = 5;

/**
 * What somebody looks for, as words that must all occur: spaces and punctuation of either width part them, for 学分 查询 and
 * “学分，查询” mean the same. At most five, each once; empty where nothing was typed.
 */
export function searchWords(typed: string): string[] {
  const words = plainText(typed)
    .split(/[\s\p{P}\p{S}]+/u)
    .filter((word) => word !== '');
  return [...new Set(words)].slice(0, MOST_WORDS);
}
