import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { ListRow } from '@/components/list-row/listRow';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { Stat } from '@/components/stat/stat';
import { decodeOnce } from '@/services/launch';
import { clock, directionName } from '@/services/words';
import { AdminGate } from '../parts/adminGate';
import { type Board, useBoard } from './useBoard';
import './index.scss';

/** 现场: who has come, course by course, and who was turned away and why. Fresh every three seconds. */
export default function BoardPage() {
  const { activityId = '', name = '' } = useRouter().params;
  return (
    <Page className="board">
      <AdminGate>{() => <Live activityId={activityId} name={decodeOnce(name)} />}</AdminGate>
    </Page>
  );
}

function Live({ activityId, name }: { activityId: string; name: string }) {
  const { data, error, isStale, reload } = useBoard(activityId);
  if (!data) {
    return error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={3} />;
  }
  return (
    <>
      <View className="board__head">
        <View className="board__name">{name}</View>
        <View className={`board__live ${isStale ? 'board__live--stale' : ''}`}>
          {isStale ? '网络中断，正在重连' : '实时更新'}
        </View>
      </View>
      <Card className="board__count">
        <View className="row">
          <Stat value={data.persons} unit="人" label="已到人数" tone="done" />
          <Stat value={data.swipes} unit="次" label="签到人次" />
        </View>
      </Card>
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
