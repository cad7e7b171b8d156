import type { ScreenView } from '@common/contract/checkIns';
import { formatRange } from '@common/rules/shanghaiTime';
import { DIRECTIONS } from '@common/terms';

/** What is held here: the activity, the course that this code is for, where and when. `now` is the server's time, ms. */
export function AboutPanel({ view, now }: { view: ScreenView; now: number }) {
  const { activityName, courseName, venue } = view;
  return (
    <div className="about__names">
      <h1>{activityName}</h1>
      {courseName !== activityName && <h2>{courseName}</h2>}
      <dl className="about__facts">
        <Periods label="举办周期" periods={view.periods} now={now} />
        {JSON.stringify(view.hours) !== JSON.stringify(view.periods) && (
          <Periods label={`${DIRECTIONS[view.direction]}时间`} periods={view.hours} now={now} />
        )}
        {venue && (
          <div>
            <dt>会场地址</dt>
            <dd>{venue}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}

interface PeriodsProps {
  label: string;
  periods: ScreenView['periods'];
  now: number;
}

/** In words: the one that runs or comes next, and how many there are. */
function Periods({ label, periods, now }: PeriodsProps) {
  const coming = periods.findIndex((period) => Date.parse(period.to) >= now);
  const index = coming === -1 ? periods.length - 1 : coming;
  const period = periods[index];
  if (!period) {
    return null;
  }
  return (
    <div>
      <dt>{periods.length > 1 ? `${label} ${index + 1}/${periods.length}` : label}</dt>
      <dd>{formatRange(Date.parse(period.from), Date.parse(period.to))}</dd>
    </div>
  );
}
