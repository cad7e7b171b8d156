import type { ActivityView } from '@common/contract/activities';
import { showDate, showHoursOfDay, showRange } from '../../../format';
import { type Place, showPlace } from '../../activity-edit/place';

type Change = NonNullable<ActivityView['change']>;
type Plan = Pick<ActivityView, 'venue' | 'address' | 'point' | 'periods'>;

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
const at = (point: Place | null) => given(point ? showPlace(point) : '');
const given = (text: string) => (text ? [text] : ['未填写']);

/** What a change alters, line by line; what stays is left out. */
export function changeDiff(
  now: Plan,
  change: Pick<Change, 'venue' | 'address' | 'point' | 'periods'>,
): ChangedLine[] {
  const isElsewhere = now.venue !== change.venue || now.address !== change.address;
  return [
    ...lineOf('会场', given(now.venue), given(change.venue)),
    ...lineOf('详细地址', given(now.address), given(change.address)),
    ...lineOf('地图位置', at(now.point), at(change.point ?? (isElsewhere ? null : now.point))),
    ...lineOf('举办周期', now.periods.map(words), change.periods.map(words)),
  ];
}
