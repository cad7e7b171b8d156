import type { LearnerActivity } from '@common/contract/activities';
import type { LearnerTask } from '@common/contract/tasks';
import type { TaskKind } from '@common/terms';
import type { CreditRowSource } from '../credits/service';

type Stage = LearnerActivity['stages'][number];

const NAMES: Record<TaskKind, string> = { departure: '撤离', exam: '考试', evaluation: '评价' };

/** 签到 → 撤离 → 考试 → 评价 → 授分 → 审核, as far as the activity has them, and with whom the next one lies. */
export function stagesOf({
  isAttended,
  tasks,
  credit,
  unitName,
}: {
  isAttended: boolean;
  tasks: readonly LearnerTask[];
  credit: CreditRowSource | undefined;
  unitName: string;
}): Stage[] {
  // What is demanded and not done keeps the unit from crediting; the rest never does.
  const isReady = isAttended && tasks.every(({ isRequired, state }) => !isRequired || state === 'done');
  const isRevoked = credit?.state === 'revoked';
  const isCredited = credit !== undefined && !isRevoked;
  return [
    stage('签到', isAttended, '本人'),
    ...tasks.map((task) => taskStage(task, credit !== undefined)),
    // Who revoked it meant it: nobody is called to grant it again.
    stage('授分', isCredited, isReady && !isRevoked ? unitName : null),
    // One that was returned waits for the unit, which changes it and hands it in again.
    stage('审核', credit?.state === 'reviewed', isCredited ? credit.waitingFor : null),
  ];
}

/** Not done: it waits for somebody, or is still ahead. */
function stage(name: string, isDone: boolean, waitingFor: string | null): Stage {
  if (isDone) {
    return { name, state: 'done', waitingFor: null };
  }
  return { name, state: waitingFor === null ? 'ahead' : 'waiting', waitingFor };
}

/** It waits for him only while he can do it: what was missed for good calls nobody. */
function taskStage({ kind, state, isRequired }: LearnerTask, isCredited: boolean): Stage {
  const isOwnTurn = isRequired && !isCredited && state === 'open';
  return stage(NAMES[kind], state === 'done', isOwnTurn ? '本人' : null);
}
