import type { ActivityView } from '@common/contract/activities';
import { EmptyState } from '../../components/states';
import { showDate, showDay, showHoursOfDay, showRange } from '../../format';
import './overview.css';

/** 举办周期 in order. */
export function PeriodsCard({ activity: { periods } }: { activity: ActivityView }) {
  return (
    <section className="card">
      <div className="card__head">
        <h2>举办周期</h2>
        <span className="faint">只有周期内的签到有效，每个周期都要签到</span>
      </div>
      {periods.length === 0 ? (
        <EmptyState
          isSmall
          icon="clock"
          title="还没有举办周期"
          hint="由举办单位在提交申请前填写；没有举办周期就不能签到"
        />
      ) : (
        <ol className="periods">
          {periods.map((period, index) => (
            <li key={period.from}>
              <span className="periods__no">第{index + 1}周期</span>
              {showDate(period.from) === showDate(period.to) ? (
                <>
                  <b>{showDay(period.from)}</b>
                  <span className="mono">{showHoursOfDay(period)}</span>
                  <span className="faint">{showDate(period.from)}</span>
                </>
              ) : (
                <b className="mono">{showRange(period)}</b>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
