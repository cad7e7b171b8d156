import { showWaiting } from '../../format';
import { isEmptied, isMyTurn, type Viewer } from '../creditings/creditingWords';
import type { ActivityFacts } from './activityFacts';
import type { Step } from './steps';

/** 分析: to be done once it has been held, and again when more is demanded since; null analysis: none yet. */
export function analysed({ activity, attendance, analysis }: ActivityFacts, isUnit: boolean): Step {
  const name = '分析';
  if (activity.state !== 'approved') {
    return { name, tone: 'ahead', note: '考勤后分析' };
  }
  const step = { name, to: `/activities/${activity.id}/analysis` };
  if (analysis) {
    return analysis.outdated
      ? { ...step, tone: isUnit ? 'act' : 'waiting', note: '须重新分析' }
      : { ...step, tone: 'done', note: `有效${analysis.counts.effective}人` };
  }
  if (activity.holding !== 'after') {
    return { ...step, tone: 'ahead', note: '考勤后分析' };
  }
  if (!isUnit) {
    return { ...step, tone: 'waiting', note: '等待举办单位分析' };
  }
  return attendance?.persons === 0
    ? { ...step, tone: 'quiet', note: '没有考勤' }
    : { ...step, tone: 'act', note: '请进行考勤分析' };
}

/** 授分: by the last analysis, of who has no credit yet. That the lecturers have theirs says nothing of those who took part. */
export function credited({ activity, analysis, batches }: ActivityFacts, isUnit: boolean): Step {
  const name = '授分';
  const persons = batches.reduce((sum, { kind, persons: own }) => sum + (kind === 'lecturers' ? 0 : own), 0);
  const left = analysis?.grantable ?? 0;
  if (activity.state !== 'approved') {
    return { name, tone: 'ahead', note: '分析后授分' };
  }
  const step = isUnit ? { name, to: `/activities/${activity.id}/crediting` } : { name };
  if (batches.some(({ state }) => state === 'writing')) {
    return { ...step, tone: 'live', note: '正在授分' };
  }
  if (left > 0 && isUnit) {
    const note = persons > 0 ? `还有${left}人可授分` : `${left}人可授分`;
    return { ...step, tone: activity.holding === 'after' ? 'act' : 'live', note };
  }
  if (persons > 0) {
    return { ...step, tone: 'done', note: `已授${persons}人` };
  }
  if (activity.holding === 'after' && !isUnit) {
    return { ...step, tone: 'waiting', note: '等待举办单位授分' };
  }
  return activity.holding === 'after' && analysis
    ? { ...step, tone: 'quiet', note: '没有有效人员' }
    : { ...step, tone: 'ahead', note: '分析后授分' };
}

/** 审核: waits on whoever must review; only for that authority, or the unit that has it back, is it something to do. */
export function reviewed({ batches: all, activity }: ActivityFacts, viewer: Viewer): Step {
  const batches = all.filter((batch) => !isEmptied(batch));
  const step = { name: '审核', to: `/creditings?activity=${activity.id}` };
  const own = batches.filter((batch) => isMyTurn(batch, viewer));
  if (own.length > 0) {
    return { ...step, tone: 'act', note: `${own.length}批待审核` };
  }
  const returned = batches.filter(({ state }) => state === 'returned');
  if (returned.length > 0) {
    return viewer.roles.includes('unit')
      ? { ...step, tone: 'act', note: `${returned.length}批已退回，请修改` }
      : { ...step, tone: 'waiting', note: '已退回，等待修改' };
  }
  const waiting = batches.find(({ state }) => state === 'waiting');
  if (waiting) {
    return { ...step, tone: 'waiting', note: showWaiting(waiting) };
  }
  return batches.some(({ state }) => state === 'approved')
    ? { ...step, tone: 'done', note: '学分已生效' }
    : { name: '审核', tone: 'ahead', note: '授分后审核' };
}
