import { Alert, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { client } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { DecisionModal } from '../../components/review/decisionModal';
import { ReviewStatus } from '../../components/review/reviewStatus';
import { EmptyState } from '../../components/states';
import { scrollToTop } from '../../hooks/scrollToTop';
import { useLoad } from '../../hooks/useLoad';
import { ACTIVITY_PAGES } from '../activity/activityPages';
import { ChangeCard } from '../activity/change/changeCard';
import { OverviewSection } from '../activity/overviewSection';
import { useArrowKeys } from '../learner/useArrowKeys';
import { DecideChange } from './decideChange';
import { REASON_WORDS } from './reasonWords';
import { ReviewBar } from './reviewBar';
import { useDecide } from './useDecide';
import { useReviewNeighbours } from './useReviewNeighbours';
import '../activity/activity.css';
import './activityReviews.css';

/** One application to hold an activity as its reviewers see it: everything, the documents too, and the decision. */
export default function ActivityReviewPage() {
  const { activityId = '' } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const neighbours = useReviewNeighbours(activityId);
  const load = useLoad(() => client.activities.getActivity({ activityId }), [activityId]);
  const [asking, setAsking] = useState<'return' | 'reject' | null>(null);
  const go = (id: string) => {
    navigate(`/activity-reviews/${id}${search}`, { replace: true });
    scrollToTop();
  };
  const { previous, next, nextWaiting } = neighbours;
  useArrowKeys(previous && (() => go(previous.id)), next && (() => go(next.id)));
  const onward = (didAnything: boolean) => {
    setAsking(null);
    if (didAnything && nextWaiting) {
      go(nextWaiting.id);
    } else {
      load.reload();
    }
  };
  const decision = useDecide(onward);

  const back = { to: `/activity-reviews${search}`, label: '举办申请审核' };
  if (load.error?.code === 'NOT_FOUND') {
    return (
      <section className="card">
        <EmptyState
          title="没有找到这项举办申请"
          hint="举办单位可能已撤回或删除，或不属于本辖区"
          action={<Link to={back.to}>返回{back.label}</Link>}
        />
      </section>
    );
  }
  // While the next one is on the way, the one before must not be decided on in its place.
  const shown = load.data?.id === activityId ? load : { ...load, data: null };
  return (
    <Loaded load={shown} skeleton={<Skeleton active className="card pad" paragraph={{ rows: 12 }} />}>
      {(activity) => (
        <>
          <PageHeader
            title={activity.name}
            back={back}
            tag={<ReviewStatus review={activity} />}
            note={`${activity.projectNumber}，第${activity.term}期，${activity.unitName}`}
          />
          {decision.warning && (
            <Alert
              className="notice"
              type="warning"
              showIcon
              closable={{ onClose: decision.clearWarning }}
              title={decision.warning}
            />
          )}
          <OverviewSection activity={activity}>
            <ChangeCard activity={activity} onChange={load.reload}>
              <DecideChange activity={activity} onDecided={() => onward(true)} onMoved={load.reload} />
            </ChangeCard>
          </OverviewSection>
          <ReviewBar
            neighbours={neighbours}
            mayDecide={activity.can.includes('pass')}
            busy={decision.busy}
            onGo={go}
            onAsk={setAsking}
            onPass={() => decision.decide([activity], { decision: 'pass' })}
          />
          <DecisionModal
            decision={asking}
            subject={activity.name}
            words={REASON_WORDS}
            pages={ACTIVITY_PAGES}
            busy={decision.busy}
            onCancel={() => setAsking(null)}
            onOk={(reason) => asking && decision.decide([activity], { decision: asking, ...reason })}
          />
        </>
      )}
    </Loaded>
  );
}
