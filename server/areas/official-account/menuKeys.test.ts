import { readFileSync } from 'node:fs';
import { parseMessage } from '@common/rules/messageGrammar';

const menu = JSON.parse(readFileSync('config/wechat-menu.json', 'utf8'));

/** The keys of all entries that are answered by a message, however deep. */
function keysIn(entry: unknown): string[] {
  if (typeof entry !== 'object' || entry === null) {
    return [];
  }
  const own = 'key' in entry && typeof entry.key === 'string' ? [entry.key] : [];
  return [...own, ...Object.values(entry).flatMap(keysIn)];
}

it.each(keysIn(menu))('the menu’s %s is a command', (key) => {
  expect(parseMessage(key).kind).not.toBe('unknown');
});
