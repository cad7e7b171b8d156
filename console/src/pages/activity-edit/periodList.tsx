import { formatDay, startOfDay } from '@common/rules/shanghaiTime';
import { Button } from 'antd';
import { Icon } from '../../components/icon';
import { EmptyState } from '../../components/states';
import { showHoursOfDay, showRange } from '../../format';
import type { DraftPeriod } from './draft';
import { byDay, faultByPeriod } from './plannedPeriods';

interface Props {
  periods: readonly DraftPeriod[];
  year: number;
  fixedBefore?: number;
  onChange: (periods: DraftPeriod[]) => void;
}

/** The periods under their days; a faulty one says what is wrong with it. */
export function PeriodList({ periods, year, fixedBefore = 0, onChange }: Props) {
  if (periods.length === 0) {
    return (
      <section className="period-list">
        <EmptyState
          isSmall
          icon="calendar"
          title="还没有举办周期"
          hint="举办周期是实际举办的时间段，考勤必须在周期内才有效，每个周期都要签到"
        />
      </section>
    );
  }
  const days = byDay(periods);
  const faults = faultByPeriod(periods, year, Date.now());
  return (
    <section className="period-list">
      <h3>
        已添加<b>{days.length}</b>天，<b>{periods.length}</b>个举办周期
      </h3>
      <ol aria-label="举办周期">
        {days.map(([day, list]) => (
          <li key={day} className="period-list__day">
            <div className="period-list__date">
              <b>{formatDay(startOfDay(day))}</b>
              <span className="faint mono">{day}</span>
            </div>
            <ul>
              {list.map(({ period, index }) => {
                const isFixed = Date.parse(period.from) <= fixedBefore;
                const fault = isFixed ? undefined : faults.get(index);
                return (
                  <li key={index} className={fault ? 'period-list__faulty' : undefined}>
                    <span className="faint">第{index + 1}周期</span>
                    <span className="mono">
                      {period.to.slice(0, 10) === period.from.slice(0, 10)
                        ? showHoursOfDay(period)
                        : showRange(period)}
                    </span>
                    {isFixed ? (
                      <span className="faint">已经开始，不能变更</span>
                    ) : (
                      <Button
                        type="text"
                        size="small"
                        aria-label={`删除第${index + 1}周期`}
                        icon={<Icon name="close" size={14} />}
                        onClick={() => onChange(periods.filter((_, at) => at !== index))}
                      />
                    )}
                    {fault && <p>{fault}</p>}
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ol>
      {fixedBefore === 0 && (
        <Button type="link" className="inline-link" danger onClick={() => onChange([])}>
          全部删除，重新安排
        </Button>
      )}
    </section>
  );
}
