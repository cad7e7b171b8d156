import { isPhone, maskPhone, normalisePhone } from './phone';

it.each([
  ['13800138000'],
  ['+86 138 0013 8000'],
  ['+86-138-0013-8000'],
  ['008613800138000'],
  ['8613800138000'],
  ['(+86) 13800138000'],
  ['１３８００１３８０００'],
  ['\u202d138 0013 8000\u202c'],
])('takes %j', (typed) => {
  expect(normalisePhone(typed)).toBe('13800138000');
  expect(isPhone(typed)).toBe(true);
});

it.each([
  '',
  '1380013800',
  '138001380000',
  '12800138000',
  '0731-84286376',
  '1380013800a',
  '+1 13800138000',
  '86138001380',
])('refuses %j', (typed) => {
  expect(isPhone(typed)).toBe(false);
});

it('takes every network from 13 to 19, and leaves a number that begins with 86 inside alone', () => {
  for (const prefix of ['13', '14', '15', '16', '17', '18', '19']) {
    expect(isPhone(`${prefix}612345678`)).toBe(true);
  }
  expect(normalisePhone('18612345678')).toBe('18612345678');
});

it.each([
  ['13800138000', '138****8000'],
  ['84286376', '******76'],
  ['110', '***'],
  ['', ''],
])('masks %s as %s', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked);
});
