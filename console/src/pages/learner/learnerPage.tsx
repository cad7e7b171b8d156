import { Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { client } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { EmptyState } from '../../components/states';
import { scrollToTop } from '../../hooks/scrollToTop';
import { useLoad } from '../../hooks/useLoad';
import { OutcomeAlert } from '../learners/outcomeAlert';
import { RejectModal } from '../learners/rejectModal';
import { useDecision } from '../learners/useDecision';
import { CorrectionsCard } from './correctionsCard';
import { DecisionBar } from './decisionBar';
import { Hints } from './hints';
import { HistoryCard } from './historyCard';
import { IdentityCard } from './identityCard';
import type { LearnerDetail } from './learnerDetail';
import { PrintsCard } from './printsCard';
import { ProfileCard } from './profileCard';
import { StatusCard } from './statusCard';
import { useArrowKeys } from './useArrowKeys';
import { useLearnerNeighbours } from './useLearnerNeighbours';
import { WechatsCard } from './wechatsCard';
import '../learners/learners.css';
import './learner.css';

/** Everything of one of the unit's people, and the decision on him; each opening is recorded and he can see it. */
export default function LearnerPage() {
  const { learnerId = '' } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const neighbours = useLearnerNeighbours(learnerId);
  const load = useLoad(() => client.learners.learnerDetail({ learnerId }), [learnerId]);
  const [rejecting, setRejecting] = useState<LearnerDetail | null>(null);
  const go = (id: string) => {
    navigate(`/learners/${id}${search}`, { replace: true });
    scrollToTop();
  };
  const { previous, next } = neighbours;
  useArrowKeys(previous && (() => go(previous.id)), next && (() => go(next.id)));

  const decision = useDecision((decided) => {
    setRejecting(null);
    const isSettled = decided.results.some(({ changed }) => changed);
    const waiting = isSettled ? neighbours.nextWaiting : null;
    if (waiting) {
      go(waiting.id);
    } else {
      load.reload();
    }
  });

  const back = { to: `/learners${search}`, label: '人员信息审核' };
  if (load.error?.code === 'NOT_FOUND') {
    return (
      <section className="card">
        <EmptyState
          icon="people"
          title="本单位没有这名人员"
          hint="可能已经调出、注销了账号，或不属于本单位"
          action={<Link to={back.to}>返回{back.label}</Link>}
        />
      </section>
    );
  }
  // While the next one is on the way, the one before must not be decided on in his place.
  const shown = load.data?.id === learnerId ? load : { ...load, data: null };
  return (
    <Loaded load={shown} skeleton={<Skeleton active className="card pad" paragraph={{ rows: 12 }} />}>
      {(person) => (
        <>
          <PageHeader title={person.name} back={back} note="打开本页会记录为一次查阅，本人可以看到。" />
          {decision.outcome && (
            <OutcomeAlert outcome={decision.outcome} search={search} onClose={decision.clearOutcome} />
          )}
          <div className="learner">
            <IdentityCard person={person} onChange={load.reload} />
            <div className="learner__main">
              <Hints person={person} search={search} />
              <ProfileCard person={person} />
              <HistoryCard person={person} />
              {person.approval.state === 'approved' && <StatusCard person={person} onChange={load.reload} />}
              <WechatsCard learnerId={person.id} name={person.name} />
              {person.approval.state === 'approved' && <PrintsCard learnerId={person.id} />}
              <CorrectionsCard corrections={person.corrections} />
            </div>
          </div>
          <DecisionBar
            neighbours={neighbours}
            isWaiting={person.approval.state === 'pending'}
            busy={decision.busy}
            onGo={go}
            onApprove={() => decision.run([person], person.approval.submittedAt)}
            onReject={() => setRejecting(person)}
          />
          <RejectModal
            learners={rejecting && [rejecting]}
            busy={decision.busy}
            onCancel={() => setRejecting(null)}
            onReject={(reason) =>
              rejecting && decision.run([rejecting], rejecting.approval.submittedAt, reason)
            }
          />
        </>
      )}
    </Loaded>
  );
}
