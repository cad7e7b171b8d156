import type { ActivityView } from '@common/contract/activities';
import { Segmented, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { idOf } from '../../../hooks/useAddress';
import './analysis.css';

const AnalysisEditor = lazy(() => import('./editor/analysisEditor'));
const AnalysisResult = lazy(() => import('./result/analysisResult'));
const SavedAnalyses = lazy(() => import('./saved/savedAnalyses'));
const Comparison = lazy(() => import('./saved/comparison'));

interface Props {
  activity: ActivityView;
  /** An authority looks at what was saved. */
  isReadOnly: boolean;
  /** An analysis was saved. */
  onChange: () => void;
}

/**
 * 考勤分析 (manual 000 §四.2, 001 §三(三)3): windows drawn over the swipes, saved as evidence, looked at and compared. The address
 * says what is shown: `analysis` one of them, `first` and `second` two compared, `tab=saved` all, `again` a new one like that.
 */
export default function AnalysisSection({ activity, isReadOnly, onChange }: Props) {
  const [search, setSearch] = useSearchParams();
  const given = (name: string) => idOf(search.get(name) ?? '');
  const [analysisId, first, second, again] = ['analysis', 'first', 'second', 'again'].map(given);
  const tab = isReadOnly || search.get('tab') === 'saved' ? 'saved' : 'draw';
  return (
    <Suspense fallback={<Skeleton active className="card pad" paragraph={{ rows: 8 }} />}>
      {analysisId ? (
        <AnalysisResult
          key={analysisId}
          activity={activity}
          analysisId={analysisId}
          isReadOnly={isReadOnly}
        />
      ) : first && second ? (
        <Comparison activityId={activity.id} first={first} second={second} />
      ) : (
        <>
          {!isReadOnly && (
            <Segmented
              className="analysis-tabs"
              size="large"
              value={tab}
              options={[
                { value: 'draw', label: '设置刷卡周期' },
                { value: 'saved', label: '已保存的分析' },
              ]}
              onChange={(next) => setSearch(next === 'saved' ? { tab: next } : {})}
            />
          )}
          {tab === 'saved' ? (
            <SavedAnalyses activity={activity} isReadOnly={isReadOnly} />
          ) : (
            <AnalysisEditor
              activity={activity}
              again={again ?? null}
              onSaved={(id) => {
                onChange();
                setSearch({ analysis: id });
              }}
            />
          )}
        </>
      )}
    </Suspense>
  );
}
