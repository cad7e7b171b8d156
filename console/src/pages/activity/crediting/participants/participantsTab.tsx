import type { ActivityView } from '@common/contract/activities';
import { Alert, Skeleton } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { client } from '../../../../api/session';
import { Loaded } from '../../../../components/loaded';
import { EmptyState } from '../../../../components/states';
import { useLoad } from '../../../../hooks/useLoad';
import { againAddress } from '../../analysis/words';
import type { Outcome } from '../grantOutcome';
import { AnalysisHead } from './analysisHead';
import { Persons } from './persons';

/** The contract's largest page: nobody analyses an activity more often. */
const ANALYSES = 200;

interface Props {
  activity: ActivityView;
  /** Grows when the crediting has changed: the numbers are asked for anew. */
  turn: number;
  onOutcome: (outcome: Outcome) => void;
}

/** 项目参加者授分 (manual 000 §四3–4): by one 考勤分析, of which the latest is taken where the address names none. */
export function ParticipantsTab({ activity, turn, onOutcome }: Props) {
  const activityId = activity.id;
  const [search, setSearch] = useSearchParams();
  const load = useLoad(
    () => client.analyses.listAnalyses({ activityId, pageSize: ANALYSES }),
    [activityId, turn],
  );
  return (
    <Loaded load={load} skeleton={<Skeleton active className="card pad" paragraph={{ rows: 8 }} />}>
      {({ items }) => {
        const analysis = items.find(({ id }) => id === search.get('analysis')) ?? items[0];
        if (!analysis) {
          return (
            <section className="card">
              <EmptyState
                icon="clock"
                title="还没有考勤分析"
                hint="授分以考勤分析为依据：先设置刷卡周期，分析出有效人员，再给他们授分。未经考勤分析所授学分，一律审核不通过"
                action={<Link to={`/activities/${activityId}/analysis`}>去考勤分析</Link>}
              />
            </section>
          );
        }
        return (
          <>
            {analysis.outdated && (
              <Alert
                className="notice"
                type="warning"
                showIcon
                title={`${analysis.outdated}，不能再按第${analysis.no}次考勤分析授分`}
                action={<Link to={againAddress(activityId, analysis.id)}>重新进行考勤分析</Link>}
              />
            )}
            {analysis.newSwipes > 0 && (
              <Alert
                className="notice"
                type="info"
                showIcon
                title={`第${analysis.no}次考勤分析之后又有${analysis.newSwipes}条考勤，没有计算在内`}
                action={<Link to={againAddress(activityId, analysis.id)}>重新进行考勤分析</Link>}
              />
            )}
            <AnalysisHead
              activity={activity}
              analysis={analysis}
              analyses={items}
              onChoose={(analysisId) => setSearch({ analysis: analysisId })}
            />
            <Persons
              key={`${analysis.id} ${turn}`}
              activity={activity}
              analysis={analysis}
              onOutcome={onOutcome}
            />
          </>
        );
      }}
    </Loaded>
  );
}
