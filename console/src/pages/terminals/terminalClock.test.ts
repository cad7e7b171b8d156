import { clockNow, skewOf, skewWords } from './terminalClock';

const READ = Date.parse('2026-11-21T00:30:00Z');

test('a clock that was read has gone on when the file is sent', () => {
  expect(clockNow({ text: '2026-11-21 08:29:00', at: READ }, READ + 90_000)).toBe('2026-11-21 08:30:30');
  expect(clockNow({ text: '八点半', at: READ }, READ)).toBeNull();
});

test('how far it is off, in words', () => {
  expect(skewOf({ text: '2026-11-21 08:29:00', at: READ })).toBe(-60);
  expect([-60, 65, 7380, 5, -5].map(skewWords)).toEqual([
    '慢1分00秒',
    '快1分05秒',
    '快2小时03分',
    '准确',
    '准确',
  ]);
});
