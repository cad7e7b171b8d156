import { isFresh, isSignature, signatureOf, singleFields } from './signature';
import { vectors } from './vectors.json';

it.each(vectors.filter(({ kind }) => kind === 'plain_signature'))('agrees with $id', (vector) => {
  const { token = '', timestamp = '', nonce = '', signature } = vector;
  expect(signatureOf(token, timestamp, nonce)).toBe(signature);
});

it.each(vectors.filter(({ kind }) => kind === 'sha1_sorted'))(
  'agrees with $id',
  ({ parts = [], signature }) => {
    expect(signatureOf(...parts)).toBe(signature);
  },
);

it('does not change what it is given', () => {
  const parts = ['b', 'a'];
  signatureOf(...parts);
  expect(parts).toEqual(['b', 'a']);
});

describe('comparing', () => {
  const right = signatureOf('t', '1', '2');
  it('takes the right one', () => expect(isSignature(right, right)).toBe(true));
  it.each([
    undefined,
    '',
    right.slice(1),
    `${right}0`,
    right.toUpperCase().replace(/[0-9]/g, 'A'),
    'z'.repeat(40),
    '签'.repeat(40),
    `${right.slice(0, -1)}${right.endsWith('0') ? '1' : '0'}`,
  ])('refuses %p without throwing', (given) => expect(isSignature(right, given)).toBe(false));
});

describe('the age of a request', () => {
  const now = 1_800_000_000_000;
  it.each([
    ['1800000000', true],
    ['1799999700', true],
    ['1799999699', false],
    ['1800000300', true],
    ['1800000301', false],
    ['', false],
    ['NaN', false],
    ['1e9', false],
    ['-1', false],
    ['18000000000000', false],
    [undefined, false],
  ])('%p -> %p', (timestamp, expected) => expect(isFresh(timestamp, now)).toBe(expected));
});

it('refuses a name that is given twice', () => {
  expect(singleFields({ nonce: ['a', 'b'] })).toBeNull();
  expect(singleFields({ nonce: 'a' })?.get('nonce')).toBe('a');
});
