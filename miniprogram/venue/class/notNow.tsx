import { ApiError } from '@common/contract/errors';
import { theme } from '@common/theme';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { wordsOf } from '@/services/feedback';
import { open, replaceWith } from '@/services/navigate';
import type { StudyState } from './useStudy';

type Stopped = Extract<StudyState, { step: 'failed' | 'elsewhere' }>;

/** Why the class cannot be followed now, and what can be done. */
export function NotNow({ state, onRetry }: { state: Stopped; onRetry: () => unknown }) {
  if (state.step === 'elsewhere') {
    return (
      <Empty
        icon="phone"
        color={theme.color.waiting}
        title="您正在另一台手机上学习"
        detail="同一门课程只在一台手机上计时。另一台停止播放1分钟后，可以在这里继续"
      >
        <Button id="class-take-over" onPress={onRetry}>
          在这台手机上继续
        </Button>
      </Empty>
    );
  }
  const { error } = state;
  const code = error instanceof ApiError ? error.code : undefined;
  switch (code) {
    case 'ENROLMENT_REQUIRED':
      return (
        <Empty icon="book" title="还不能学习" detail={wordsOf(error)}>
          <Button onPress={() => open('enrolments')}>查看我的报名</Button>
        </Empty>
      );
    case 'OUTSIDE_HOLDING_PERIOD':
    case 'ACTIVITY_NOT_APPROVED':
    case 'LEARNER_NOT_APPROVED':
    case 'NOT_FOUND':
      return (
        <Empty icon="clock" title="现在不能学习" detail={wordsOf(error)}>
          <Button onPress={() => replaceWith('onlineClasses')}>查看线上课程</Button>
        </Empty>
      );
    default:
      return <ErrorState error={error} onRetry={onRetry} />;
  }
}
