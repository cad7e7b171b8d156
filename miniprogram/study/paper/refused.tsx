import { theme } from '@common/theme';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { Page } from '@/components/page/page';
import type { KeptAttempt } from '@/services/examAttempt';
import { takeUp } from '../services/takeUp';
import { toExam } from '../services/toExam';

/** The server does not take the answers: why, and how it goes on with what it has. */
export function Refused({ kept, words }: { kept: KeptAttempt; words: string }) {
  return (
    <Page>
      <Empty icon="alert" color={theme.color.act} title="答案没有保存" detail={words}>
        <Button id="paper-take-up" onPress={() => takeUp(kept.attemptId)}>
          按已保存的答案继续
        </Button>
        <Button kind="quiet" onPress={() => toExam(kept.activityId)}>
          返回考试说明
        </Button>
      </Empty>
    </Page>
  );
}
