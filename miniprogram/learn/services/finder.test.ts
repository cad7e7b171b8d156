import { resetTaro } from '@/testing/taro';
import { activityIdOf } from './activityAddress';
import { keptFilters, NO_FILTERS, queryOf } from './finder';

const TODAY = '2026-11-18';
const HERE = { longitude: 114, latitude: 33.5 };
const COUNTY = [
  { code: '41', name: '河南省', hasChildren: true },
  { code: '4111', name: '漯河市', hasChildren: true },
];

beforeEach(resetTaro);

test('nothing chosen asks for everything', () => {
  expect(queryOf(NO_FILTERS, '', TODAY, null)).toEqual({ q: '' });
});

test('the smallest region, the discipline and the level are asked for', () => {
  const filters = { ...NO_FILTERS, discipline: '14', regions: COUNTY, level: 'national' as const };
  expect(queryOf(filters, '护理', TODAY, null)).toEqual({
    q: '护理',
    discipline: '14',
    region: '4111',
    level: 'national',
  });
});

test('本周 and 本月 begin today', () => {
  expect(queryOf({ ...NO_FILTERS, range: 'week' }, '', TODAY, null)).toMatchObject({
    from: TODAY,
    to: '2026-11-22',
  });
  expect(queryOf({ ...NO_FILTERS, range: 'month' }, '', TODAY, null)).toMatchObject({
    from: TODAY,
    to: '2026-11-30',
  });
});

test('only 附近 tells where one is', () => {
  expect(queryOf({ ...NO_FILTERS, range: 'near' }, '', TODAY, HERE)).toMatchObject(HERE);
  expect(queryOf(NO_FILTERS, '', TODAY, HERE)).toEqual({ q: '' });
});

test('the filters are kept for the day', () => {
  const filters = { ...NO_FILTERS, discipline: '1402' };
  keptFilters.keep(filters, TODAY);
  expect(keptFilters.get(TODAY)).toEqual(filters);
  expect(keptFilters.get('2026-11-19')).toEqual(NO_FILTERS);
});

const ID = 'a'.repeat(24);
test.each([
  [{ id: ID }, ID],
  [{ q: encodeURIComponent(`https://h.example.com/#/learn/activity/index?id=${ID}`) }, ID],
  [{ q: `https://h.example.com/#/learn/activity/index?id=${ID}` }, ID],
  [{ id: '../me' }, undefined],
  [{}, undefined],
])('the address %j leads to %s', (params, activityId) => {
  expect(activityIdOf(params)).toBe(activityId);
});
