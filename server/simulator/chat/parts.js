/** What the chat page's files share: asking the simulator, and making elements. */
export const byId = (id) => document.getElementById(id);

/** A control of the simulator; `body` makes it a POST. Answers `{message}` where it was refused. */
export async function ask(path, body, method = body ? 'POST' : 'GET') {
  const answer = await fetch(`/simulator${path}`, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return answer.json();
}

export function element(tag, className, ...children) {
  const node = document.createElement(tag);
  node.className = className;
  node.append(...children);
  return node;
}

/** Fills a select with `[value, words]` pairs. */
export function fillOptions(select, options) {
  select.replaceChildren(
    ...options.map(([value, words]) => {
      const option = element('option', '', words);
      option.value = value;
      return option;
    }),
  );
}

export const isWebAddress = (text) => /^https?:\/\//.test(text);
export const timeOf = (at) =>
  new Date(at).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' });

export function anchor(href, words) {
  const node = element('a', '', words);
  node.href = href;
  node.target = '_blank';
  node.rel = 'noopener';
  return node;
}
