import { theme } from '@common/theme';

const { color } = theme;
const CELL = `border:1px solid ${color.line};padding:6px 8px;min-width:4em;text-align:left;vertical-align:top;`;
/** WeChat's rich-text takes no style sheet for tags, so each carries its own. Sizes follow the large text of the page. */
const STYLES: Record<string, string> = {
  p: 'margin:0 0 0.8em;',
  h2: 'margin:0.8em 0 0.5em;font-size:1.2em;font-weight:600;line-height:1.4;',
  h3: 'margin:1em 0 0.4em;font-size:1.08em;font-weight:600;line-height:1.4;',
  ul: 'margin:0 0 0.8em;padding-left:1.4em;',
  ol: 'margin:0 0 0.8em;padding-left:1.6em;',
  li: 'margin:0.2em 0;',
  blockquote: `margin:0 0 0.8em;padding:2px 0 2px 12px;border-left:3px solid ${color.line};color:${color.inkSoft};`,
  a: `color:${color.brand};text-decoration:underline;word-break:break-all;`,
  table: 'width:100%;margin:0 0 0.8em;border-collapse:collapse;font-size:0.93em;',
  th: `${CELL}font-weight:600;background:${color.ground};`,
  td: CELL,
  hr: `margin:1em 0;border:0;border-top:1px solid ${color.line};`,
};
const TAGS = new RegExp(`<(${Object.keys(STYLES).join('|')})(?=[\\s>/])`, 'g');

/**
 * The look of our pages for a text of tags.
 * @param html As the server lets it through: a few tags, no style of their own, `<` nowhere but at a tag.
 */
export function styledHtml(html: string): string {
  return html.replace(TAGS, (_, tag: string) => `<${tag} style="${STYLES[tag]}"`);
}

export interface TextLink {
  href: string;
  words: string;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '');

/** The links of a text, each once: inside WeChat nothing in it can be tapped. */
export function linksOf(html: string): TextLink[] {
  const links = new Map<string, TextLink>();
  const pattern = /<a\s[^>]*?href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g;
  for (let found = pattern.exec(html); found; found = pattern.exec(html)) {
    const href = plain(found[1] ?? '');
    const words = plain((found[2] ?? '').replace(/<[^>]*>/g, '')).trim();
    if (!links.has(href)) {
      links.set(href, { href, words: words || href });
    }
  }
  return [...links.values()];
}
