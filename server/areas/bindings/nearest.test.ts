import { nearestFirst } from './nearest';

const accounts = [
  { key: 'other', regionCode: '4301' },
  { key: 'main', regionCode: '' },
  { key: 'province', regionCode: '41' },
  { key: 'county', regionCode: '411102' },
  { key: 'city', regionCode: '4111' },
];

test.each([
  ['411102', 'county city province main other'],
  ['411103', 'city province main other county'],
  ['430102', 'other main province county city'],
  ['', 'main other province county city'],
])('of %s: %s', (regionCode, expected) => {
  expect(nearestFirst(accounts, regionCode).map(({ key }) => key)).toEqual(expected.split(' '));
});

test('the main account may have a region of its own', () => {
  const two = [
    { key: 'main', regionCode: '41' },
    { key: 'city', regionCode: '4111' },
  ];
  expect(nearestFirst(two, '411102').map(({ key }) => key)).toEqual(['city', 'main']);
  expect(nearestFirst(two, '410102').map(({ key }) => key)).toEqual(['main', 'city']);
});
