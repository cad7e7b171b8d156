import type { LearnerActivity } from '@common/contract/activities';
import { CREDIT_CLASSES } from '@common/terms';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { CreditHead } from '@/components/credit-head/creditHead';
import { Stepper } from '@/components/stepper/stepper';
import { TaskLines } from '@/components/task-lines/taskLines';
import { open } from '@/services/navigate';
import { shortDay } from '@/services/words';

/** A class that was attended and has no credit yet: the stepper says with whom it lies. */
export function AttendedCard({ activity }: { activity: LearnerActivity }) {
  const undone = activity.tasks.filter(
    ({ state, isRequired }) => state === 'open' || (isRequired && state !== 'done'),
  );
  return (
    <Card className="entry">
      <CreditHead
        name={activity.name}
        projectNumber={activity.projectNumber}
        held={`${shortDay(activity.from)} · ${activity.unitName}`}
        credits={activity.credits}
        tone="ahead"
        marks={[CREDIT_CLASSES[activity.creditClass], `签到 ${activity.checkIns.length} 次`]}
      />
      <View className="gap-m">
        <Stepper stages={activity.stages} />
      </View>
      <View className={undone.length > 0 ? 'entry__tasks' : ''}>
        <TaskLines activityId={activity.id} tasks={undone} />
      </View>
      <View className="entry__why">
        <Button
          id={`why-${activity.id}`}
          kind="quiet"
          size="small"
          onPress={() => open('creditWhy', { activityId: activity.id })}
        >
          为什么查不到学分？
        </Button>
      </View>
    </Card>
  );
}
