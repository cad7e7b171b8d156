import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Page } from '@/components/page/page';
import { Pressable } from '@/components/pressable/pressable';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { StatusTag } from '@/components/status-tag/statusTag';
import { useLoad } from '@/hooks/useLoad';
import { open } from '@/services/navigate';
import { api } from '@/services/session';
import { ms, span } from '@/services/words';
import { WatchedBar } from '../parts/watchedBar';
import './index.scss';

type Item = Awaited<ReturnType<typeof api.onlineClasses.myOnlineClasses>>['items'][number];

/** 线上课程 of the activities that he is enrolled for, what can be followed now first. */
export default function OnlineClassesPage() {
  return (
    <Page>
      <LearnerGate>{() => <Classes />}</LearnerGate>
    </Page>
  );
}

function Classes() {
  const { data, error, reload } = useLoad(() => api.onlineClasses.myOnlineClasses({}));
  if (!data) {
    return error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={2} />;
  }
  if (data.items.length === 0) {
    return (
      <Empty
        icon="book"
        title="现在没有线上课程"
        detail="报名远程或线上线下结合的活动后，它的线上课程会显示在这里，在举办周期内学习"
      >
        <Button onPress={() => open('activities')}>找活动</Button>
      </Empty>
    );
  }
  return (
    <>
      {data.items.map((item) => (
        <ClassCard key={item.courseId} item={item} />
      ))}
    </>
  );
}

function ClassCard({ item }: { item: Item }) {
  const { activityId, courseId, courseName, activityName, from, to } = item;
  return (
    <Pressable
      className="card online-class"
      onPress={() => open('onlineClass', { activity: activityId, course: courseId })}
    >
      <View className="online-class__name">{courseName}</View>
      {activityName === courseName ? null : <View className="online-class__activity">{activityName}</View>}
      <WatchedBar watching={item} />
      <View className="online-class__foot">
        <View className="grow">{span(from, to)}</View>
        <ClassTag item={item} />
      </View>
    </Pressable>
  );
}

function ClassTag({ item: { isDone, watchedSeconds, from, serverTime } }: { item: Item }) {
  if (isDone) {
    return <StatusTag tone="done">已学完</StatusTag>;
  }
  if (ms(from) > ms(serverTime)) {
    return <StatusTag tone="plain">未到时间</StatusTag>;
  }
  return <StatusTag tone="act">{watchedSeconds > 0 ? '继续学习' : '开始学习'}</StatusTag>;
}
