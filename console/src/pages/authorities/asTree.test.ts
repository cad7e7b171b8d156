import type { AuthorityRow } from '@common/contract/regionsUnits';
import { type AuthorityNode, asTree, openAtFirst } from './asTree';

const row = (regionCode: string): AuthorityRow => ({
  id: `id${regionCode}`,
  code: regionCode.padEnd(6, '0'),
  name: regionCode,
  level: 'county',
  regionCode,
  regionName: '',
  hasAccount: true,
  administrators: 0,
  units: 0,
});
const shape = (nodes: AuthorityNode[]): unknown[] =>
  nodes.map(({ regionCode, children }) => (children ? [regionCode, ...shape(children)] : regionCode));

test('each stands under the one right above it', () => {
  expect(shape(asTree(['41', '4111', '411121', '411122', '4101'].map(row)))).toEqual([
    ['41', ['4111', '411121', '411122'], '4101'],
  ]);
});

test('a missing level is skipped, and the nation is above all', () => {
  expect(shape(asTree(['411121', '', '41'].map(row)))).toEqual([['', ['41', '411121']]]);
});

test('a county on its own is a tree of one', () => {
  expect(shape(asTree([row('411121')]))).toEqual(['411121']);
});

test('a short list is unfolded, a long one shows its first level', () => {
  expect(openAtFirst(['41', '4111'].map(row))).toEqual(['id41', 'id4111']);
  const many = ['41', ...Array.from({ length: 99 }, (_, i) => `41${String(i + 1).padStart(2, '0')}`)];
  expect(openAtFirst(many.map(row))).toEqual(['id41']);
});
