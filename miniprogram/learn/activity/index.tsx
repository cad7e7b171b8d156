import type { OpenActivityView } from '@common/contract/enrolments';
import { ApiError } from '@common/contract/errors';
import type { LearnerSelf } from '@common/contract/learners';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useLoad } from '@/hooks/useLoad';
import { useSession } from '@/hooks/useSession';
import { keptActivity } from '@/services/keptActivity';
import { replaceWith } from '@/services/navigate';
import { api, session } from '@/services/session';
import { activityIdOf } from '../services/activityAddress';
import { ContactCard } from './contactCard';
import { CoursesCard } from './coursesCard';
import { CreditWhyCard } from './creditWhyCard';
import { EnrolBar } from './enrolBar';
import { EnrolledCard } from './enrolledCard';
import { HeadCard } from './headCard';
import { WhenWhereCard } from './whenWhereCard';
import './index.scss';

/** 活动介绍: all that one decides by, and 报名. A poster's QR opens it too, for people who may have to register first. */
export default function ActivityPage() {
  const { params } = useRouter();
  // A page is opened once with its parameters.
  const [activityId] = useState(() => activityIdOf(params));
  const { me } = useSession();
  if (!activityId) {
    return (
      <Page>
        <NotFound />
      </Page>
    );
  }
  return me?.learner ? (
    <ActivityLoader activityId={activityId} learner={me.learner} />
  ) : (
    <Page>
      <ComeBack activityId={activityId} />
      <LearnerGate>{() => null}</LearnerGate>
    </Page>
  );
}

/** Keeps the activity for who is not a learner yet, and says that he will come back to it. */
function ComeBack({ activityId }: { activityId: string }) {
  const { status, me } = useSession();
  const isStranger = status === 'signedOut' || (status === 'ready' && !me?.learner && !me?.unit);
  useEffect(() => {
    if (isStranger) {
      keptActivity.keep(activityId);
    }
  }, [isStranger, activityId]);
  return isStranger ? <Notice tone="info">登录或注册后会回到这个活动，不用重新扫码</Notice> : null;
}

function ActivityLoader({ activityId, learner }: { activityId: string; learner: LearnerSelf }) {
  const [changed, setChanged] = useState<OpenActivityView>();
  const { data, error, reload } = useLoad(async () => {
    const [loaded] = await Promise.all([
      api.enrolments.openActivity({ activityId }),
      // An approval shows as soon as the page is looked at again.
      learner.approval.state === 'approved' ? null : session.refresh(),
    ]);
    setChanged(undefined);
    return loaded;
  }, activityId);
  // He has come back to it.
  useEffect(() => keptActivity.drop(), []);
  const activity = changed ?? data;
  if (!activity) {
    return (
      <Page>
        {error instanceof ApiError && error.code === 'NOT_FOUND' ? (
          <NotFound />
        ) : error ? (
          <ErrorState error={error} onRetry={reload} />
        ) : (
          <Skeleton cards={3} />
        )}
      </Page>
    );
  }
  return (
    <Page
      className="activity"
      footer={
        <EnrolBar activity={activity} learner={learner} onChange={setChanged} onRefused={() => reload()} />
      }
    >
      <HeadCard activity={activity} />
      <EnrolledCard activity={activity} />
      <CreditWhyCard activity={activity} />
      <WhenWhereCard activity={activity} />
      <CoursesCard activity={activity} />
      <ContactCard activity={activity} />
    </Page>
  );
}

function NotFound() {
  return (
    <Empty icon="search" title="没有找到这个活动" detail="它可能已经取消，或者地址不完整">
      <Button onPress={() => replaceWith('activities')}>查找其他活动</Button>
    </Empty>
  );
}
