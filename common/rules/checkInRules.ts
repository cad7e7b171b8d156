/** 考勤设置: how check-ins are taken in a region, what would make no sense, and how the provinces of the manuals do it. */
import type { CheckInRules } from '../contract/checkInRules';

/** What holds where no authority has set how check-ins are taken (manual 000 §三: a code that turns, within the holding periods). */
export const CHECK_IN_RULES: CheckInRules = {
  qrPeriodSeconds: 5,
  isFirstCourseOnly: false,
  isDepartureRequired: false,
  signInBefore: 0,
  signInFor: 0,
  departureBefore: 0,
  departureFor: 0,
  scansPerHalfDay: 0,
  placeMetres: 0,
  isKeptUntilApproved: true,
  hasWalkInForm: false,
  isFaceRequired: false,
};

const DAY_SECONDS = 86_400;
/** What people need to get through a door; fewer minutes leave the last of the queue outside. */
export const LEAST_MINUTES = 10;
/** 半天 of teaching at least: so many scans must fit into it. */
const HALF_DAY_SECONDS = 3 * 3600;
/** A phone indoors is seldom sure of less (WeChat's getLocation by network). */
export const LEAST_METRES = 50;

/** What is wrong with a set of rules. */
export interface CheckInRulesFault {
  field: keyof CheckInRules;
  /** Chinese, says what to do. */
  message: string;
}

/** The first thing by which rules would leave learners no way to check in; null when they work. */
export function checkInRulesFault(rules: CheckInRules): CheckInRulesFault | null {
  const { qrPeriodSeconds, scansPerHalfDay, signInBefore, signInFor, placeMetres } = rules;
  if (qrPeriodSeconds < 1 || DAY_SECONDS % qrPeriodSeconds !== 0) {
    // Slots are counted from midnight: another length would turn a daily code in the middle of a sign-in.
    return fault('qrPeriodSeconds', '二维码更新时间须能整除一天，例如5秒、30秒、1分钟、10分钟、1小时或1天');
  }
  if (signInFor > 0 && signInBefore + signInFor < LEAST_MINUTES) {
    return fault('signInFor', `签到时间太短：提前与开始后的时间合计不能少于${LEAST_MINUTES}分钟`);
  }
  if (rules.departureBefore > 0 && rules.departureBefore + rules.departureFor < LEAST_MINUTES) {
    return fault('departureBefore', `撤离时间太短：结束前与延后的时间合计不能少于${LEAST_MINUTES}分钟`);
  }
  if (scansPerHalfDay > 1 && signInFor > 0) {
    return fault('scansPerHalfDay', '每半天要多次扫码时，签到须开放到举办时段结束，请不要限定签到截止时间');
  }
  if (scansPerHalfDay * qrPeriodSeconds > HALF_DAY_SECONDS) {
    // One code counts once, so a code of a whole day cannot be scanned twice.
    return fault(
      'scansPerHalfDay',
      `二维码更新太慢：同一个码只计一次，每半天扫码${scansPerHalfDay}次，二维码至少每${HALF_DAY_SECONDS / 60 / scansPerHalfDay}分钟更新一次`,
    );
  }
  if (placeMetres > 0 && placeMetres < LEAST_METRES) {
    return fault('placeMetres', `室内定位有误差，位置范围至少${LEAST_METRES}米；填0表示不核对位置`);
  }
  return null;
}

function fault(field: keyof CheckInRules, message: string): CheckInRulesFault {
  return { field, message };
}

/** A province's way of taking check-ins. */
export interface CheckInWay {
  label: string;
  /** Whose manual it follows and what it is, in few words. */
  words: string;
  rules: CheckInRules;
}

/** The ways of the manuals; an authority starts from one and changes what it likes. */
export const CHECK_IN_WAYS = {
  hunan: {
    label: '每门课程动态码',
    words: '湖南：二维码每5秒更新，每门课程分别签到',
    rules: CHECK_IN_RULES,
  },
  fujian: {
    label: '第一门课程，半天两次',
    words: '福建：全程使用第一门课程的动态码，每半天不少于2次扫码',
    rules: { ...CHECK_IN_RULES, isFirstCourseOnly: true, scansPerHalfDay: 2 },
  },
  jiangsu: {
    label: '全天码，签到和撤离',
    words: '江苏：二维码1天一换，签到和撤离各有时间、缺一不可，没有账号的填写现场登记表',
    rules: {
      ...CHECK_IN_RULES,
      qrPeriodSeconds: DAY_SECONDS,
      isDepartureRequired: true,
      signInBefore: 60,
      signInFor: 60,
      departureBefore: 30,
      departureFor: 60,
      hasWalkInForm: true,
    },
  },
} as const satisfies Record<string, CheckInWay>;
