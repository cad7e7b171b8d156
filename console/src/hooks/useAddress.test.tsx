import { act, renderHook, screen } from '@testing-library/react';
import { Surroundings } from '../../testing/render';
import { oneOf, useAddress } from './useAddress';

const DEFAULTS = { state: 'pending', q: '', page: 1 };
const open = (at: string) =>
  renderHook(() => useAddress(DEFAULTS), {
    wrapper: ({ children }) => <Surroundings at={at}>{children}</Surroundings>,
  }).result;
const address = () => screen.getByTestId('address').textContent;

test('an address without filters means the defaults', () => {
  expect(open('/learners').current[0]).toEqual(DEFAULTS);
});

test('a link sent to a colleague shows the same list', () => {
  expect(open('/learners?state=approved&q=%E7%8E%8B%E4%B8%BD&page=3').current[0]).toEqual({
    state: 'approved',
    q: '王丽',
    page: 3,
  });
});

test('a filter is kept in the address, with what else stands there', () => {
  const result = open('/learners?state=approved&from=mail');
  act(() => result.current[1]({ q: '王', page: 2 }));
  expect(result.current[0]).toEqual({ state: 'approved', q: '王', page: 2 });
  const query = new URLSearchParams(address()?.split('?')[1]);
  expect(Object.fromEntries(query)).toEqual({ state: 'approved', from: 'mail', q: '王', page: '2' });
});

test('what is default leaves the address', () => {
  const result = open('/learners?state=approved&q=x&page=4');
  act(() => result.current[1]({ state: 'pending', q: '', page: 1 }));
  expect(address()).toBe('/learners');
});

test.each(['0', '-1', '1.5', 'two', '1e9', '999999'])('page=%s is not taken', (page) => {
  expect(open(`/learners?page=${page}`).current[0].page).toBe(1);
});

test('an unknown code in the address means the first of the list', () => {
  expect(oneOf(['pending', 'approved'], 'approved')).toBe('approved');
  expect(oneOf(['pending', 'approved'], 'deleted')).toBe('pending');
});
