import type { LearnerActivity } from '@common/contract/activities';
import { formatCredits } from '@common/rules/credits';
import { CREDIT_CLASSES } from '@common/terms';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Stepper } from '@/components/stepper/stepper';
import { TaskLines } from '@/components/task-lines/taskLines';
import { shortDay } from '@/services/words';

/** A class that was attended and has no credit yet: the stepper says with whom it lies. */
export function AttendedCard({ activity }: { activity: LearnerActivity }) {
  const open = activity.tasks.filter(
    ({ state, isRequired }) => state === 'open' || (isRequired && state !== 'done'),
  );
  return (
    <Card className="entry">
      <View className="row row--top">
        <View className="grow">
          <View className="entry__name">{activity.name}</View>
          <View className="entry__meta">{activity.projectNumber}</View>
          <View className="entry__meta">
            {shortDay(activity.from)} · {activity.unitName}
          </View>
        </View>
        <View className="entry__credits entry__credits--ahead">
          <View className="entry__number">{formatCredits(activity.credits)}</View>
          <View className="entry__unit">可获学分</View>
        </View>
      </View>
      <View className="row entry__marks">
        <View className="entry__mark">{CREDIT_CLASSES[activity.creditClass]}</View>
        <View className="entry__mark">签到 {activity.checkIns.length} 次</View>
      </View>
      <Stepper stages={activity.stages} />
      <View className={open.length > 0 ? 'entry__tasks' : ''}>
        <TaskLines activityId={activity.id} tasks={open} />
      </View>
    </Card>
  );
}
