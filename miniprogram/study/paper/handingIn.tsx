import { theme } from '@common/theme';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { Page } from '@/components/page/page';
import { useExams } from '@/hooks/useExams';
import type { KeptAttempt } from '@/services/examAttempt';
import { exams } from '@/services/exams';
import { toExam } from '../services/toExam';

const WAITING =
  '答案已存在手机上，联网后自动交卷；超过考试时间的以已保存到服务器的答案为准。可以先离开，请不要删除小程序';

/** 交卷 was asked for: under way, or waiting for a network. */
export function HandingIn({ kept }: { kept: KeptAttempt }) {
  const { trouble } = useExams();
  if (trouble === 'none') {
    return (
      <Page>
        <Empty icon="hourglass" title="正在交卷" detail="请稍候，成绩马上就到" />
      </Page>
    );
  }
  return (
    <Page>
      <Empty
        icon="offline"
        color={theme.color.waiting}
        title={trouble === 'offline' ? '没有网络，等待交卷' : '暂时没有连上服务器，等待交卷'}
        detail={WAITING}
      >
        <Button id="paper-submit-again" onPress={() => exams.wake()}>
          立即交卷
        </Button>
        <Button kind="quiet" onPress={() => toExam(kept.activityId)}>
          返回考试说明
        </Button>
      </Empty>
    </Page>
  );
}
