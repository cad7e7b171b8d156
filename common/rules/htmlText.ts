/** The words of a notice's HTML, for the summary in a list and for the search. */

/** Tags inside a line; every other begins or ends one. */
const INLINE = /<\/?(?:strong|em|u|s|a)(?:\s[^>]*)?>/g;
const ANY_TAG = /<[^>]*>/g;

/**
 * The text of sanitised HTML: tags out, blocks kept apart by a space, entities as the characters that they stand for.
 * @param html As the server's sanitiser writes it: no `>` inside a tag, and no entities but these four.
 */
export function textOfHtml(html: string): string {
  return html
    .replace(INLINE, '')
    .replace(ANY_TAG, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

const SUMMARY = 60;

/** The first sixty characters of a text, with a sign where it goes on; no character is cut in two. */
export function summaryOf(text: string): string {
  // Twice as many units hold them all, and a long text is not taken apart for its beginning.
  const characters = Array.from(text.slice(0, 2 * SUMMARY + 2));
  return characters.length <= SUMMARY ? text : `${characters.slice(0, SUMMARY).join('').trimEnd()}…`;
}
