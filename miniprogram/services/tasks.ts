import type { LearnerTask } from '@common/contract/tasks';
import type { TaskKind, TaskState } from '@common/terms';
import type { Tone } from '@/components/status-tag/statusTag';
import { open } from './navigate';
import { askSubscribe } from './subscribe';

/** Goes where a task is done: one tap, which may also allow a reminder of what comes after. */
export async function goToTask(kind: TaskKind, activityId: string): Promise<void> {
  if (kind === 'departure') {
    await open('scan');
    return;
  }
  await askSubscribe();
  await open(kind, { activityId });
}

/** What a button to it says. */
export const TASK_BUTTONS: Record<TaskKind, string> = {
  departure: '去撤离',
  exam: '去考试',
  evaluation: '去评价',
};

const DONE: Record<TaskKind, string> = { departure: '已撤离', exam: '已合格', evaluation: '已评价' };
const MISSED: Record<TaskKind, string> = { departure: '未撤离', exam: '未合格', evaluation: '未评价' };

/** Its state in a word, red only where the person can and must do it. */
export function taskTag({ kind, state, isRequired }: LearnerTask): { tone: Tone; words: string } {
  const tags: Record<TaskState, { tone: Tone; words: string }> = {
    ahead: { tone: 'plain', words: '未开始' },
    open: { tone: isRequired ? 'act' : 'plain', words: '待完成' },
    done: { tone: 'done', words: DONE[kind] },
    missed: { tone: 'plain', words: MISSED[kind] },
  };
  return tags[state];
}
