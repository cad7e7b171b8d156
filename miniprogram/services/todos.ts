import type { LearnerActivity } from '@common/contract/activities';
import type { CreditRow } from '@common/contract/credits';

/** One line of the to-do list: what is missing and whose turn it is. */
export interface Todo {
  key: string;
  /** `act`: the person's own turn. `waiting`: somebody else's, named in `detail`. */
  tone: 'act' | 'waiting';
  title: string;
  detail: string;
}

/** Whether a stage waits for the learner himself, whom the server calls 本人. */
export function isOwnTurn(stage: { waitingFor: string | null }): boolean {
  return stage.waitingFor === null || stage.waitingFor === '本人';
}

/** The stage that an activity stands at: the first that is not done. */
function openStage(activity: LearnerActivity) {
  return activity.stages.find((stage) => stage.state === 'waiting');
}

/** Whether somebody attended and has no credit of it in the ledger yet. */
export function isAttendedOnly(activity: LearnerActivity): boolean {
  const crediting = activity.stages.find((stage) => stage.name === '授分');
  return activity.checkIns.length > 0 && crediting?.state !== 'done';
}

function todoOfActivity(activity: LearnerActivity): Todo[] {
  const stage = openStage(activity);
  if (!stage) {
    return [];
  }
  const { id: key, name } = activity;
  if (isOwnTurn(stage)) {
    // A class of another day can no longer be signed into.
    return activity.today
      ? [{ key, tone: 'act', title: `${stage.name}：${name}`, detail: '今天，请扫描会场大屏' }]
      : [];
  }
  // A review shows with the credit that it is about.
  return isAttendedOnly(activity)
    ? [{ key, tone: 'waiting', title: name, detail: `等待 ${stage.waitingFor} ${stage.name}` }]
    : [];
}

function todoOfCredit(credit: CreditRow): Todo[] {
  const { id: key, activityName: title, waitingFor } = credit;
  return credit.reviewed
    ? []
    : [{ key, tone: 'waiting', title, detail: `等待 ${waitingFor ?? '主管部门'} 审核学分` }];
}

/** What is missing on the way to each credit, the person's own turns first. */
export function todosOf(activities: readonly LearnerActivity[], credits: readonly CreditRow[]): Todo[] {
  const all = [...activities.flatMap(todoOfActivity), ...credits.flatMap(todoOfCredit)];
  return [...all.filter((todo) => todo.tone === 'act'), ...all.filter((todo) => todo.tone === 'waiting')];
}
