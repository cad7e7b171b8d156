import { Alert, App, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { client, useMe } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { DecisionModal } from '../../components/review/decisionModal';
import { ReviewStatus } from '../../components/review/reviewStatus';
import { EmptyState } from '../../components/states';
import { scrollToTop } from '../../hooks/scrollToTop';
import { useLoad } from '../../hooks/useLoad';
import { aboutApplication } from '../application/aboutApplication';
import { FORM_PAGES } from '../application/formPage';
import { FormSections } from '../application/formSections';
import { HistoryCards } from '../application/historyCards';
import { PrintButton } from '../application/printButton';
import { useArrowKeys } from '../learner/useArrowKeys';
import { AddOpinion } from './addOpinion';
import { NumbersModal } from './numbersModal';
import { REASON_WORDS } from './reasonWords';
import { ReviewBar } from './reviewBar';
import { useDecide } from './useDecide';
import { useReviewNeighbours } from './useReviewNeighbours';
import '../application/application.css';

/** One application as its reviewers see it: the whole form, where it stands, 专家意见, and the decision. */
export default function ReviewPage() {
  const { applicationId = '' } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const role = useMe().roles.includes('unit') ? 'unit' : 'authority';
  const neighbours = useReviewNeighbours(applicationId, role);
  const load = useLoad(() => client.applications.getApplication({ applicationId }), [applicationId]);
  const [asking, setAsking] = useState<'return' | 'reject' | null>(null);
  const go = (id: string) => {
    navigate(`/application-reviews/${id}${search}`, { replace: true });
    scrollToTop();
  };
  const { previous, next } = neighbours;
  useArrowKeys(previous && (() => go(previous.id)), next && (() => go(next.id)));

  const decision = useDecide((isDecided) => {
    setAsking(null);
    const waiting = isDecided ? neighbours.nextWaiting : null;
    if (waiting) {
      go(waiting.id);
    } else {
      load.reload();
    }
  });

  const back = { to: `/application-reviews${search}`, label: '项目审核' };
  if (load.error?.code === 'NOT_FOUND') {
    return (
      <section className="card">
        <EmptyState
          title="没有找到这个项目"
          hint="申报单位可能已撤回或删除，或不属于本辖区"
          action={<Link to={back.to}>返回{back.label}</Link>}
        />
      </section>
    );
  }
  // While the next one is on the way, the one before must not be decided on in its place.
  const shown = load.data?.id === applicationId ? load : { ...load, data: null };
  return (
    <Loaded load={shown} skeleton={<Skeleton active className="card pad" paragraph={{ rows: 12 }} />}>
      {(view) => (
        <>
          <PageHeader
            title={view.name}
            back={back}
            tag={<ReviewStatus review={view} />}
            note={aboutApplication(view)}
            extra={<PrintButton applicationId={view.id} />}
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
          <div className="application">
            <FormSections form={view.form} unitName={view.unitName} />
            <HistoryCards
              view={view}
              opinionAction={
                role === 'authority' &&
                view.can.includes('pass') && <AddOpinion applicationId={view.id} onAdded={load.reload} />
              }
            />
          </div>
          <ReviewBar
            neighbours={neighbours}
            can={view.can}
            busy={decision.busy}
            onGo={go}
            onAsk={setAsking}
            onPass={() => decision.decide([view], { decision: 'pass' })}
            onPublish={() =>
              modal.confirm({
                title: '公布这个项目？',
                content: '公布时编号，进入项目库，申报单位可以申请举办。公布后不能撤回。',
                okText: '公布',
                cancelText: '再核对一下',
                icon: null,
                onOk: () => decision.publish([view]),
              })
            }
          />
          <DecisionModal
            decision={asking}
            subject={view.name}
            words={REASON_WORDS}
            pages={FORM_PAGES}
            busy={decision.busy}
            onCancel={() => setAsking(null)}
            onOk={(reason) => asking && decision.decide([view], { decision: asking, ...reason })}
          />
          <NumbersModal numbered={decision.numbered} onClose={decision.clearNumbered} />
        </>
      )}
    </Loaded>
  );
}
