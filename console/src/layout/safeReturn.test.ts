import { safeReturn } from './safeReturn';

test.each(['/', '/learners?state=approved', '/units/', '/passwords'])('%s is returned to', (from) => {
  expect(safeReturn(from)).toBe(from);
});

test.each([
  null,
  '',
  'units',
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/sign-in',
  '/sign-in?from=%2Fsign-in',
  '/administrator?from=%2F',
  '/password',
])('%j leads to the start', (from) => {
  expect(safeReturn(from)).toBe('/');
});
