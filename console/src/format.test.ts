import { showWait } from './format';

test.each([
  [1, '1秒'],
  [59, '59秒'],
  [60, '1分00秒'],
  [872, '14分32秒'],
  [3600, '1小时00分'],
  [7380, '2小时03分'],
])('%i seconds read %s', (seconds, text) => {
  expect(showWait(seconds)).toBe(text);
});
