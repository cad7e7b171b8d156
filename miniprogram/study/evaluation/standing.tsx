import type { EvaluationView } from '@common/contract/evaluations';
import { theme } from '@common/theme';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import type { IconName } from '@/components/icon/icons';
import { back, open } from '@/services/navigate';

const TITLES: Partial<Record<EvaluationView['state'], [IconName, string, string]>> = {
  ahead: ['clock', '还不能评价', theme.color.waiting],
  over: ['hourglass', '评价已结束', theme.color.inkFaint],
  notAttended: ['alert', '没有您的签到记录', theme.color.waiting],
};

/** Why it cannot be filled in now, and where to go on. */
export function Standing({ evaluation }: { evaluation: EvaluationView }) {
  const { activityName, state, words } = evaluation;
  const [icon, title, color] = TITLES[state] ?? ['book', activityName, theme.color.brand];
  return (
    <Empty icon={icon} title={title} color={color} detail={`${activityName}：${words}`}>
      {state === 'ahead' ? (
        <Button id="evaluation-back" onPress={back}>
          返回
        </Button>
      ) : (
        <Button id="evaluation-records" onPress={() => open('records')}>
          查看考勤记录
        </Button>
      )}
    </Empty>
  );
}
