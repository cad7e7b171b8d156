import type { ReportView } from '@common/contract/reports';
import { Link } from 'react-router';
import { Figure } from '../../components/figure';
import { EmptyState } from '../../components/states';
import { showRange } from '../../format';

interface Props {
  view: ReportView;
  isUnit: boolean;
}

/** 3 考勤分析: the windows and the numbers, as the system has them (manual 001 §三: 含刷卡周期和符合条件人数). */
export function AnalysisPage({ view: { analysis, activityId }, isUnit }: Props) {
  const { windows, persons, effectivePersons, creditedPersons } = analysis;
  return (
    <>
      <p className="soft">
        由系统按签到记录自动生成并附上，不需要截图或上传。
        {isUnit && <Link to={`/activities/${activityId}/crediting`}>查看考勤明细</Link>}
      </p>
      <div className="figures report-figures">
        <Figure label="签到人数" value={persons} unit="人" />
        <Figure
          label="符合条件人数"
          value={effectivePersons}
          unit="人"
          note="每个刷卡周期内都有签到，并完成所要求的考试与评价"
          tone={effectivePersons > 0 ? 'done' : undefined}
        />
        <Figure label="已授分人数" value={creditedPersons} unit="人" />
      </div>
      {windows.length === 0 ? (
        <EmptyState isSmall icon="clock" title="没有刷卡周期" hint="活动没有举办周期，不能进行考勤分析" />
      ) : (
        <ol className="report-lines" aria-label="刷卡周期">
          {windows.map((window, index) => (
            <li key={window.from}>
              <span className="faint">第{index + 1}周期</span>
              <span className="mono">{showRange(window)}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
