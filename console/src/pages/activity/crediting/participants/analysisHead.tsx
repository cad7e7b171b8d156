import type { ActivityView } from '@common/contract/activities';
import type { SavedAnalysis } from '@common/contract/analyses';
import { CREDIT_CLASSES } from '@common/terms';
import { Select } from 'antd';
import { Link } from 'react-router';
import { Figure } from '../../../../components/figure';
import { showCredits, showDateTime } from '../../../../format';
import { methodWords, windowWords } from '../../analysis/words';

interface Props {
  activity: ActivityView;
  analysis: SavedAnalysis;
  /** All of the activity, the latest first. */
  analyses: readonly SavedAnalysis[];
  onChoose: (analysisId: string) => void;
}

/** By which 考勤分析 is granted, in words, and how many it leaves. */
export function AnalysisHead({ activity, analysis, analyses, onChoose }: Props) {
  const { counts, grantable, strategy, windows } = analysis;
  const each = showCredits(activity.credits);
  return (
    <section className="card attendance-head" aria-label="授分依据">
      <div className="figures">
        <Figure
          label="有效"
          value={counts.effective}
          unit="人"
          tone="done"
          note={
            counts.doubted > 0 ? (
              <Link to={`/activities/${activity.id}/attendance?tab=doubts`}>{counts.doubted}人有疑点</Link>
            ) : (
              `${counts.persons}人有考勤`
            )
          }
        />
        <Figure
          label="已授分"
          value={counts.effective - grantable}
          unit="人"
          note={<Link to={`/creditings?activity=${activity.id}`}>授分记录</Link>}
        />
        <Figure label="可授分" value={grantable} unit="人" tone={grantable > 0 ? 'live' : undefined} />
        <Figure
          label={`每人${CREDIT_CLASSES[activity.creditClass]}`}
          value={strategy === 'perCourse' ? `至多${each.slice(0, -1)}` : each.slice(0, -1)}
          unit="分"
        />
      </div>
      <div className="attendance-head__rule">
        <div className="attendance-head__which">
          <b>授分依据</b>
          <Select
            aria-label="考勤分析"
            value={analysis.id}
            options={analyses.map(({ id, no, at, byName }) => ({
              value: id,
              label: `第${no}次考勤分析　${showDateTime(at)}　${byName}`,
            }))}
            onChange={onChoose}
          />
        </div>
        <p className="soft">{methodWords(analysis)}</p>
        <ol>
          {windows.map((window, index) => (
            <li key={windowWords(window)} className="mono">
              <em>{index + 1}</em>
              {windowWords(window)}
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
