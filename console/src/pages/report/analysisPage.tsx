import type { ReportView } from '@common/contract/reports';
import { Image } from 'antd';
import { Link } from 'react-router';
import { Figure } from '../../components/figure';
import { EmptyState } from '../../components/states';
import { showRange } from '../../format';

interface Props {
  view: ReportView;
  isUnit: boolean;
}

/** 3 考勤分析: the last one's windows, numbers and picture (manual 001 §三: 截图含刷卡周期和符合条件人数). */
export function AnalysisPage({ view: { analysis, activityId }, isUnit }: Props) {
  const { windows, persons, effectivePersons, creditedPersons, pictureUrl } = analysis;
  const address = `/activities/${activityId}/analysis`;
  if (pictureUrl === null) {
    return (
      <EmptyState
        isSmall
        icon="clock"
        title="还没有考勤分析"
        hint={
          isUnit
            ? '保存考勤分析后，截图和符合条件人数会自动附在这里；未经考勤分析所授学分，一律审核不通过'
            : '举办单位还没有保存考勤分析；未经考勤分析所授学分，一律审核不通过'
        }
        action={isUnit && <Link to={address}>去考勤分析</Link>}
      />
    );
  }
  return (
    <>
      <p className="soft">
        最近一次考勤分析，由系统自动附上，不需要上传。
        <Link to={`${address}?tab=saved`}>{isUnit ? '查看考勤分析' : '查看分析结果'}</Link>
      </p>
      <div className="figures report-figures">
        <Figure label="有考勤" value={persons} unit="人" />
        <Figure
          label="符合条件人数"
          value={effectivePersons}
          unit="人"
          note="刷卡周期内有考勤，并完成所要求的考试与评价"
          tone={effectivePersons > 0 ? 'done' : undefined}
        />
        <Figure label="已授分人数" value={creditedPersons} unit="人" />
      </div>
      <ol className="report-lines" aria-label="刷卡周期">
        {windows.map((window, index) => (
          // Two windows may be of the same time: one for 签到, one for 撤离.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
          <li key={index}>
            <span className="faint">第{index + 1}个刷卡周期</span>
            <span className="mono">{showRange(window)}</span>
          </li>
        ))}
      </ol>
      <figure className="report-picture">
        <Image src={pictureUrl} alt="考勤分析截图，点击放大" />
      </figure>
    </>
  );
}
