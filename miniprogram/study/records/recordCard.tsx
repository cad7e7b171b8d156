import type { LearnerActivity } from '@common/contract/activities';
import { formatDateTime } from '@common/rules/shanghaiTime';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { StatusTag } from '@/components/status-tag/statusTag';
import { TaskLines } from '@/components/task-lines/taskLines';
import { open } from '@/services/navigate';
import { isAttendedOnly } from '@/services/todos';
import { directionName, ms, span } from '@/services/words';

/** One attended activity: every swipe, and the ways to 参加考试 and 项目评价. */
export function RecordCard({ activity }: { activity: LearnerActivity }) {
  const { id, name, unitName, projectNumber, from, to, checkIns, tasks } = activity;
  return (
    <Card className="record">
      <View className="row row--top">
        <View className="grow">
          <View className="t-head">{name}</View>
        </View>
        {isAttendedOnly(activity) ? null : <StatusTag tone="done">已授分</StatusTag>}
      </View>
      <View className="t-small">
        {span(from, to)} · {unitName}
      </View>
      <View className="t-small">{projectNumber}</View>
      <View className="record__swipes">
        {checkIns.map(({ courseName, direction, at }) => (
          <View key={`${direction}${at}${courseName}`} className="record__swipe">
            <View className="record__direction">{directionName(direction)}</View>
            <View className="record__course">{courseName}</View>
            <View className="record__at">{formatDateTime(ms(at))}</View>
          </View>
        ))}
      </View>
      <TaskLines activityId={id} tasks={tasks} />
      {isAttendedOnly(activity) ? (
        <View className="record__why">
          <Button
            id={`why-${id}`}
            kind="quiet"
            size="small"
            onPress={() => open('creditWhy', { activityId: id })}
          >
            为什么查不到学分？
          </Button>
        </View>
      ) : null}
    </Card>
  );
}
