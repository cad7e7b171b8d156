/** WeChat's XML, read as if an attacker had written it. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** The largest body that is read, in bytes. */
export const MAX_XML_BYTES = 64 * 1024;

/** The body is not XML of WeChat's shape. */
export class BadXmlError extends Error {
  constructor() {
    super('the body is not a message');
    this.name = 'BadXmlError';
  }
}

const parser = new XMLParser({
  // Keeps text and CDATA apart and in order.
  preserveOrder: true,
  cdataPropName: '#cdata',
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // "007" stays "007".
  parseTagValue: false,
  trimValues: false,
  // Entities are decoded below: the parser would also take definitions from a document.
  processEntities: false,
  maxNestedTags: 8,
});

const DECLARATION = /^\s*<\?xml[^<>]*\?>/;
const CDATA = /<!\[CDATA\[[\s\S]*?\]\]>/g;
/** DOCTYPE, ENTITY, comments, processing instructions, attributes: WeChat sends none of them. */
const FOREIGN = /<[!?]|<[^>]*[="']/;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * The fields directly under `<xml>` as text, and those within them as `ScanCodeInfo/ScanResult` (no element's name has a slash);
 * what lies deeper is left out. Of a nested field that is repeated (a list) the first counts.
 * @throws BadXmlError for anything else than one well-formed `<xml>` of elements, text and CDATA (so no DOCTYPE, entity definition
 * or comment), for a field given twice, and above 64 KiB.
 */
export function parseXml(text: string): Map<string, string> {
  if (
    Buffer.byteLength(text) > MAX_XML_BYTES ||
    FOREIGN.test(text.replace(DECLARATION, '').replace(CDATA, ''))
  ) {
    throw new BadXmlError();
  }
  const fields = new Map<string, string>();
  for (const node of rootOf(text)) {
    const [name, value] = entryOf(node);
    if (name.startsWith('#')) {
      continue;
    }
    const content = textOf(value);
    if (content === null) {
      readNested(fields, name, value);
      continue;
    }
    if (fields.has(name)) {
      throw new BadXmlError();
    }
    fields.set(name, content);
  }
  return fields;
}

function readNested(fields: Map<string, string>, parent: string, children: unknown): void {
  for (const [name, value] of listOf(children).map(entryOf)) {
    const content = name.startsWith('#') ? null : textOf(value);
    const place = `${parent}/${name}`;
    if (content !== null && !fields.has(place)) {
      fields.set(place, content);
    }
  }
}

function rootOf(text: string): unknown[] {
  let nodes: unknown;
  try {
    // The parser alone takes unclosed tags.
    nodes = XMLValidator.validate(text) === true ? parser.parse(text) : null;
  } catch {
    throw new BadXmlError();
  }
  const elements = listOf(nodes)
    .map(entryOf)
    .filter(([name]) => !name.startsWith('#'));
  const [root] = elements;
  if (elements.length !== 1 || root?.[0] !== 'xml') {
    throw new BadXmlError();
  }
  return listOf(root[1]);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function entryOf(node: unknown): [name: string, value: unknown] {
  const [entry] = typeof node === 'object' && node !== null ? Object.entries(node) : [];
  return entry ?? ['#none', null];
}

/** The text of a field's children, null when one of them is a field itself. */
function textOf(children: unknown): string | null {
  let text = '';
  for (const [name, value] of listOf(children).map(entryOf)) {
    if (name === '#text') {
      text += decodeEntities(String(value));
    } else if (name === '#cdata') {
      text += listOf(value)
        .map((part) => String(entryOf(part)[1]))
        .join('');
    } else {
      return null;
    }
  }
  return text;
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|amp|quot|apos));/gi,
    (whole, decimal, hex, name) => {
      if (name) {
        return ENTITIES[name] ?? whole;
      }
      const point = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      const isCharacter = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
      return isCharacter ? String.fromCodePoint(point) : '';
    },
  );
}

/** Text as a CDATA section: what XML 1.0 forbids is dropped, `]]>` is split. */
export function cdata(text: string): string {
  return `<![CDATA[${withoutControls(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** Drops control characters, which XML 1.0 has no way to hold; the round trip mends halves of surrogate pairs. */
function withoutControls(text: string): string {
  return Buffer.from(text)
    .toString()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (character) => (/[\t\n\r]/.test(character) ? character : ''));
}
