import { nearestListed, regionOf } from './region';

test.each([
  ['', '00'],
  ['4111', '4111'],
  ['411', '00'],
  ['41110212', '00'],
  ['abc', '00'],
])('%j of the address is %s', (text, region) => {
  expect(regionOf(text)).toBe(region);
});

test.each([
  ['411102', '4111'],
  ['4111', '4111'],
  ['4115', '41'],
  ['4301', '00'],
  ['00', '00'],
])('%s stands under %s', (region, listed) => {
  expect(nearestListed(['00', '41', '4111'], region)).toBe(listed);
});
