/** Links as WeChat shows them in a text. */
import { truncateUtf8 } from '@common/rules/utf8';

/** Where the account's answers lead. */
export interface Links {
  /** The H5 start page, where the sender signs in. */
  home: string;
  register: string;
  /** The mini-program that opens instead, where there is one. */
  miniprogramAppId?: string | null;
}

/** A link to a web page. */
export const link = (url: string, words: string) => `<a href="${url}">${words}</a>`;

/**
 * A link to a page of the mini-program; where WeChat is too old for that, or there is no mini-program, to the same page on the web.
 * @param path Without a leading slash, with its query.
 * @param url The web page's, where it is not the one of the path.
 */
export function pageLink(links: Links, path: string, words: string, url = `${links.home}#/${path}`): string {
  return links.miniprogramAppId
    ? `<a data-miniprogram-appid="${links.miniprogramAppId}" data-miniprogram-path="${path}" href="${url}">${words}</a>`
    : link(url, words);
}

export const homeLink = (links: Links, words: string) =>
  pageLink(links, 'pages/home/index', words, links.home);
export const registerLink = (links: Links, words: string) =>
  pageLink(links, 'pages/register/index', words, links.register);

/** Twenty Han. */
const NAME_BYTES = 60;
const TEXT_BYTES = 300;

/** A name that people gave: no tags and addresses that WeChat would make links of, no line breaks, at most twenty Han. */
export const plainName = (text: string, maxBytes = NAME_BYTES): string =>
  truncateUtf8(
    text.replace(/\s+/g, ' ').trim().replaceAll('<', '＜').replaceAll('>', '＞').replaceAll('://', '：//'),
    maxBytes,
  );

/** The same of a sentence, at most a hundred Han. */
export const plainSentence = (text: string): string => plainName(text, TEXT_BYTES);
