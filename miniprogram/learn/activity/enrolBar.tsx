import type { OpenActivityView } from '@common/contract/enrolments';
import { ApiError } from '@common/contract/errors';
import type { LearnerSelf } from '@common/contract/learners';
import { ACTIVE_ENROLMENTS } from '@common/rules/waitingList';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { approvalWords } from '@/services/approvalWords';
import { ask, tell } from '@/services/feedback';
import { open } from '@/services/navigate';
import { api } from '@/services/session';
import { isFull } from '../services/activityWords';
import { enrolmentChanges } from '../services/enrolmentChanges';

interface EnrolBarProps {
  activity: OpenActivityView;
  learner: LearnerSelf;
  onChange: (activity: OpenActivityView) => void;
  /** What is on the screen is out of date. */
  onRefused: () => Promise<void>;
}

/** The one thing to do now: 报名, 候补, 取消, or why not. */
export function EnrolBar({ activity, learner, onChange, onRefused }: EnrolBarProps) {
  const { id: activityId, mine, isOpen, waiting } = activity;
  const send = async (kind: 'enrol' | 'leave') => {
    try {
      const changed = await api.enrolments[kind]({ activityId });
      enrolmentChanges.note(changed);
      onChange(changed);
      tell(toldAfter(changed));
    } catch (error) {
      if (error instanceof ApiError && error.code === 'ENROLMENT_CLOSED') {
        await onRefused();
      }
      throw error;
    }
  };
  const leave = async () => {
    const isWaiting = mine?.state === 'waiting';
    const consequence = isWaiting
      ? '取消后不再为您保留候补的位置。'
      : '取消后名额让给候补的人；再报名时可能已经没有名额。';
    const title = isWaiting ? '取消候补' : '取消报名';
    if (await ask(title, consequence, title, '保留')) {
      await send('leave');
    }
  };
  if (!isOpen) {
    return <Button disabled>活动已结束</Button>;
  }
  if (mine && ACTIVE_ENROLMENTS.includes(mine.state)) {
    return (
      <Button id="leave" kind="danger" onPress={leave}>
        {mine.state === 'waiting' ? '取消候补' : '取消报名'}
      </Button>
    );
  }
  if (learner.approval.state !== 'approved') {
    return <NotApproved learner={learner} />;
  }
  return (
    <Button id="enrol" onPress={() => send('enrol')}>
      {isFull(activity) ? queueWords(waiting) : '报名'}
    </Button>
  );
}

function queueWords(waiting: number): string {
  return waiting > 0 ? `候补（前面有 ${waiting} 人）` : '候补（您是第一位）';
}

function toldAfter({ mine }: OpenActivityView): string {
  if (mine?.state === 'enrolled') {
    return '报名成功';
  }
  return mine?.state === 'waiting' ? `已排队候补，第${mine.place ?? 1}位` : '已取消';
}

/** Registered and not approved: who has it, and the way to see it. */
function NotApproved({ learner }: { learner: LearnerSelf }) {
  const { turn, tone } = approvalWords(learner);
  return (
    <View id="not-approved">
      <View className={`activity__why ${tone === 'act' ? 't-act' : ''}`}>审核通过后才能报名。{turn}</View>
      <Button kind="secondary" onPress={() => open('home')}>
        查看审核状态
      </Button>
    </View>
  );
}
