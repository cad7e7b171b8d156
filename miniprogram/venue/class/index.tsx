import type { Watching } from '@common/contract/onlineClasses';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { LearnerGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { replaceWith } from '@/services/navigate';
import { WatchedBar } from '../parts/watchedBar';
import { NotNow } from './notNow';
import { Player } from './player';
import { PromptDialog } from './promptDialog';
import { usePlayer } from './usePlayer';
import { type StudyState, useStudy } from './useStudy';
import './index.scss';

/** 线上学习: the recording, how much of it counts, and the questions in between. */
export default function OnlineClassPage() {
  const { params } = useRouter();
  // A page is opened once with its parameters.
  const [course] = useState({ activityId: params.activity ?? '', courseId: params.course ?? '' });
  return (
    <Page className="class">
      {course.activityId && course.courseId ? (
        <LearnerGate>{() => <ClassRoom course={course} />}</LearnerGate>
      ) : (
        <Empty icon="search" title="没有找到这门课程" detail="地址不完整，请从线上课程列表打开">
          <Button onPress={() => replaceWith('onlineClasses')}>查看线上课程</Button>
        </Empty>
      )}
    </Page>
  );
}

function ClassRoom({ course }: { course: { activityId: string; courseId: string } }) {
  const player = usePlayer();
  const study = useStudy(course, player);
  const { state } = study;
  if (state.step === 'loading') {
    return <Skeleton cards={2} />;
  }
  if (state.step !== 'open') {
    return <NotNow state={state} onRetry={study.start} />;
  }
  const { watching, promptUntil } = state;
  return (
    <>
      <Player
        src={watching.videoUrl}
        from={watching.isDone ? 0 : watching.watchedSeconds}
        onPlay={study.onPlay}
        onMove={study.onMove}
        onStop={study.onStop}
        onFull={player.onFull}
      />
      <StudyNotice state={state} />
      <Card>
        <View className="class__course">{watching.courseName}</View>
        <View className="class__activity">{watching.activityName}</View>
        <WatchedBar watching={watching} />
        <View className="class__questions">{questionWords(watching)}</View>
      </Card>
      {promptUntil === undefined ? null : (
        <PromptDialog until={promptUntil} onAnswer={study.answer} onOver={study.lapse} />
      )}
    </>
  );
}

function StudyNotice({
  state: { watching, isOffline, isLapsed },
}: {
  state: Extract<StudyState, { step: 'open' }>;
}) {
  if (watching.isDone) {
    return (
      <Notice tone="done" id="class-done">
        已学完，签到和撤离都已记录
      </Notice>
    );
  }
  if (isLapsed) {
    return (
      <Notice tone="act" id="class-lapsed">
        没有及时回答提问，提问以来的学习没有计入。请点播放继续学习
      </Notice>
    );
  }
  if (isOffline) {
    return (
      <Notice tone="waiting" id="class-offline">
        网络不稳定，正在重试。恢复后自动接着计时，长时间没有网络的部分不计入
      </Notice>
    );
  }
  return <Notice tone="info">开始学习即已签到。播放时才计时，离开页面或暂停不计；可以随时回来接着学</Notice>;
}

function questionWords({ prompts, answered }: Watching): string {
  return prompts === 0
    ? '看满应学时长即为学完'
    : `学习中会随机提问${prompts}次“您还在学习吗？”，已回答${answered}次；看满时长并全部回答即为学完`;
}
