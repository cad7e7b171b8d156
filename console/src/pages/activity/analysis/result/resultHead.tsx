import type { ActivityView } from '@common/contract/activities';
import type { analyses } from '@common/contract/analyses';
import type { OutputOf } from '@common/contract/endpoint';
import { dayOf } from '@common/rules/shanghaiTime';
import { Button, Image } from 'antd';
import { Link } from 'react-router';
import { client } from '../../../../api/session';
import { Figure } from '../../../../components/figure';
import { Timeline } from '../../../../components/timeline/timeline';
import { showDateTime } from '../../../../format';
import { useAction } from '../../../../hooks/useAction';
import { inMs } from '../../../activity-edit/draft';
import { methodWords, numberedWindows } from '../words';
import { NextStep } from './nextStep';
import { ResultAlerts } from './resultAlerts';

type Analysis = OutputOf<typeof analyses.getAnalysis>;

interface Props {
  activity: ActivityView;
  analysis: Analysis;
  isReadOnly: boolean;
}

/** What was analysed, by whom and when, with its picture; what it came to, and what is to be done with it. */
export function ResultHead({ activity, analysis, isReadOnly }: Props) {
  const { id, no, at, byName, windows, counts, grantable, creditings, pictureUrl } = analysis;
  const download = useAction(async () => {
    const file = await client.analyses.exportAnalysis({ analysisId: id });
    await file.save();
  });
  return (
    <>
      <p className="analysis-back">
        <Link to={`/activities/${activity.id}/analysis?tab=saved`}>‹ 已保存的分析</Link>
      </p>
      <ResultAlerts analysis={analysis} isReadOnly={isReadOnly} />
      <section className="card" aria-label={`第${no}次考勤分析`}>
        <div className="card__head">
          <h2>第{no}次考勤分析</h2>
          <span className="faint">
            {byName}，{showDateTime(at)}
          </span>
          <div className="cell-actions">
            <Button href={pictureUrl} download>
              下载截图
            </Button>
            <Button loading={download.busy} onClick={() => download.run()}>
              导出Excel
            </Button>
            {!isReadOnly && <NextStep analysis={analysis} />}
          </div>
        </div>
        <div className="figures">
          <Figure label="有考勤" value={counts.persons} unit="人" note={`${counts.swipes}人次`} />
          <Figure label="刷卡周期内" value={counts.attended} unit="人" />
          <Figure
            label="有效"
            value={counts.effective}
            unit="人"
            tone="done"
            note={counts.doubted > 0 ? `${counts.doubted}人有疑点` : undefined}
          />
          <Figure
            label="待授分"
            value={grantable}
            unit="人"
            note={creditings > 0 ? `已用于${creditings}批授分` : '还没有用于授分'}
          />
        </div>
        <div className="analysis-evidence">
          <div className="analysis-evidence__method">
            <p>{methodWords(analysis)}</p>
            <ol aria-label="刷卡周期">
              {numberedWindows(windows).map((line, index) => (
                <li key={line}>
                  <span className="mono">{line}</span>
                  <b>{counts.perWindow[index] ?? 0}人</b>
                </li>
              ))}
            </ol>
          </div>
          <figure className="analysis-evidence__picture">
            <Image src={pictureUrl} alt={`第${no}次考勤分析截图，点击放大`} />
            <figcaption>考勤分析截图</figcaption>
          </figure>
        </div>
        <div className="analysis-evidence__timeline">
          <Timeline
            days={[...new Set(analysis.bars.map((bar) => dayOf(Date.parse(bar.at))))]}
            bars={analysis.bars.map((bar) => ({ ...bar, at: Date.parse(bar.at) }))}
            barMinutes={analysis.barMinutes}
            periods={activity.periods.map(inMs)}
            windows={windows.map((window, index) => ({
              key: String(index),
              ...inMs(window),
              note: `${counts.perWindow[index] ?? 0}人`,
            }))}
          />
        </div>
      </section>
    </>
  );
}
