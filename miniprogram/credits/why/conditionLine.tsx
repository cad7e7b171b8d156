import type { CreditCondition } from '@common/contract/credits';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Icon } from '@/components/icon/icon';
import type { IconName } from '@/components/icon/icons';
import { open } from '@/services/navigate';
import { goToTask, TASK_BUTTONS } from '@/services/tasks';

type State = CreditCondition['state'];

const SIGNS: Record<State, { icon: IconName; color: string; words: string }> = {
  done: { icon: 'check', color: theme.color.surface, words: '已满足' },
  mine: { icon: 'alert', color: theme.color.act, words: '需要您完成' },
  theirs: { icon: 'hourglass', color: theme.color.waiting, words: '等待处理' },
  missed: { icon: 'close', color: theme.color.inkSoft, words: '未满足' },
  ahead: { icon: 'clock', color: theme.color.inkFaint, words: '未开始' },
};

/** One condition of a credit: how it stands, and the way to what the learner himself can do. */
export function ConditionLine({ activityId, condition }: { activityId: string; condition: CreditCondition }) {
  const { key, label, state, words, waitingFor } = condition;
  const sign = SIGNS[state];
  const way = state === 'mine' ? wayTo(key, activityId) : null;
  // Its own words often name him already.
  const who = state === 'theirs' && waitingFor && !words.includes(waitingFor) ? waitingFor : null;
  return (
    <View className={`condition condition--${state}`} id={`condition-${key}`}>
      <View className="condition__rail">
        <View className="condition__dot" aria-label={`${label}：${sign.words}`}>
          <Icon name={sign.icon} size={14} color={sign.color} />
        </View>
      </View>
      <View className="condition__main">
        <View className="condition__label">{label}</View>
        <View className="condition__words">{words}</View>
        {who ? <View className="condition__turn">等待 {who} 处理</View> : null}
        {way ? (
          <View className="gap-s">
            <Button id={`do-${key}`} size="small" inline onPress={way.go}>
              {way.words}
            </Button>
          </View>
        ) : null}
      </View>
    </View>
  );
}

/** Where the learner does what is missing; null of what only others do. */
function wayTo(
  key: CreditCondition['key'],
  activityId: string,
): { words: string; go: () => Promise<void> } | null {
  switch (key) {
    case 'approval':
      return { words: '修改注册信息', go: () => open('register') };
    case 'checkIn':
      return { words: '去签到', go: () => open('scan') };
    case 'departure':
    case 'exam':
    case 'evaluation':
      return { words: TASK_BUTTONS[key], go: () => goToTask(key, activityId) };
    default:
      return null;
  }
}
