import { ApiError } from '@common/contract/errors';
import type { AttemptResult } from '@common/contract/exams';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Page } from '@/components/page/page';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useLoad } from '@/hooks/useLoad';
import { exams } from '@/services/exams';
import { open, replaceWith } from '@/services/navigate';
import { api } from '@/services/session';
import { canRetake } from '../services/examWords';
import { toExam } from '../services/toExam';
import { Review } from './review';
import { ScoreCard } from './scoreCard';
import './index.scss';

/** 考试成绩: the score, what was right, and the next step. */
export default function ExamResultPage() {
  const { params } = useRouter();
  // A page is opened once with its parameters.
  const [attemptId] = useState(() => params.attemptId ?? '');
  if (!attemptId) {
    return (
      <Page>
        <Empty icon="search" title="没有找到考试成绩" detail="地址不完整，请从考勤记录打开">
          <Button onPress={() => replaceWith('records')}>查看考勤记录</Button>
        </Empty>
      </Page>
    );
  }
  return <LearnerGate>{() => <Result attemptId={attemptId} />}</LearnerGate>;
}

function Result({ attemptId }: { attemptId: string }) {
  const { data, error, reload } = useLoad(async () => {
    const result = exams.snapshot().finished[attemptId] ?? (await api.exams.myResult({ attemptId }));
    // What 交卷 has answered is shown once: another try may change what can be seen of this one.
    exams.finish(attemptId, null);
    return result;
  }, attemptId);
  if (data) {
    return (
      <Page footer={<Next result={data} />}>
        <ScoreCard result={data} />
        <Review result={data} onReload={reload} />
      </Page>
    );
  }
  if (error instanceof ApiError && error.code === 'EXAM_NOT_SUBMITTED') {
    return (
      <Page>
        <Empty icon="edit" title="还没有交卷" detail="交卷后立即得到成绩">
          <Button onPress={() => replaceWith('examPaper', { attemptId })}>继续考试</Button>
        </Empty>
      </Page>
    );
  }
  return <Page>{error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={2} />}</Page>;
}

function Next({ result }: { result: AttemptResult }) {
  const { activityId, isPassed } = result;
  if (canRetake(result)) {
    return (
      <Button id="result-again" onPress={() => toExam(activityId)}>
        再考一次
      </Button>
    );
  }
  if (isPassed) {
    return (
      <Button id="result-evaluation" onPress={() => open('evaluation', { activityId })}>
        去做项目评价
      </Button>
    );
  }
  return (
    <Button kind="secondary" onPress={() => replaceWith('records')}>
      查看考勤记录
    </Button>
  );
}
