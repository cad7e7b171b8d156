/** Every action that the server writes into the log has a Chinese name, and every name an action. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AUDIT_ACTIONS, actionLabel, READING_ACTIONS } from '@common/auditActions';

const AREAS = path.join(__dirname, '..');
const known = Object.keys(AUDIT_ACTIONS);
const kinds = new Set(known.map((action) => action.split('.')[0]));

const source = readdirSync(AREAS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(path.join(AREAS, file), 'utf8'))
  .join('\n')
  // The names of counters look alike.
  .replace(/createSlidingWindow\([^)]*\)/g, '');

/** What is written out: behind `action:`, or of a kind that has actions. */
const literals = [...source.matchAll(/(action: )?'([a-z]+(?:-[a-z]+)*)\.([a-z][a-zA-Z-]*)'/g)]
  .filter(([, isAction, kind]) => isAction || kinds.has(kind))
  .map(([, , kind, deed]) => `${kind}.${deed}`);
/** What is put together, `learner.${state}`, `${kind}.password-reset`: one part of it is known here. */
const composedKinds = [...source.matchAll(/`([a-z]+(?:-[a-z]+)*)\.\$\{[^}]*\}`/g)].flatMap(([, kind]) =>
  kinds.has(kind) || kind?.includes('-') ? [kind] : [],
);
const composedDeeds = [...source.matchAll(/action: `\$\{\w+\}\.([a-z-]+)`/g)].map(([, deed]) => deed);

test('every action has a name', () => {
  expect(literals.length).toBeGreaterThan(20);
  expect([...new Set(literals)].filter((action) => !known.includes(action))).toEqual([]);
  expect(composedKinds.filter((kind) => !kinds.has(kind))).toEqual([]);
  expect(composedDeeds.filter((deed) => !known.some((action) => action.endsWith(`.${deed}`)))).toEqual([]);
});

test('every name is of an action', () => {
  const isWritten = (action: string) => {
    const [kind, deed] = action.split('.');
    return literals.includes(action) || composedKinds.includes(kind) || composedDeeds.includes(deed);
  };
  expect(known.filter((action) => !isWritten(action))).toEqual([]);
});

test('no two actions have the same name, and none shows a code', () => {
  const labels = Object.values(AUDIT_ACTIONS);
  expect(new Set(labels).size).toBe(labels.length);
  expect(labels.filter((label) => /[a-z]/i.test(label))).toEqual([]);
  expect(actionLabel('of.an-older-version')).toBe('其他操作');
});

test('reading actions are actions', () => {
  expect(READING_ACTIONS.every((action) => known.includes(action))).toBe(true);
});
