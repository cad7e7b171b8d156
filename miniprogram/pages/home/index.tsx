import type { LearnerSelf } from '@common/contract/learners';
import { ConsentNotice } from '@/components/consent-notice/consentNotice';
import { ErrorState } from '@/components/error-state/errorState';
import { LateScanCard } from '@/components/late-scan-card/lateScanCard';
import { Page } from '@/components/page/page';
import { SessionGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { SpotCheckBanner } from '@/components/spot-check-banner/spotCheckBanner';
import { isOnNow, useDueToday } from '@/hooks/useDueToday';
import { useLoad } from '@/hooks/useLoad';
import { useSession } from '@/hooks/useSession';
import { api, session } from '@/services/session';
import { todosOf } from '@/services/todos';
import { ApprovalCard } from './approvalCard';
import { ComingCard } from './comingCard';
import { CreditCard } from './creditCard';
import { Hero } from './hero';
import { NoticesCard } from './noticesCard';
import { TodayCards } from './todayCards';
import { TodoCard } from './todoCard';
import { WelcomeCard } from './welcomeCard';
import './index.scss';

/** 首页: who I am, how far this year has come, what is on today, what is missing and whose turn it is. */
export default function HomePage() {
  const { me } = useSession();
  return (
    <Page className="home">
      <Hero me={me} />
      <SessionGate>
        {(here) =>
          here.learner ? (
            <LearnerHome learner={here.learner} />
          ) : (
            <>
              <WelcomeCard me={here} />
              <LateScanCard />
              <NoticesCard learnerId={null} />
            </>
          )
        }
      </SessionGate>
    </Page>
  );
}

function LearnerHome({ learner }: { learner: LearnerSelf }) {
  const loaded = useLoad(async () => {
    const [credits, activities] = await Promise.all([
      api.credits.myCredits({}),
      api.activities.myActivities({}),
      // An approval shows as soon as the page is looked at again.
      learner.approval.state === 'approved' ? null : session.refresh(),
    ]);
    return { credits, activities: activities.items };
  }, learner.id);
  const due = useDueToday();
  const { data, error, reload } = loaded;
  return (
    <>
      <ApprovalCard learner={learner} />
      <ConsentNotice learnerId={learner.id} />
      <SpotCheckBanner learnerId={isOnNow(due) ? learner.id : null} />
      <LateScanCard />
      {data ? (
        <>
          <CreditCard credits={data.credits} />
          <TodayCards activities={data.activities} due={due} />
          <ComingCard learnerId={learner.id} />
          <TodoCard todos={todosOf(data.activities, data.credits.items)} />
        </>
      ) : error ? (
        <ErrorState error={error} onRetry={reload} />
      ) : (
        <Skeleton cards={2} />
      )}
      <NoticesCard learnerId={learner.id} />
    </>
  );
}
