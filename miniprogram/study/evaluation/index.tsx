import { ApiError } from '@common/contract/errors';
import type { LearnerSelf } from '@common/contract/learners';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Page } from '@/components/page/page';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useLoad } from '@/hooks/useLoad';
import { replaceWith } from '@/services/navigate';
import { api } from '@/services/session';
import { EvaluationForm } from './evaluationForm';
import { Standing } from './standing';
import { Thanks } from './thanks';
import './index.scss';

/** 项目评价 (manual 000 §二): after the training, once, and nobody sees whose it is. */
export default function EvaluationPage() {
  const { params } = useRouter();
  // A page is opened once with its parameters.
  const [activityId] = useState(() => params.activityId ?? '');
  if (!activityId) {
    return (
      <Page>
        <NotFound />
      </Page>
    );
  }
  return <LearnerGate>{(learner) => <Evaluation activityId={activityId} learner={learner} />}</LearnerGate>;
}

function Evaluation({ activityId, learner }: { activityId: string; learner: LearnerSelf }) {
  const { data, error, reload } = useLoad(() => api.evaluations.myEvaluation({ activityId }), activityId);
  const [isSent, setSent] = useState(false);
  if (isSent || data?.state === 'done') {
    return <Thanks activityId={activityId} name={data?.activityName ?? ''} isNew={isSent} />;
  }
  if (data?.state === 'open') {
    return (
      <EvaluationForm
        evaluation={data}
        learnerId={learner.id}
        onSent={() => setSent(true)}
        onMoved={reload}
      />
    );
  }
  return (
    <Page>
      {data ? (
        <Standing evaluation={data} />
      ) : error instanceof ApiError && error.code === 'NOT_FOUND' ? (
        <NotFound />
      ) : error ? (
        <ErrorState error={error} onRetry={reload} />
      ) : (
        <Skeleton cards={3} />
      )}
    </Page>
  );
}

function NotFound() {
  return (
    <Empty icon="search" title="没有找到这个活动" detail="地址不完整，请从考勤记录打开">
      <Button onPress={() => replaceWith('records')}>查看考勤记录</Button>
    </Empty>
  );
}
