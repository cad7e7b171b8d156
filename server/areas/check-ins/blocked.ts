import type { ScreenEvent } from '@common/contract/checkIns';
import { openHours } from '@common/rules/checkInHours';
import { nextPeriod } from '@common/rules/periods';
import { formatRange } from '@common/rules/shanghaiTime';
import { DIRECTIONS } from '@common/terms';
import { type AppError, appError } from '../../http/errors';
import { periodsOf } from '../activities/presenter';
import type { OpenDisplay } from './displays';
import { courseFault, hindranceAt } from './hindrance';

type Blocked = Extract<ScreenEvent, { type: 'blocked' }>;

/** While a store is away: nobody at the venue can do anything, and it comes back by itself. */
export const RECOVERING: Blocked = {
  type: 'blocked',
  message: '系统正在恢复，请稍候，二维码将自动显示',
  fix: null,
};

const nextHours = ({ display, full, rules }: OpenDisplay, now: number) =>
  nextPeriod(now, openHours(display.direction, periodsOf(full.activity), rules));

/** When a display's hours begin next, ms; null after the last of them. */
export const opensAt = (seen: OpenDisplay, now: number): number | null => nextHours(seen, now)?.from ?? null;

const isAboutHours = ({ code }: AppError) => code === 'CODE_HOURS' || code === 'OUTSIDE_HOLDING_PERIOD';

/** Why a screen shows no code at a time (ms); null where it shows one. */
export function whyBlocked(seen: OpenDisplay, now: number): AppError | null {
  const { display, full, rules, isPaperMissing } = seen;
  const why =
    hindranceAt(now, full, display.direction, rules) ??
    courseFault(full.activity, String(display.courseId), rules);
  // Said before the hours begin, too: then there is still time to write one.
  const isOnlyAhead = why !== null && isAboutHours(why) && opensAt(seen, now) !== null;
  return isPaperMissing && (!why || isOnlyAhead) ? appError('EXAM_PAPER_REQUIRED') : why;
}

/** Why a screen shows no code at a time (ms), in the room's words, and the console's page where that is put right. */
export function presentBlocked(why: AppError, seen: OpenDisplay, now: number): Blocked {
  const page = `/activities/${seen.full.activity._id}`;
  const next = isAboutHours(why) ? nextHours(seen, now) : null;
  if (next) {
    const word = DIRECTIONS[seen.display.direction];
    const hours = formatRange(next.from, next.to);
    // One can only wait.
    return {
      type: 'blocked',
      message: `现在不是${word}时间。${hours} 可以${word}，二维码到时自动显示`,
      fix: null,
    };
  }
  const fixes: Partial<Record<AppError['code'], string>> = {
    ACTIVITY_NOT_APPROVED: page,
    CODE_FIRST_COURSE: `${page}/site`,
    EXAM_PAPER_REQUIRED: `${page}/exam`,
    // After its last hours: 申请变更 gives it others.
    CODE_HOURS: page,
    OUTSIDE_HOLDING_PERIOD: page,
  };
  return {
    type: 'blocked',
    message: why.message.replace(/，不能(签到|撤离)$/, '，二维码暂不显示'),
    fix: fixes[why.code] ?? null,
  };
}
