import type { ActivityView } from '@common/contract/activities';
import { showDate, showHoursOfDay, showRange } from '../../../format';

type Change = NonNullable<ActivityView['change']>;
type Plan = Pick<ActivityView, 'venue' | 'address' | 'periods'>;

/** One line of 变更: what it was and what it shall be. */
export interface ChangedLine {
  name: string;
  before: string[];
  after: string[];
}

const words = (period: Plan['periods'][number]) =>
  showDate(period.from) === showDate(period.to)
    ? `${showDate(period.from)} ${showHoursOfDay(period)}`
    : showRange(period);
const lineOf = (name: string, before: string[], after: string[]): ChangedLine[] =>
  before.join('\n') === after.join('\n') ? [] : [{ name, before, after }];
const given = (text: string) => (text ? [text] : ['未填写']);

/** What a change alters, line by line; what stays is left out. */
export function changeDiff(now: Plan, change: Pick<Change, 'venue' | 'address' | 'periods'>): ChangedLine[] {
  return [
    ...lineOf('会场', given(now.venue), given(change.venue)),
    ...lineOf('详细地址', given(now.address), given(change.address)),
    ...lineOf('举办周期', now.periods.map(words), change.periods.map(words)),
  ];
}
