import { ApiError } from '@common/contract/errors';
import type { LearnerSelf } from '@common/contract/learners';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Page } from '@/components/page/page';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useExams } from '@/hooks/useExams';
import { useLoad } from '@/hooks/useLoad';
import { exams } from '@/services/exams';
import { open, replaceWith } from '@/services/navigate';
import { api } from '@/services/session';
import { AttemptsCard } from './attemptsCard';
import { ExamCard } from './examCard';
import { KeptNotice } from './keptNotice';
import { NextStep } from './nextStep';
import './index.scss';

/** 参加考试 (manual 000 §二): what the exam of an activity is, where the learner stands with it, and the next step. */
export default function ExamPage() {
  const { params } = useRouter();
  // A page is opened once with its parameters.
  const [activityId] = useState(() => params.activityId ?? '');
  if (!activityId) {
    return (
      <Page>
        <NoExam title="没有找到这场考试" detail="地址不完整，请从考勤记录打开" />
      </Page>
    );
  }
  return <LearnerGate>{(learner) => <Exam activityId={activityId} learner={learner} />}</LearnerGate>;
}

function Exam({ activityId, learner }: { activityId: string; learner: LearnerSelf }) {
  const { items, finished } = useExams();
  const kept = items.find((item) => item.activityId === activityId && item.owner === learner.id);
  const { data, error, reload } = useLoad(async () => {
    const view = await api.exams.myExam({ activityId });
    exams.keepOnly(activityId, view.openAttemptId);
    return view;
  }, activityId);
  // Handed in from the background while this page is open.
  const isMoved = typeof data?.openAttemptId === 'string' && data.openAttemptId in finished;
  useEffect(() => {
    if (isMoved) {
      void reload();
    }
  }, [isMoved, reload]);
  if (data) {
    return (
      <Page footer={<NextStep exam={data} kept={kept} learnerId={learner.id} onRefused={reload} />}>
        {kept ? <KeptNotice kept={kept} /> : null}
        <ExamCard exam={data} />
        <AttemptsCard exam={data} />
      </Page>
    );
  }
  if (error && kept) {
    return (
      <Page>
        <KeptNotice kept={kept} />
        <ErrorState error={error} onRetry={reload} />
        <Button
          id="exam-go-on"
          kind="secondary"
          onPress={() => open('examPaper', { attemptId: kept.attemptId })}
        >
          继续考试
        </Button>
      </Page>
    );
  }
  if (error instanceof ApiError && (error.code === 'EXAM_NONE' || error.code === 'NOT_FOUND')) {
    return (
      <Page>
        <NoExam title="还不能考试" detail="该活动没有启用的在线考试；主办单位启用后在考勤记录中可以看到" />
      </Page>
    );
  }
  return <Page>{error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={2} />}</Page>;
}

function NoExam({ title, detail }: { title: string; detail: string }) {
  return (
    <Empty icon="search" title={title} detail={detail}>
      <Button onPress={() => replaceWith('records')}>查看考勤记录</Button>
    </Empty>
  );
}
