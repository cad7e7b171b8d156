import sanitizeHtml from 'sanitize-html';

/**
 * What a 通知 may be made of. Nothing in it loads anything, runs anything or dresses as a part of the page around it: no picture
 * (files are attachments), no style, no class. The front ends' style sheets know these tags and no others.
 */
const TAGS = 'p h2 h3 strong em u s ul ol li blockquote a table thead tbody tr th td br hr'.split(' ');

/** What stands inside these is no text of the notice's. */
const GONE_WITH_CONTENT =
  'script style textarea option select noscript xmp iframe noembed noframes plaintext template svg math title head object'.split(
    ' ',
  );

/** Where a link may lead: to a page or a file of the web, a mail address, a telephone. */
const LINK = /^(?:https?:\/\/[^\s/]|mailto:[^\s]|tel:\+?\d[\d()-]*$)/i;
const SPAN = /^[1-9]\d?$/;
/** Deeper than any table in a list goes; a browser that draws ten thousand levels falls over. */
const DEPTH = 20;

const cell: sanitizeHtml.Transformer = (tagName, { colspan = '', rowspan = '' }) => ({
  tagName,
  attribs: {
    ...(SPAN.test(colspan) && { colspan }),
    ...(SPAN.test(rowspan) && { rowspan }),
  },
});

const link: sanitizeHtml.Transformer = (tagName, { href = '' }) => {
  const address = href.trim();
  return {
    tagName,
    attribs: LINK.test(address)
      ? { href: address, target: '_blank', rel: 'noopener noreferrer' }
      : ({} as sanitizeHtml.Attributes),
  };
};

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: TAGS,
  allowedAttributes: { a: ['href', 'target', 'rel'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  nonTextTags: GONE_WITH_CONTENT,
  nestingLimit: DEPTH,
  // A link that leads nowhere is plain text: its words stay.
  exclusiveFilter: ({ tag, attribs }) => (tag === 'a' && !attribs.href ? 'excludeTag' : false),
  transformTags: {
    b: 'strong',
    i: 'em',
    del: 's',
    strike: 's',
    h1: 'h2',
    td: cell,
    th: cell,
    a: link,
  },
};

const CONTROL = /[^\P{Cc}\t\n]/gu;

/** The HTML of a notice as it is stored and shown: with the few tags above, well-formed, whatever was sent. */
export const cleanHtml = (html: string): string => sanitizeHtml(html, OPTIONS).replace(CONTROL, '').trim();
