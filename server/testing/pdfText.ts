/** Reads a PDF of ours back: what stands on its pages, by the embedded fonts' own tables of characters. */
import { inflateSync } from 'node:zlib';

interface PdfObject {
  body: string;
  stream: string;
}

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const [, id = '', body = ''] of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const at = body.indexOf('stream\n');
    const packed = at < 0 ? '' : body.slice(at + 7, body.lastIndexOf('\nendstream'));
    const isPacked = /\/FlateDecode/.test(body.slice(0, at));
    const stream = isPacked ? inflateSync(Buffer.from(packed, 'latin1')).toString('latin1') : packed;
    objects.set(id, { body: at < 0 ? body : body.slice(0, at), stream });
  }
  return objects;
}

const reference = (body: string, name: string) => new RegExp(`/${name} (\\d+) 0 R`).exec(body)?.[1] ?? '';

/** Characters by their glyph's number in the embedded font. */
function charactersOf(toUnicode: string): Map<string, string> {
  const characters = new Map<string, string>();
  for (const [, from = '', list = ''] of toUnicode.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g)) {
    for (const [at, [, code = '']] of [...list.matchAll(/<([\w ]*)>/g)].entries()) {
      const units = code.match(/\w{4}/g) ?? [];
      const glyph = (Number.parseInt(from, 16) + at).toString(16).padStart(4, '0');
      characters.set(glyph, String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))));
    }
  }
  return characters;
}

/** The text of each page, in the order in which it was drawn; a glyph that the font does not have is `\0`. */
export function pdfPages(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const get = (id: string) => objects.get(id) ?? { body: '', stream: '' };
  const pages = [...objects.values()].filter(({ body }) => /\/Type \/Page\n/.test(body));
  return pages.map(({ body }) => {
    const resources = get(reference(body, 'Resources')).body;
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [
        name,
        charactersOf(get(reference(get(id).body, 'ToUnicode')).stream),
      ]),
    );
    let font = new Map<string, string>();
    let text = '';
    for (const [, name, glyphs] of get(reference(body, 'Contents')).stream.matchAll(
      /\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g,
    )) {
      if (name) {
        font = fonts.get(name) ?? new Map();
      } else {
        const codes = [...(glyphs ?? '').matchAll(/<(\w+)>/g)].flatMap(
          ([, hex = '']) => hex.match(/\w{4}/g) ?? [],
        );
        text += `${codes.map((code) => (code === '0000' ? '\0' : (font.get(code) ?? '\0'))).join('')}\n`;
      }
    }
    return text;
  });
}
