import type { LearnerActivity } from '@common/contract/activities';
import type { CreditRow } from '@common/contract/credits';
import { TASK_KINDS, type TaskKind } from '@common/terms';
import { creditTurn } from './creditWords';

/** One line of the to-do list: what is missing and whose turn it is. */
export interface Todo {
  key: string;
  /**
   * `act`: the person's own turn. `offer`: he may, nothing depends on it. `waiting`: somebody else's, or its time has not come;
   * `detail` says which.
   */
  tone: 'act' | 'offer' | 'waiting';
  title: string;
  detail: string;
  /** What a tap leads to; null where there is nothing to do. */
  task: { kind: TaskKind; activityId: string } | null;
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
  const { id: key, name, today, checkIns } = activity;
  if (checkIns.length === 0) {
    // A class of another day can no longer be signed into.
    const detail = '今天，请扫描会场大屏';
    return today ? [{ key, tone: 'act', title: `签到：${name}`, detail, task: null }] : [];
  }
  // What is credited wants nothing any more; a review shows with the credit that it is about.
  if (!isAttendedOnly(activity)) {
    return [];
  }
  const stage = openStage(activity);
  const waiting: Todo[] =
    stage && !isOwnTurn(stage)
      ? [{ key, tone: 'waiting', title: name, detail: `等待 ${stage.waitingFor} ${stage.name}`, task: null }]
      : [];
  return [...tasksOf(activity), ...waiting];
}

/** What can be done now, with one tap to it, and what will have to be done, with its time. What was missed stands at 学分. */
function tasksOf({ id, name, tasks }: LearnerActivity): Todo[] {
  return tasks.flatMap(({ kind, state, isRequired, words }): Todo[] => {
    const todo = { key: `${id} ${kind}`, title: `${TASK_KINDS[kind]}：${name}`, detail: words };
    if (state === 'open') {
      return [{ ...todo, tone: isRequired ? 'act' : 'offer', task: { kind, activityId: id } }];
    }
    return state === 'ahead' && isRequired ? [{ ...todo, tone: 'waiting', task: null }] : [];
  });
}

function todoOfCredit(credit: CreditRow): Todo[] {
  const turn = creditTurn(credit);
  if (!turn) {
    return [];
  }
  const { id: key, activityName: title } = credit;
  const detail = `等待 ${turn.who} ${turn.task === '审核' ? '审核学分' : turn.task}`;
  return [{ key, tone: 'waiting', title, detail, task: null }];
}

const ORDER: readonly Todo['tone'][] = ['act', 'offer', 'waiting'];

/** What is missing on the way to each credit, the person's own turns first. */
export function todosOf(activities: readonly LearnerActivity[], credits: readonly CreditRow[]): Todo[] {
  const all = [...activities.flatMap(todoOfActivity), ...credits.flatMap(todoOfCredit)];
  return ORDER.flatMap((tone) => all.filter((todo) => todo.tone === tone));
}
