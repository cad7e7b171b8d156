import type { OpenActivityView } from '@common/contract/enrolments';
import { formatHours } from '@common/rules/credits';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';

/** 课程 with who holds them, and for whom it is meant. */
export function CoursesCard({ activity }: { activity: OpenActivityView }) {
  const { courses, leader, audience } = activity;
  return (
    <Card title="课程" id="activity-courses">
      {courses.map((course, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two courses may have one name; the list never moves
        <View key={index} className="activity__course">
          <View className="grow">
            <View className="t-body">{course.name}</View>
            <View className="t-small">{course.lecturer ? `主讲：${course.lecturer}` : '主讲人待定'}</View>
          </View>
          <View className="activity__hours">{formatHours(course.minutes)} 学时</View>
        </View>
      ))}
      <View className="activity__lines">
        <View className="t-soft">项目负责人：{leader}</View>
        {audience ? <View className="t-soft gap-s">面向：{audience}</View> : null}
      </View>
    </Card>
  );
}
