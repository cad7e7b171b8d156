/** The chat page: one person's talk with an official account, and the text messages on his phone. */
import { startExtras } from './extras.js';
import { chatItem, face } from './items.js';
import { anchor, ask, byId, element, fillOptions, timeOf } from './parts.js';
import { startTroubles } from './troubles.js';

const POLL_MS = 1200;
const PAUSE_MS = 5 * 60_000;
/** How a message is pushed, by the choice in 推送方式. */
const NETWORKS = { normal: {}, copies: { copies: 3 }, lost: { lost: 2 } };

let people = [];
let accounts = [];
let appUrl = '';
let person = null;
let account = null;
let isFollowing = true;
/** The number of the newest item that is shown. */
let newest = 0;
let lastTime = 0;
let newestStranger = 0;

const who = () => ({ persona: person.id, account: account.key });

function show(items) {
  const [chat, sms] = [byId('chat'), byId('sms')];
  for (const item of items) {
    newest = item.number;
    if (item.kind === 'sms') {
      sms.querySelector('.none')?.remove();
      sms.prepend(element('li', '', element('small', '', timeOf(item.at)), item.text));
      continue;
    }
    if (item.account && item.account !== account.key) {
      continue;
    }
    if (Date.parse(item.at) - lastTime > PAUSE_MS) {
      chat.append(element('li', 'time', timeOf(item.at)));
    }
    lastTime = Date.parse(item.at);
    chat.append(chatItem(item, { person, accountName: account.name, appUrl }));
  }
  if (items.length > 0) {
    chat.scrollTop = chat.scrollHeight;
  }
}

async function refresh() {
  const [askedPerson, askedAccount] = [person, account];
  const { messages } = await ask(`/personas/${person.id}/inbox?after=${newest}`);
  if (askedPerson === person && askedAccount === account) {
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

async function showContact() {
  const standing = await ask(`/contacts?persona=${person.id}&account=${account.key}`);
  isFollowing = standing.isFollowing;
  const follow = byId('follow');
  follow.textContent = isFollowing ? '已关注' : '关注';
  follow.setAttribute('aria-pressed', String(isFollowing));
  byId('is-blocking').checked = standing.isBlocking;
  byId('text').disabled = !isFollowing;
  byId('text').placeholder = isFollowing ? '发送“帮助”试试' : '关注后才能发消息';
  byId('menu').hidden = !isFollowing;
}

async function say(message) {
  const button = byId('compose').querySelector('[type=submit]');
  button.disabled = true;
  try {
    const how = { mode: byId('mode').value, ...NETWORKS[byId('network').value] };
    const sending = ask('/messages', { ...who(), ...how, ...message });
    await refresh();
    const { replies } = await sending;
    await refresh();
    if (replies) {
      const words = new Set(replies).size === 1 ? '三次推送，得到同一个答复' : '三次推送，答复不一样';
      byId('chat').append(element('li', 'note', words));
      byId('chat').scrollTop = byId('chat').scrollHeight;
    }
  } finally {
    button.disabled = false;
    byId('text').focus();
  }
}

async function scan(text) {
  const answer = await ask('/scan', { persona: person.id, text });
  if (answer.message) {
    byId('chat').append(element('li', 'trouble', answer.message));
  } else if (answer.account !== account.key) {
    await chooseAccount(answer.account);
  }
  await Promise.all([refresh(), showContact()]);
  byId('chat').scrollTop = byId('chat').scrollHeight;
}

/** Shows the talk of this person with this account from its beginning. */
async function restart() {
  newest = 0;
  lastTime = 0;
  byId('chat').replaceChildren();
  byId('sms').replaceChildren(element('li', 'none', '还没有短信'));
  await Promise.all([refresh(), showContact()]);
}

async function choosePerson(id) {
  person = people.find((one) => one.id === id) ?? people[0];
  history.replaceState(null, '', `#${person.id}`);
  byId('phone').textContent = `${person.name} ${person.phone}`;
  for (const button of byId('people').querySelectorAll('button')) {
    button.toggleAttribute('aria-current', button.dataset.id === person.id);
  }
  // Links opened from here sign in as this person.
  await fetch(`/personas?persona=${person.id}`);
  await restart();
}

async function chooseAccount(key) {
  account = accounts.find((one) => one.key === key) ?? accounts[0];
  byId('account').value = account.key;
  const mode = byId('mode');
  for (const option of mode.options) {
    option.disabled = option.value !== 'plain' && !account.hasSafeMode;
  }
  mode.value = account.hasSafeMode ? 'safe' : 'plain';
  const { menu } = await ask(`/account?account=${account.key}`);
  showMenu(menu);
  if (person) {
    await restart();
  }
}

function personRow(one) {
  const words = element('span', '', one.name, element('small', '', one.phone));
  const button = element('button', '', face(one.name.slice(-1), one.id), words);
  button.dataset.id = one.id;
  button.addEventListener('click', () => choosePerson(one.id));
  return element('li', '', button);
}

function menuButton(item) {
  if (item.type === 'click') {
    const button = element('button', '', item.name);
    button.addEventListener('click', () => {
      button.closest('details')?.removeAttribute('open');
      say({ event: 'CLICK', eventKey: item.key });
    });
    return button;
  }
  const link = anchor(item.url, item.name);
  link.classList.toggle('mini', item.type === 'miniprogram');
  const isMini = item.type === 'miniprogram';
  link.addEventListener('click', () => {
    link.closest('details')?.removeAttribute('open');
    say({ event: isMini ? 'view_miniprogram' : 'VIEW', eventKey: isMini ? item.pagepath : item.url });
  });
  return link;
}

function showMenu(menu) {
  const buttons = (menu?.button ?? []).map((item) => {
    if (!item.sub_button?.length) {
      return element('div', '', menuButton(item));
    }
    const sub = element('div', '', ...item.sub_button.map(menuButton));
    const group = element('details', '', element('summary', '', item.name), sub);
    group.name = 'menu';
    return element('div', '', group);
  });
  byId('menu').replaceChildren(...buttons);
}

function listen() {
  byId('compose').addEventListener('submit', (event) => {
    event.preventDefault();
    const text = byId('text').value.trim();
    byId('text').value = '';
    if (text) {
      say({ text });
    }
  });
  byId('account').addEventListener('change', () => chooseAccount(byId('account').value));
  byId('follow').addEventListener('click', async () => {
    await say({ event: isFollowing ? 'unsubscribe' : 'subscribe' });
    await showContact();
  });
  byId('is-blocking').addEventListener('change', (event) =>
    ask('/contacts', { ...who(), isBlocking: event.target.checked }),
  );
  startExtras({ say, scan, account: () => account.key });
}

async function start() {
  const [{ personas }, known] = await Promise.all([ask('/personas'), ask('/accounts')]);
  people = personas;
  ({ accounts, appUrl } = known);
  byId('people').append(...people.map(personRow));
  fillOptions(
    byId('account'),
    accounts.map(({ key, name }) => [key, name]),
  );
  listen();
  await chooseAccount();
  await choosePerson(location.hash.slice(1));
  const [showTroubles] = await Promise.all([startTroubles(), refreshStrangers()]);
  const tick = () => {
    byId('clock').textContent = timeOf(Date.now());
  };
  tick();
  setInterval(() => {
    tick();
    for (const again of [refresh, refreshStrangers, showTroubles]) {
      again().catch(() => undefined);
    }
  }, POLL_MS);
}

start();
