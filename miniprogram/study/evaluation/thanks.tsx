import { theme } from '@common/theme';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { Page } from '@/components/page/page';
import { useOnce } from '@/hooks/useOnce';
import { back, replaceWith } from '@/services/navigate';
import { api } from '@/services/session';

interface ThanksProps {
  activityId: string;
  name: string;
  /** Handed in just now. */
  isNew: boolean;
}

/** Whether the exam of the activity can be taken now. */
async function hasExam(activityId: string): Promise<boolean> {
  const { items } = await api.activities.myActivities({});
  const tasks = items.find(({ id }) => id === activityId)?.tasks ?? [];
  return tasks.some(({ kind, state }) => kind === 'exam' && state === 'open');
}

/** Done, and what is still to do: without an answer to that, the way back. */
export function Thanks({ activityId, name, isNew }: ThanksProps) {
  const { data: isExamOpen } = useOnce(() => hasExam(activityId));
  return (
    <Page>
      <Empty
        icon="check"
        color={theme.color.done}
        title={isNew ? '评价已提交，谢谢' : '您已评价，谢谢'}
        detail={`${name}。举办单位看不到是谁填写的${isExamOpen ? '；您还有考试没有完成' : ''}`}
      >
        {isExamOpen ? (
          <Button id="evaluation-exam" onPress={() => replaceWith('exam', { activityId })}>
            参加考试
          </Button>
        ) : null}
        <Button id="evaluation-back" kind={isExamOpen ? 'quiet' : 'primary'} onPress={back}>
          返回
        </Button>
      </Empty>
    </Page>
  );
}
