import type { LearnerTask } from '@common/contract/tasks';
import { TASK_KINDS } from '@common/terms';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { Button } from '@/components/button/button';
import { StatusTag } from '@/components/status-tag/statusTag';
import { prepareSubscribe } from '@/services/subscribe';
import { goToTask, TASK_BUTTONS, taskTag } from '@/services/tasks';
import './taskLines.scss';

interface TaskLinesProps {
  activityId: string;
  tasks: readonly LearnerTask[];
}

/** 撤离, 参加考试, 项目评价 of an attended activity: each with its state in words, and a button to what can be done now. */
export function TaskLines({ activityId, tasks }: TaskLinesProps) {
  const isAnyOpen = tasks.some(({ state }) => state === 'open');
  useEffect(() => {
    if (isAnyOpen) {
      void prepareSubscribe();
    }
  }, [isAnyOpen]);
  return (
    <>
      {tasks.map((task) => (
        <TaskLine key={task.kind} activityId={activityId} task={task} />
      ))}
    </>
  );
}

function TaskLine({ activityId, task }: { activityId: string; task: LearnerTask }) {
  const { kind, state, isRequired, words } = task;
  const tag = taskTag(task);
  // What was taken can be looked at again: the score, the right answers.
  const isResult = kind === 'exam' && (state === 'done' || state === 'missed');
  return (
    <View className="task-line" id={`task-${kind}`}>
      <View className="task-line__main">
        <View className="task-line__title">
          {TASK_KINDS[kind]}
          {isRequired && state !== 'done' ? <View className="task-line__required">完成才能授分</View> : null}
        </View>
        <View className={`task-line__words ${tag.tone === 'act' ? 'task-line__words--act' : ''}`}>
          {words}
        </View>
      </View>
      {state === 'open' ? (
        <Button
          id={`go-${kind}`}
          kind={isRequired ? 'primary' : 'secondary'}
          size="small"
          inline
          onPress={() => goToTask(kind, activityId)}
        >
          {TASK_BUTTONS[kind]}
        </Button>
      ) : (
        <StatusTag tone={tag.tone}>{tag.words}</StatusTag>
      )}
      {isResult ? (
        <Button
          id="go-exam-result"
          kind="quiet"
          size="small"
          inline
          onPress={() => goToTask(kind, activityId)}
        >
          查看
        </Button>
      ) : null}
    </View>
  );
}
