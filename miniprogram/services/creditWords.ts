import type { CreditRow } from '@common/contract/credits';
import { formatHours } from '@common/rules/credits';
import { CREDIT_CLASSES, CREDIT_ROLES, type CreditState, PROJECT_LEVELS } from '@common/terms';
import type { Tone } from '@/components/status-tag/statusTag';
import type { Stage } from '@/components/stepper/stepper';

/** Green is reviewed, amber waits for somebody; a revoked one calls nobody. */
export const CREDIT_TONES: Record<CreditState, Tone> = {
  pending: 'waiting',
  returned: 'waiting',
  reviewed: 'done',
  revoked: 'plain',
};

/** How it is drawn at the head of a card. */
export function creditTone({ state }: Pick<CreditRow, 'state'>): 'done' | 'waiting' | 'revoked' {
  return state === 'revoked' ? 'revoked' : state === 'reviewed' ? 'done' : 'waiting';
}

type Standing = Pick<CreditRow, 'state' | 'waitingFor' | 'unitName'>;

/** Whom a credit waits for, and for what; null where it waits for nobody. */
export function creditTurn({ state, waitingFor, unitName }: Standing): { who: string; task: string } | null {
  if (state === 'pending') {
    // While a long batch is still being written it is the holder's.
    return { who: waitingFor ?? '主管部门', task: waitingFor === unitName ? '提交审核' : '审核' };
  }
  return state === 'returned' ? { who: waitingFor ?? unitName, task: '修改后重新提交审核' } : null;
}

/** How it stands, in a sentence; null where its state says it all. */
export function creditWords(entry: Standing & Pick<CreditRow, 'opinion'>): string | null {
  const turn = creditTurn(entry);
  if (entry.state === 'revoked') {
    return entry.opinion ? `撤销原因：${entry.opinion}` : '已撤销，不计入学分';
  }
  const returned = entry.state === 'returned' && entry.opinion ? `。审核意见：${entry.opinion}` : '';
  return turn && `等待 ${turn.who} ${turn.task}${returned}`;
}

/** The year that a credit belongs to. */
export const yearOfCredit = ({ activityDate }: Pick<CreditRow, 'activityDate'>): string =>
  activityDate.slice(0, 4);

/** The first and the last day held: `2026-11-20`, `2026-11-20 至 2026-11-21`. */
export const heldOn = ({ startedOn, endedOn }: Pick<CreditRow, 'startedOn' | 'endedOn'>): string =>
  startedOn === endedOn ? startedOn : `${startedOn} 至 ${endedOn}`;

/** When and by whom it was held. */
export const heldWords = (entry: Pick<CreditRow, 'startedOn' | 'endedOn' | 'unitName'>): string =>
  `${heldOn(entry)} · ${entry.unitName}`;

/** What kind of credit it is, a word each: 主讲人 is said, 参加者 goes without saying. */
export function creditMarks({ role, creditClass, level, minutes }: CreditRow): string[] {
  const lecturer = role === 'lecturer' ? [CREDIT_ROLES.lecturer] : [];
  return [...lecturer, CREDIT_CLASSES[creditClass], PROJECT_LEVELS[level], `${formatHours(minutes)} 学时`];
}

const ALWAYS = ['签到', '授课', '授分', '审核'];

/**
 * The stages of a credit that stands: it was granted, only the review can be outstanding. Of what came between, an optional stage
 * that was left out stood in nobody's way; a lecturer taught, and was asked nothing.
 * @param known Of its activity, as far as they are known.
 */
export function creditStages(entry: CreditRow, known: readonly Stage[]): Stage[] {
  const isLecturer = entry.role === 'lecturer';
  const between = known.filter(({ name, state }) => state === 'done' && !ALWAYS.includes(name));
  const turn = creditTurn(entry);
  return [
    { name: isLecturer ? '授课' : '签到', state: 'done', waitingFor: null },
    ...(isLecturer ? [] : between),
    { name: '授分', state: 'done', waitingFor: null },
    turn
      ? { name: '审核', state: 'waiting', waitingFor: turn.who, task: turn.task }
      : { name: '审核', state: 'done', waitingFor: null },
  ];
}
