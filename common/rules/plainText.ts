/**
 * People type on Chinese keyboards and paste out of chats: full-width letters, ideographic spaces and invisible direction
 * marks (WeChat puts U+202D and U+202C around a copied phone number). Every rule that reads typed text starts here.
 */

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/** Full-width to half-width (NFKC), invisible marks dropped, trimmed. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').trim();
}

/** Sentences: invisible marks dropped, trimmed; full-width punctuation and letters stay as they were typed. */
export function proseText(text: string): string {
  return text.replace(INVISIBLE, '').trim();
}

/** `plainText` without any space, hyphen or dash: for numbers that people group as they like. */
export function ungrouped(text: string): string {
  return plainText(text).replace(/[\s\-\u2010-\u2015\u2212]/g, '');
}
