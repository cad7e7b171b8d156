/** One item of the talk as WeChat draws it: a bubble, a card, or a line in the middle. */
import { anchor, element, isWebAddress } from './parts.js';

const hueOf = (id) => (Number(id) * 67) % 360;

/** A page of the mini-program opens as its H5 build: this machine has no WeChat. */
export const pageAddress = (appUrl, page) => `${appUrl}/#/${page.replace(/^\//, '')}`;

export function face(words, id) {
  const node = element('span', id ? 'face' : 'face account', words);
  node.setAttribute('aria-hidden', 'true');
  if (id) {
    node.style.setProperty('--hue', hueOf(id));
  }
  return node;
}

const attribute = (tag, name) => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** A text with its links to pages and to the mini-program as links; all else stays text. */
function richText(text, appUrl) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(/<a\s([^>]*)>([^<]*)<\/a>/g)) {
    const [whole, tag, words] = match;
    const page = attribute(tag, 'data-miniprogram-path');
    const href = page ? pageAddress(appUrl, page) : attribute(tag, ' ?href');
    parts.push(text.slice(end, match.index), isWebAddress(href) ? anchor(href, words) : words);
    end = match.index + whole.length;
  }
  return [...parts, text.slice(end)];
}

function card({ kind, template }, appUrl) {
  const rows = Object.entries(template.data).flatMap(([name, value]) => [
    element('dt', '', name),
    element('dd', '', value),
  ]);
  const node = element(
    'div',
    'card',
    element('h3', '', kind === 'subscribe' ? '服务通知' : '模板消息'),
    element('dl', '', ...rows),
  );
  const address = template.page ? pageAddress(appUrl, template.page) : template.url;
  if (address && isWebAddress(address)) {
    node.append(anchor(address, template.page ? '进入小程序查看' : '查看详情'));
  }
  return node;
}

export function chatItem(item, { person, accountName, appUrl }) {
  if (item.kind === 'trouble' || item.kind === 'note') {
    return element('li', item.kind, item.text);
  }
  const isMine = item.kind === 'sent';
  const content = item.template
    ? card(item, appUrl)
    : element('div', 'bubble', ...richText(item.text, appUrl));
  const picture = isMine ? face(person.name.slice(-1), person.id) : face(accountName.slice(0, 1));
  return element('li', isMine ? 'message mine' : 'message', picture, content);
}
