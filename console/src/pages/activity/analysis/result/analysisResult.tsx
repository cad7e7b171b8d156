import type { ActivityView } from '@common/contract/activities';
import { Skeleton } from 'antd';
import { Link } from 'react-router';
import { client } from '../../../../api/session';
import { Loaded } from '../../../../components/loaded';
import { EmptyState } from '../../../../components/states';
import { useLoad } from '../../../../hooks/useLoad';
import { ResultHead } from './resultHead';
import { ResultList } from './resultList';
import './result.css';

interface Props {
  activity: ActivityView;
  analysisId: string;
  isReadOnly: boolean;
}

/** One saved analysis: what it went by, its picture and counts, and everybody with the reason of who is left out. */
export default function AnalysisResult({ activity, analysisId, isReadOnly }: Props) {
  const load = useLoad(() => client.analyses.getAnalysis({ analysisId }), [analysisId]);
  const all = `/activities/${activity.id}/analysis?tab=saved`;
  if (load.error?.code === 'NOT_FOUND') {
    return (
      <section className="card">
        <EmptyState
          title="没有找到这次考勤分析"
          hint="它可能属于别的项目，或不在您的管理范围内"
          action={<Link to={all}>查看已保存的分析</Link>}
        />
      </section>
    );
  }
  return (
    <Loaded load={load} skeleton={<Skeleton active className="card pad" paragraph={{ rows: 8 }} />}>
      {(analysis) => (
        <>
          <ResultHead activity={activity} analysis={analysis} isReadOnly={isReadOnly} />
          <ResultList analysis={analysis} isReadOnly={isReadOnly} />
        </>
      )}
    </Loaded>
  );
}
