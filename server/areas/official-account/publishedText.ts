import { dayOf } from '@common/rules/shanghaiTime';
import type { PublishedLine } from './commandPorts';
import { type Links, link, pageLink, plainName, plainSentence } from './links';

interface Found {
  items: readonly PublishedLine[];
  total: number;
}

/** A title may be longer than a name. */
const TITLE_BYTES = 150;
const titleLink = ({ url, title }: PublishedLine) => link(url, plainName(title, TITLE_BYTES));

/** 通知: the latest for a region, each a link to its page. */
export function noticesText({ items, total }: Found, links: Links): string[] {
  if (items.length === 0) {
    return ['本地区暂时没有通知。'];
  }
  return [
    '最新通知：',
    ...items.map(
      (item, i) =>
        `${i + 1}. ${item.isPinned ? '【置顶】' : ''}${titleLink(item)}\n　${plainName(item.authorityName)} ${dayOf(item.publishedAt.getTime())}`,
    ),
    '',
    pageLink(links, 'notices/list/index', total > items.length ? `查看全部${total}条` : '在小程序中查看'),
  ];
}

/** 常见问题: questions as links to their answers. `words`: what was looked for. */
export function faqText({ items, total }: Found, words: string, links: Links): string[] {
  if (items.length === 0) {
    return [
      words ? `没有找到与“${plainSentence(words)}”有关的常见问题。` : '本地区暂时没有常见问题。',
      words ? '发送“常见问题”看看全部。' : '发送“帮助”看看可以做什么。',
    ];
  }
  return [
    words ? `与“${plainSentence(words)}”有关的常见问题：` : '常见问题（点击查看解答）：',
    ...items.map((item, i) => `${i + 1}. ${titleLink(item)}`),
    '',
    ...(total > items.length ? [pageLink(links, 'notices/list/index?kind=faq', `查看全部${total}条`)] : []),
    ...(words ? [] : ['也可以发送“常见问题”加上要找的词，例如：常见问题 调动']),
  ];
}

/** To what was not understood, where a question comes near. */
export const nearestQuestion = (item: PublishedLine): string =>
  ['您想问的可能是：', titleLink(item), '', '没有找到答案？发送“常见问题”或“帮助”。'].join('\n');
