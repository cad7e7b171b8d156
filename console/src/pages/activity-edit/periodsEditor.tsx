import { dayOf } from '@common/rules/shanghaiTime';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { DraftPeriod } from './draft';
import { PeriodCalendar } from './periodCalendar';
import { PeriodList } from './periodList';
import { clash, inOrder, plannedPeriods, type Session } from './plannedPeriods';
import { SessionsField } from './sessionsField';
import './periods.css';

const MOST = 100;

interface Props {
  periods: readonly DraftPeriod[];
  /** The project's year: periods lie in it. */
  year: number;
  /** Periods in force that have begun stay as they are. */
  fixedBefore?: number;
  onChange: (periods: DraftPeriod[]) => void;
}

/** 举办周期: days and each day's sessions are chosen and added; what overlaps is told before it is added. */
export function PeriodsEditor({ periods, year, fixedBefore, onChange }: Props) {
  const today = dayOf(Date.now());
  const [days, setDays] = useState<string[]>([]);
  const [sessions, setSessions] = useState<Session[]>([['08:00', '12:00']]);
  const planned = plannedPeriods(days, sessions);
  const problem = periods.length + planned.length > MOST ? `最多${MOST}个举办周期` : clash(periods, planned);
  const last = periods.at(-1);
  const first = last && Date.parse(last.from) > Date.now() ? dayOf(Date.parse(last.from)) : today;
  const month = year > Number(today.slice(0, 4)) && !last ? `${year}-01` : first.slice(0, 7);
  return (
    <div className="periods-editor">
      <section className="periods-editor__add">
        <h3>1. 选择日期（可多选）</h3>
        <PeriodCalendar
          month={month}
          today={today}
          held={new Set(periods.map(({ from }) => dayOf(Date.parse(from))))}
          chosen={days}
          onChoose={setDays}
        />
        <h3>2. 每天的时间</h3>
        <SessionsField sessions={sessions} onChange={setSessions} />
        {days.length > 0 && problem && <Alert type="error" showIcon title={problem} />}
        <Button
          type="primary"
          block
          disabled={days.length === 0 || problem !== null}
          onClick={() => {
            onChange(inOrder([...periods, ...planned]));
            setDays([]);
          }}
        >
          {days.length === 0 ? '请先选择日期' : `添加${planned.length}个举办周期`}
        </Button>
      </section>
      <PeriodList periods={periods} year={year} fixedBefore={fixedBefore} onChange={onChange} />
    </div>
  );
}
