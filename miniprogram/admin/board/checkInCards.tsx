import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { ListRow } from '@/components/list-row/listRow';
import { Skeleton } from '@/components/skeleton/skeleton';
import { clock, directionName } from '@/services/words';
import { type Board, useBoard } from './useBoard';

/** The check-ins of the whole activity: course by course, who came last, and who was turned away and why. */
export function CheckInCards({ activityId }: { activityId: string }) {
  const { data, error, reload } = useBoard(activityId);
  if (!data) {
    return error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={2} />;
  }
  return (
    <>
      <Courses courses={data.courses} />
      <Refused refused={data.refused} />
      <Latest latest={data.latest} />
    </>
  );
}

function Courses({ courses }: Pick<Board, 'courses'>) {
  return (
    <Card title="各课程">
      {courses.map((course) => (
        <View key={course.courseId} className="board__course">
          <View className="board__course-name">{course.name}</View>
          <View className="row">
            <View className="board__part">签到 {course.inPersons} 人</View>
            <View className="board__part">撤离 {course.outPersons} 人</View>
            <View className="board__part">{course.swipes} 人次</View>
          </View>
        </View>
      ))}
    </Card>
  );
}

function Refused({ refused }: Pick<Board, 'refused'>) {
  if (refused.length === 0) {
    return null;
  }
  return (
    <Card title="今天没有签成的扫码">
      {refused.map(({ reason, count }) => (
        <View key={reason} className="board__refused">
          <View className="grow">{reason}</View>
          <View className="board__refused-count">{count} 次</View>
        </View>
      ))}
    </Card>
  );
}

function Latest({ latest }: Pick<Board, 'latest'>) {
  return (
    <Card title="最近签到">
      {latest.length === 0 ? (
        <Empty
          isCompact
          icon="people"
          title="还没有人签到"
          detail="在电脑上打开会场二维码，投到大屏后即可扫码"
        />
      ) : null}
      {latest.map((one) => (
        <ListRow
          key={`${one.at}${one.name}${one.courseName}`}
          title={one.name}
          detail={`${one.unitName} · ${one.courseName}`}
          value={`${directionName(one.direction)} ${clock(one.at)}`}
        />
      ))}
    </Card>
  );
}
