/** A long answer in several messages: split between blocks, else at line ends, within WeChat's bound in bytes of UTF-8. */
import { utf8Length } from './utf8';

const LINK = /<a\b[^>]*>.*?<\/a>/g;
/** A character with what belongs to it: combining marks, skin tones, joined emoji. */
const CHARACTER = /\r\n|[\s\S](?:\p{M}|[\u{1f3fb}-\u{1f3ff}]|\u200d[\s\S])*/gu;

/** The line under every page but the last. */
export const pageFoot = (page: number, of: number) => `第${page}/${of}页，回复“下一页”继续`;

/**
 * Splits an answer into messages.
 * @param blocks Lines that belong together stand in one block, parted by `\n`; a block is parted only where it fills more than a
 * page. A line longer than a page is parted between characters. Links (`<a …>…</a>`) stay whole; one that is longer than a page
 * loses its address.
 * @param maxBytes At least 100. No page is longer.
 * @returns At least one page; every one but the last ends with `pageFoot`.
 */
export function pagesOf(blocks: readonly string[], maxBytes: number): string[] {
  const whole = blocks.join('\n');
  if (utf8Length(whole) <= maxBytes) {
    return [whole];
  }
  // The foot tells how many there are, which depends on the room that the foot takes: from few digits to more.
  for (let most = 9; ; most = most * 10 + 9) {
    const pages = pack(blocks, maxBytes - utf8Length(`\n${pageFoot(most, most)}`));
    if (pages.length <= most) {
      return pages.map((page, i) =>
        i === pages.length - 1 ? page : `${page}\n${pageFoot(i + 1, pages.length)}`,
      );
    }
  }
}

/** Greedily, so that no page is begun before the one before is full. */
function pack(blocks: readonly string[], room: number): string[] {
  const pages: string[] = [];
  let page: string | null = null;
  const add = (text: string) => {
    if (page !== null && utf8Length(page) + 1 + utf8Length(text) <= room) {
      page += `\n${text}`;
      return;
    }
    if (page !== null) {
      pages.push(page);
    }
    page = text;
  };
  for (const block of blocks) {
    const parts = utf8Length(block) <= room ? [block] : block.split('\n').flatMap((line) => cut(line, room));
    for (const part of parts) {
      // No page begins with an empty line.
      if (part !== '' || page !== null) {
        add(part);
      }
    }
  }
  if (page !== null) {
    pages.push(page);
  }
  return pages;
}

/** A line in pieces of so many bytes, none of which begins or ends within a link or a character. */
function cut(line: string, room: number): string[] {
  if (utf8Length(line) <= room) {
    return [line];
  }
  const pieces: string[] = [];
  let piece = '';
  for (const atom of atomsOf(line, room)) {
    if (piece !== '' && utf8Length(piece) + utf8Length(atom) > room) {
      pieces.push(piece);
      piece = '';
    }
    piece += atom;
  }
  return [...pieces, piece];
}

/** What must not be parted, in order. */
function atomsOf(line: string, room: number): string[] {
  const atoms: string[] = [];
  let from = 0;
  const characters = (text: string) =>
    // More marks on one character than a page holds are nobody's writing.
    (text.match(CHARACTER) ?? []).flatMap((each) => (utf8Length(each) <= room ? [each] : Array.from(each)));
  for (const match of line.matchAll(LINK)) {
    const [link] = match;
    atoms.push(...characters(line.slice(from, match.index)));
    atoms.push(...(utf8Length(link) <= room ? [link] : characters(link.replace(/<[^>]*>/g, ''))));
    from = match.index + link.length;
  }
  return [...atoms, ...characters(line.slice(from))];
}
