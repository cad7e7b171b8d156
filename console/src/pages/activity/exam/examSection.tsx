import type { ActivityView } from '@common/contract/activities';
import { Segmented, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { PaperTab } from './paperTab';
import './exam.css';

const ExamResults = lazy(() => import('./results/examResults'));

interface Props {
  activity: ActivityView;
  /** What the step line says of the paper has changed. */
  onChange: () => void;
}

/** 考试: the paper with its questions, and how it was done. */
export default function ExamSection({ activity, onChange }: Props) {
  const [search, setSearch] = useSearchParams();
  const tab = search.get('tab') === 'results' ? 'results' : 'paper';
  return (
    <>
      <Segmented
        className="exam-tabs"
        size="large"
        value={tab}
        options={[
          { value: 'paper', label: '试题' },
          { value: 'results', label: '成绩与统计' },
        ]}
        // The page of one tab means nothing in the other.
        onChange={(next) => setSearch(next === 'paper' ? {} : { tab: next })}
      />
      {tab === 'paper' ? (
        <PaperTab activity={activity} onChange={onChange} />
      ) : (
        <Suspense fallback={<Skeleton active className="card pad" paragraph={{ rows: 8 }} />}>
          <ExamResults activity={activity} />
        </Suspense>
      )}
    </>
  );
}
