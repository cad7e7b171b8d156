import fc from 'fast-check';
import { csvLines } from './csv';
import {
  activityFileHead,
  cardHolderLine,
  MOST_SWIPES,
  parseTerminalTime,
  type SwipeRow,
  swipeFileFault,
  swipeRows,
} from './swipeFile';

const HALF_PAST_EIGHT = Date.parse('2026-11-21T00:30:05Z');
const HEAD = '考勤机编号,活动编号,课程序号,卡号,刷卡时间,方向';
const only = (text: string) => Array.from(swipeRows(text));

test('a swipe of a machine', () => {
  expect(only(`${HEAD}\r\n600123,65F0AB,2,a1b2c3,2026-11-21 08:30:05,撤离\r\n`)).toEqual([
    {
      row: 2,
      terminalCode: '600123',
      activityId: '65f0ab',
      courseNumber: 2,
      cardNo: 'A1B2C3',
      at: HALF_PAST_EIGHT,
      direction: 'out',
    },
  ]);
});

test('the columns may stand in any order; what is left out is 签到 of the first course', () => {
  expect(only("\uFEFF刷卡时间\t备注\t卡号\n2026/11/21 8:30:05\tx\t'00012345\n")).toEqual([
    {
      row: 2,
      terminalCode: '',
      activityId: '',
      courseNumber: 1,
      cardNo: '00012345',
      at: HALF_PAST_EIGHT,
      direction: 'in',
    },
  ]);
});

test.each([
  ['缺少卡号', '600123,,1,,2026-11-21 08:30:05,签到'],
  ['卡号', '600123,,1,1.23E+09,2026-11-21 08:30:05,签到'],
  ['刷卡时间', '600123,,1,12345678,21/11/2026 08:30,签到'],
  ['方向', '600123,,1,12345678,2026-11-21 08:30:05,进'],
  ['课程序号', '600123,,0,12345678,2026-11-21 08:30:05,签到'],
])('a line with a wrong %s is named by its number, the others are taken', (words, line) => {
  const [fault, swipe] = only(`${HEAD}\n${line}\n600123,,1,12345678,2026-11-21 08:30:05,签到`);
  expect(fault).toEqual({ row: 2, message: expect.stringContaining(words) });
  expect(swipe).toMatchObject({ row: 3, cardNo: '12345678' });
});

test.each([
  ['空', ''],
  ['没有刷卡记录', `${HEAD}\n\n`],
  ['缺少“刷卡时间”', '卡号,时间\n1,2'],
  ['活动信息', activityFileHead({ id: '1', name: '班', courses: [], periods: [] })],
])('a file that is none of swipes says so: %s', (words, text) => {
  expect(swipeFileFault(text)).toContain(words);
});

test('the bound is one hundred thousand lines', () => {
  const line = '12345678,2026-11-21 08:30:05\n';
  expect(swipeFileFault(`卡号,刷卡时间\n${line.repeat(MOST_SWIPES)}`)).toBeNull();
  expect(swipeFileFault(`卡号,刷卡时间\n${line.repeat(MOST_SWIPES + 1)}`)).toContain('最多');
});

test.each([
  ['2026-11-21 08:30:05', HALF_PAST_EIGHT],
  ['2026/11/21 8:30:05', HALF_PAST_EIGHT],
  ['2026-11-21T08:30:05', HALF_PAST_EIGHT],
  [' 2026-11-21 08:30 ', HALF_PAST_EIGHT - 5_000],
  ['2026-02-29 08:30:05', null],
  ['2026-11-21 24:00:00', null],
  ['2026-11-21', null],
  ['', null],
])('the clock shows %j', (text, at) => {
  expect(parseTerminalTime(text)).toBe(at);
});

test('the activity file: activity, courses, periods, then the people', () => {
  const text =
    activityFileHead({
      id: '65f0ab',
      name: '学习班, 第1期',
      courses: ['围手术期护理', '护理安全'],
      periods: [{ from: HALF_PAST_EIGHT, to: HALF_PAST_EIGHT + 3_600_000 }],
    }) + cardHolderLine({ cardNo: '0001', personnelNo: '1000000013', name: '陈慧敏', unitName: '医院' });
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(Array.from(csvLines(text), ({ cells }) => cells)).toEqual([
    ['活动', '65f0ab', '学习班, 第1期'],
    ['课程', '1', '围手术期护理'],
    ['课程', '2', '护理安全'],
    ['周期', '2026-11-21 08:30', '2026-11-21 09:30'],
    ['卡号', '人员编号', '姓名', '单位'],
    ['0001', '1000000013', '陈慧敏', '医院'],
  ]);
});

test('nothing in a file makes it fail: each line is a swipe or a fault, in order', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom('12345678', '2026-11-21 08:30:05', '签到', '1'),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 7 })), (table) => {
      const found = only(`${HEAD}\n${table.map((cells) => cells.join(',')).join('\n')}`);
      const rows = found.map(({ row }) => row);
      expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
      expect(found.every((each) => 'message' in each || (each as SwipeRow).at % 1000 === 0)).toBe(true);
    }),
  );
});
