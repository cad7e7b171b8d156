import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Page } from '@/components/page/page';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useExams } from '@/hooks/useExams';
import { useSession } from '@/hooks/useSession';
import { exams } from '@/services/exams';
import { lateScans } from '@/services/lateScans';
import { replaceWith } from '@/services/navigate';
import { HandingIn } from './handingIn';
import { Refused } from './refused';
import { Sitting } from './sitting';
import { useAttempt } from './useAttempt';
import './index.scss';

/** The paper of an attempt: it is drawn from what the phone keeps, with or without a network. */
export default function ExamPaperPage() {
  const { params } = useRouter();
  // A page is opened once with its parameters.
  const [attemptId] = useState(() => params.attemptId ?? '');
  if (attemptId) {
    return <Attempt attemptId={attemptId} />;
  }
  return (
    <Page>
      <Empty icon="search" title="没有找到这场考试" detail="地址不完整，请从考勤记录打开">
        <Button onPress={() => replaceWith('records')}>查看考勤记录</Button>
      </Empty>
    </Page>
  );
}

function Attempt({ attemptId }: { attemptId: string }) {
  const { finished } = useExams();
  const { status } = useSession();
  const attempt = useAttempt(attemptId);
  const isFinished = attemptId in finished;
  useEffect(() => {
    if (isFinished) {
      void replaceWith('examResult', { attemptId });
    }
  }, [isFinished, attemptId]);
  const kept = exams.kept(attemptId);
  const paper = exams.paperOf(attemptId);
  const isMine = kept !== undefined && kept.owner === lateScans.owner() && status !== 'signedOut';
  if (isFinished) {
    return (
      <Page>
        <Skeleton cards={2} />
      </Page>
    );
  }
  if (isMine && paper) {
    if (kept.refused !== undefined) {
      return <Refused kept={kept} words={kept.refused} />;
    }
    return kept.toSubmit ? (
      <HandingIn kept={kept} />
    ) : (
      <Sitting paper={paper} kept={kept} onReload={attempt.reload} />
    );
  }
  return (
    <Page>
      <LearnerGate>
        {() =>
          attempt.error ? (
            <ErrorState error={attempt.error} onRetry={attempt.reload} />
          ) : (
            <Skeleton cards={1} lines={6} />
          )
        }
      </LearnerGate>
    </Page>
  );
}
