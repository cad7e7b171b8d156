/**
 * The files between us and a 刷卡考勤机 (manual 004: 下载活动信息到MBOX机 → 举办活动（刷卡） → 上传信息); docs/terminals.md describes them
 * for whoever connects another make.
 */
import type { Direction } from '../terms';
import { type CsvLine, csvLine, csvLines } from './csv';
import { formatDateTime, startOfDay } from './shanghaiTime';

/** One upload has so many rows at most: a week's swipes of a thousand people. */
export const MOST_SWIPES = 100_000;
const BOM = '\uFEFF';
const CARD_NO = /^[0-9A-Z]{4,20}$/;
const DIRECTION_OF: Readonly<Record<string, Direction>> = {
  '': 'in',
  签到: 'in',
  撤离: 'out',
  签退: 'out',
};
const COLUMNS = {
  terminal: '考勤机编号',
  activity: '活动编号',
  course: '课程序号',
  card: '卡号',
  time: '刷卡时间',
  direction: '方向',
} as const;
type Column = keyof typeof COLUMNS;

/** What a machine is told of an activity. Times in milliseconds since the epoch. */
export interface TerminalActivity {
  /** As a swipe's 活动编号 names it again. */
  id: string;
  name: string;
  courses: readonly string[];
  periods: readonly { from: number; to: number }[];
}

/** Who may swipe, as the machine shows him. */
export interface CardHolder {
  cardNo: string;
  personnelNo: string;
  name: string;
  unitName: string;
}

/** The head of the activity file; `cardHolderLine` follows for each person. */
export function activityFileHead({ id, name, courses, periods }: TerminalActivity): string {
  const lines = [
    ['活动', id, name],
    ...courses.map((course, at) => ['课程', String(at + 1), course]),
    ...periods.map(({ from, to }) => ['周期', formatDateTime(from), formatDateTime(to)]),
    ['卡号', '人员编号', '姓名', '单位'],
  ];
  return BOM + lines.map(csvLine).join('');
}

export function cardHolderLine({ cardNo, personnelNo, name, unitName }: CardHolder): string {
  return csvLine([cardNo, personnelNo, name, unitName]);
}

/** One swipe as the machine wrote it. */
export interface SwipeRow {
  /** The line in the file, from 1. */
  row: number;
  /** Empty where the file has none. */
  terminalCode: string;
  activityId: string;
  /** Of the activity's list, from 1. */
  courseNumber: number;
  cardNo: string;
  /** Milliseconds since the epoch by the machine's clock, whole seconds. */
  at: number;
  direction: Direction;
}

export interface SwipeFault {
  row: number;
  /** Chinese, says what is wrong with the line. */
  message: string;
}

/** What is wrong with a file as a whole, or null: then each of its lines is a swipe or has its own fault. */
export function swipeFileFault(text: string): string | null {
  const lines = csvLines(text);
  const { value: head } = lines.next();
  if (!head) {
    return '文件是空的，请选择考勤机导出的刷卡记录';
  }
  if ((head as CsvLine).cells[0] === '活动') {
    return '这是下载到考勤机的活动信息，请选择考勤机导出的刷卡记录';
  }
  const missing = (['card', 'time'] as const).filter((column) => placeOf(head, column) < 0);
  if (missing.length > 0) {
    const words = missing.map((column) => `“${COLUMNS[column]}”`).join('');
    return `第1行须是表头，缺少${words}；表头为：${Object.values(COLUMNS).join('、')}`;
  }
  let count = 0;
  for (const _line of lines) {
    count += 1;
    if (count > MOST_SWIPES) {
      return `一次最多上传${MOST_SWIPES}行，请分成几个文件`;
    }
  }
  return count === 0 ? '文件里没有刷卡记录' : null;
}

/** The swipes of a file without a fault, one after another and in its order, so that the largest needs no more memory than the smallest. */
export function* swipeRows(text: string): Generator<SwipeRow | SwipeFault> {
  const lines = csvLines(text);
  const { value: head } = lines.next();
  if (!head) {
    return;
  }
  const places = Object.fromEntries(
    (Object.keys(COLUMNS) as Column[]).map((column) => [column, placeOf(head, column)]),
  ) as Record<Column, number>;
  for (const line of lines) {
    yield swipeOf(line.row, (column) => line.cells[places[column]] ?? '');
  }
}

const placeOf = (head: CsvLine, column: Column) => head.cells.indexOf(COLUMNS[column]);

function swipeOf(row: number, cell: (column: Column) => string): SwipeRow | SwipeFault {
  const cardNo = cardNoOf(cell('card'));
  if (!cardNo) {
    return { row, message: cell('card') ? '卡号应为4至20位数字或字母' : '缺少卡号' };
  }
  const at = parseTerminalTime(cell('time'));
  if (at === null) {
    return { row, message: '刷卡时间应如 2026-11-21 08:30:05' };
  }
  const direction = DIRECTION_OF[cell('direction')];
  if (!direction) {
    return { row, message: '方向应为签到或撤离' };
  }
  const course = cell('course') || '1';
  if (!/^\d{1,3}$/.test(course) || Number(course) === 0) {
    return { row, message: '课程序号应为活动信息里的序号，如 1' };
  }
  return {
    row,
    terminalCode: cell('terminal'),
    activityId: cell('activity').toLowerCase(),
    courseNumber: Number(course),
    cardNo,
    at,
    direction,
  };
}

/** A card's number as it is kept: capitals, no spaces; null for what is none. */
export function cardNoOf(text: string): string | null {
  const cardNo = text.replace(/[\s']/g, '').toUpperCase();
  return CARD_NO.test(cardNo) ? cardNo : null;
}

/**
 * The clock of a machine in China as milliseconds since the epoch: `2026-11-21 08:30:05`, also with slashes, a T, without seconds
 * or with one digit, as Excel writes it again. Null for what is no time.
 */
export function parseTerminalTime(text: string): number | null {
  const [, year, month, date, hour, minute, second = '0'] =
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text.trim()) ?? [];
  if (!year || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    return null;
  }
  const two = (digits = '') => digits.padStart(2, '0');
  try {
    const day = startOfDay(`${year}-${two(month)}-${two(date)}`);
    return day + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000;
  } catch {
    return null;
  }
}
