/**
 * Walks through the XML of a sheet tag by tag and keeps nothing: exceljs builds an object for every row, cell and cell of a
 * merged or validated range, so that a few lines (`ref="A1:XFD1048576"`) occupy a server for minutes.
 */

/** A tag with the text before it. */
export interface Tag {
  /** Without its namespace's prefix. */
  name: string;
  isEnd: boolean;
  /** Ends in `/>`. */
  isEmpty: boolean;
  /** The text between the previous tag and this one, decoded. */
  before: string;
  /** By its name without prefix. */
  attribute(name: string): string | undefined;
}

const TAG = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/y;
/** Some twenty for each of 5,000 rows is usual; more than this keeps other people waiting. */
const MAX_TAGS = 2_000_000;
const SKIPPED = [
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The five named entities and characters by number; no others exist without a document type, and none is read. */
function decode(text: string): string {
  return text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi, (whole, hex, decimal, name) => {
        if (name) {
          return NAMED[name] ?? whole;
        }
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : '';
      })
    : text;
}

/**
 * The tags of a text in order.
 * @throws Error where it is not well-formed, has a document type or CDATA, or more tags than any sheet that is accepted.
 */
export function* xmlTags(xml: string): Generator<Tag> {
  let at = 0;
  let before = '';
  for (let count = 0; at < xml.length; count += 1) {
    const open = xml.indexOf('<', at);
    if (open < 0) {
      return;
    }
    before += decode(xml.slice(at, open));
    const skipped = SKIPPED.find(([start]) => xml.startsWith(start, open));
    if (skipped) {
      const end = xml.indexOf(skipped[1], open);
      at = end < 0 ? xml.length : end + skipped[1].length;
      continue;
    }
    TAG.lastIndex = open;
    if (count > MAX_TAGS) {
      throw new Error('too many tags');
    }
    const [whole, slash, name = '', attributes = '', empty] = TAG.exec(xml) ?? [];
    if (whole === undefined) {
      throw new Error(`not well-formed at ${open}`);
    }
    yield {
      name,
      isEnd: slash === '/',
      isEmpty: empty === '/',
      before,
      attribute: (wanted) => attributeOf(attributes, wanted),
    };
    before = '';
    at = open + whole.length;
  }
}

function attributeOf(attributes: string, wanted: string): string | undefined {
  for (const [, name, double, single] of attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name === wanted || name?.endsWith(`:${wanted}`)) {
      return decode(double ?? single ?? '');
    }
  }
  return undefined;
}
