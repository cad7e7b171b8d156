/** The chat page: one person's talk with the official account, and the text messages on his phone. */
const byId = (id) => document.getElementById(id);
const POLL_MS = 1200;
const PAUSE_MS = 5 * 60_000;

let person = null;
let people = [];
/** The number of the newest item that is shown. */
let newest = 0;
let lastTime = 0;
let newestStranger = 0;

async function ask(path, body) {
  const answer = await fetch(`/simulator${path}`, {
    ...(body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  return answer.json();
}

function element(tag, className, ...children) {
  const node = document.createElement(tag);
  node.className = className;
  node.append(...children);
  return node;
}

const isWebAddress = (text) => /^https?:\/\//.test(text);
const timeOf = (at) => new Date(at).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' });
const hueOf = (id) => (Number(id) * 67) % 360;

function anchor(href, words) {
  const node = element('a', '', words);
  node.href = href;
  node.target = '_blank';
  node.rel = 'noopener';
  return node;
}

/** A text with its `<a href>` as links; all else stays text. */
function richText(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(/<a\s[^>]*?href="([^"]*)"[^>]*>([^<]*)<\/a>/g)) {
    parts.push(text.slice(end, match.index), isWebAddress(match[1]) ? anchor(match[1], match[2]) : match[2]);
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}

function face(words, isAccount) {
  const node = element('span', isAccount ? 'face account' : 'face', words);
  node.setAttribute('aria-hidden', 'true');
  return node;
}

function card({ kind, template }) {
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
  if (template.url && isWebAddress(template.url)) {
    node.append(anchor(template.url, '查看详情'));
  } else if (template.page) {
    node.append(element('small', '', `小程序 ${template.page}`));
  }
  return node;
}

function chatItem(item) {
  if (item.kind === 'trouble') {
    return element('li', 'trouble', item.text);
  }
  const isMine = item.kind === 'sent';
  const content = item.template ? card(item) : element('div', 'bubble', ...richText(item.text));
  const picture = face(isMine ? person.name.slice(-1) : '继', !isMine);
  if (isMine) {
    picture.style.setProperty('--hue', hueOf(person.id));
  }
  return element('li', isMine ? 'message mine' : 'message', picture, content);
}

function show(items) {
  const [chat, sms] = [byId('chat'), byId('sms')];
  for (const item of items) {
    newest = item.number;
    if (item.kind === 'sms') {
      sms.querySelector('.none')?.remove();
      sms.prepend(element('li', '', element('small', '', timeOf(item.at)), item.text));
      continue;
    }
    if (Date.parse(item.at) - lastTime > PAUSE_MS) {
      chat.append(element('li', 'time', timeOf(item.at)));
    }
    lastTime = Date.parse(item.at);
    chat.append(chatItem(item));
  }
  if (items.length > 0) {
    chat.scrollTop = chat.scrollHeight;
  }
}

async function refresh() {
  const asked = person;
  const { messages } = await ask(`/personas/${asked.id}/inbox?after=${newest}`);
  if (asked === person) {
    show(messages.filter(({ number }) => number > newest));
  }
}

/** Text messages to phones of nobody on the left: codes of the demo's administrators. */
async function refreshStrangers() {
  const { messages } = await ask(`/sms/strangers?after=${newestStranger}`);
  const list = byId('strangers');
  for (const item of messages.filter(({ number }) => number > newestStranger)) {
    newestStranger = item.number;
    list.querySelector('.none')?.remove();
    list.prepend(element('li', '', element('small', '', `${item.phone}　${timeOf(item.at)}`), item.text));
  }
}

async function say(message) {
  const button = byId('compose').querySelector('button');
  button.disabled = true;
  try {
    const sending = ask('/messages', { persona: person.id, mode: byId('mode').value, ...message });
    await refresh();
    await sending;
    await refresh();
  } finally {
    button.disabled = false;
    byId('text').focus();
  }
}

async function choose(id) {
  person = people.find((one) => one.id === id) ?? people[0];
  newest = 0;
  lastTime = 0;
  history.replaceState(null, '', `#${person.id}`);
  byId('chat').replaceChildren();
  byId('sms').replaceChildren(element('li', 'none', '还没有短信'));
  byId('phone').textContent = `${person.name} ${person.phone}`;
  for (const button of byId('people').querySelectorAll('button')) {
    button.toggleAttribute('aria-current', button.dataset.id === person.id);
  }
  // Links opened from here sign in as this person.
  await fetch(`/personas?persona=${person.id}`);
  await refresh();
}

function personRow(one) {
  const picture = face(one.name.slice(-1), false);
  picture.style.setProperty('--hue', hueOf(one.id));
  const words = element('span', '', one.name, element('small', '', one.phone));
  const button = element('button', '', picture, words);
  button.dataset.id = one.id;
  button.addEventListener('click', () => choose(one.id));
  return element('li', '', button);
}

function menuButton(item) {
  if (item.type === 'view') {
    return anchor(item.url, item.name);
  }
  const button = element('button', '', item.name);
  button.addEventListener('click', () => {
    button.closest('details')?.removeAttribute('open');
    say({ event: 'CLICK', eventKey: item.key });
  });
  return button;
}

function showMenu(menu) {
  const buttons = (menu?.button ?? []).map((item) => {
    if (!item.sub_button?.length) {
      return element('div', '', menuButton(item));
    }
    const sub = element('div', '', ...item.sub_button.map(menuButton));
    return element('div', '', element('details', '', element('summary', '', item.name), sub));
  });
  byId('menu').replaceChildren(...buttons);
}

async function start() {
  const [{ personas }, account] = await Promise.all([ask('/personas'), ask('/account')]);
  people = personas;
  byId('people').append(...people.map(personRow));
  const mode = byId('mode');
  mode.value = account.hasSafeMode ? 'safe' : 'plain';
  mode.querySelector('[value=safe]').disabled = !account.hasSafeMode;
  showMenu(account.menu);
  byId('compose').addEventListener('submit', (event) => {
    event.preventDefault();
    const text = byId('text').value.trim();
    byId('text').value = '';
    if (text) {
      say({ text });
    }
  });
  await choose(location.hash.slice(1));
  await refreshStrangers();
  const tick = () => {
    byId('clock').textContent = timeOf(Date.now());
  };
  tick();
  setInterval(() => {
    tick();
    refresh().catch(() => undefined);
    refreshStrangers().catch(() => undefined);
  }, POLL_MS);
}

start();
