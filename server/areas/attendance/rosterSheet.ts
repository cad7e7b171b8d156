import type { RosterRow } from '@common/contract/attendance';
import { formatHours } from '@common/rules/credits';
import type { Period } from '@common/rules/periods';
import { formatDateTime } from '@common/rules/shanghaiTime';

const showTime = (iso: string | null) => (iso === null ? '' : formatDateTime(Date.parse(iso)));

/** The headings of 签到与撤离名单: two columns for each holding period. */
export function rosterColumns(periods: readonly Period[]): [string, number][] {
  const times = periods.flatMap((_, i): [string, number][] => {
    const of = periods.length > 1 ? `第${i + 1}周期` : '';
    return [
      [`${of}签到时间`, 20],
      [`${of}撤离时间`, 20],
    ];
  });
  return [
    ['序号', 8],
    ['姓名', 14],
    ['身份证号', 22],
    ['单位', 30],
    ['科室', 18],
    ...times,
    ['实际参会学时', 14],
    ['完成规定学时', 14],
    ['备注', 24],
  ];
}

export function rosterLine(row: RosterRow, no: number): string[] {
  return [
    String(no),
    row.name,
    row.idNoMasked,
    row.unitName,
    row.department,
    ...row.periods.flatMap((period) => [showTime(period.in), showTime(period.out)]),
    formatHours(row.minutes),
    row.isFull ? '是' : '否',
    row.learnerId === null ? '现场登记，尚未注册' : '',
  ];
}
