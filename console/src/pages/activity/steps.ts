import type { Me } from '@common/contract/accounts';
import type { Tone } from '../../components/statusTag';
import { showDay, showHours } from '../../format';
import type { ActivityFacts } from './activityFacts';
import { analysed, credited, reviewed } from './creditSteps';
import { papered } from './paperStep';
import { reported } from './reportStep';

/** One step of an activity. `ahead` has not begun; the other tones are those of a state. */
export interface Step {
  name: string;
  tone: Tone | 'ahead';
  /** What there is, or who has to do what. */
  note: string;
  /** Where it is done, if that is another page. */
  to?: string;
}

/** The road of an activity, derived from what is there (DESIGN, "Screens"), as this account sees it. */
export function stepsOf(facts: ActivityFacts, me: Pick<Me, 'roles' | 'authority'>): Step[] {
  const isUnit = me.roles.includes('unit');
  return [
    applied(facts, isUnit),
    courses(facts, isUnit),
    periods(facts, isUnit),
    // An authority does not see the paper.
    ...(isUnit ? [papered(facts.activity, facts.paper ?? null)] : []),
    attended(facts),
    analysed(facts, isUnit),
    credited(facts, isUnit),
    reviewed(facts, me),
    reported(facts.report ?? null, isUnit),
  ];
}

/** Red only where this account has it to do: the applicant's draft, the reviewer's turn. */
function applied({ activity }: ActivityFacts, isUnit: boolean): Step {
  const { state, waitingFor, can } = activity;
  const own = isUnit ? 'act' : 'waiting';
  const notes: Record<typeof state, [Step['tone'], string]> = {
    approved: ['done', '审核通过'],
    waiting: can.includes('pass')
      ? ['act', '等待您审核']
      : ['waiting', `等待 ${waitingFor ?? '行政部门'} 审核`],
    draft: [own, '还没有上报'],
    returned: [own, isUnit ? '已退回，请修改' : '已退回，等待修改'],
    rejected: ['quiet', '审核不通过'],
  };
  const [tone, note] = notes[state];
  return { name: '申请', tone, note };
}

function courses({ activity }: ActivityFacts, isUnit: boolean): Step {
  const { length } = activity.courses;
  if (length === 0) {
    return { name: '课程', tone: isUnit ? 'act' : 'waiting', note: '还没有维护课程' };
  }
  const minutes = activity.courses.reduce((sum, course) => sum + course.minutes, 0);
  if (minutes !== activity.projectMinutes) {
    const note = `${showHours(minutes)}，应为${showHours(activity.projectMinutes)}`;
    return { name: '课程', tone: isUnit ? 'act' : 'waiting', note };
  }
  return { name: '课程', tone: 'done', note: `${length}门，${showHours(minutes)}` };
}

function periods({ activity }: ActivityFacts, isUnit: boolean): Step {
  const { length } = activity.periods;
  if (length === 0) {
    return { name: '周期', tone: isUnit ? 'act' : 'waiting', note: '还没有维护举办周期' };
  }
  return { name: '周期', tone: 'done', note: `${length}个举办周期` };
}

function attended({ activity, attendance }: ActivityFacts): Step {
  const name = '考勤';
  const people = attendance ? `${attendance.persons}人` : '';
  if (activity.state !== 'approved') {
    return { name, tone: 'ahead', note: '审核通过后签到' };
  }
  switch (activity.holding) {
    case 'before':
      return { name, tone: 'ahead', note: activity.from ? `${showDay(activity.from)}开始` : '还没有开始' };
    case 'within':
      return { name, tone: 'live', note: people ? `正在签到，${people}` : '正在签到' };
    case 'between':
      return { name, tone: 'live', note: people ? `两场之间，${people}` : '两场之间' };
    case 'after':
      return {
        name,
        tone: attendance?.persons === 0 ? 'quiet' : 'done',
        note: people ? `${people}有考勤` : '已结束',
      };
    default:
      return { name, tone: 'ahead', note: '先维护举办周期' };
  }
}
