import type { CheckInRules } from '@common/contract/checkInRules';

/** How often the code turns: what can be chosen, in seconds. Each fits a whole number of times into a day. */
export const QR_PERIODS = [5, 10, 15, 30, 60, 300, 600, 1800, 3600, 86_400];

/** `5秒`, `10分钟`, `1小时`, `1天`. */
export function showPeriod(seconds: number): string {
  const units: [number, string][] = [
    [86_400, '天'],
    [3600, '小时'],
    [60, '分钟'],
  ];
  const [size, name] = units.find(([each]) => seconds % each === 0) ?? [1, '秒'];
  return `${seconds / size}${name}`;
}

/** `90分钟`, `2小时`. */
const showMinutes = (minutes: number) =>
  minutes >= 60 && minutes % 60 === 0 ? `${minutes / 60}小时` : `${minutes}分钟`;

/** When people sign in, around the beginning of each 举办时段. */
export function signInWords({ signInBefore, signInFor }: CheckInRules): string {
  const from = signInBefore > 0 ? `开始前${showMinutes(signInBefore)}` : '开始时';
  return `${from}起，到${signInFor > 0 ? `开始后${showMinutes(signInFor)}` : '举办时段结束'}止`;
}
/** When they leave, around its end. */
export function departureWords({ departureBefore, departureFor }: CheckInRules): string {
  const from = departureBefore > 0 ? `结束前${showMinutes(departureBefore)}` : '举办时段开始';
  return `${from}起，到${departureFor > 0 ? `结束后${showMinutes(departureFor)}` : '结束时'}止`;
}

/** What a learner meets in a region with these rules, a sentence each. */
export function experienceOf(rules: CheckInRules): string[] {
  const { scansPerHalfDay, placeMetres } = rules;
  const sentences: (string | false)[] = [
    rules.qrPeriodSeconds >= 3600
      ? `会场的签到二维码${showPeriod(rules.qrPeriodSeconds)}一换，可以打印张贴；照片传给不在场的人也能扫，建议同时核对位置。`
      : `会场大屏的二维码每${showPeriod(rules.qrPeriodSeconds)}更新一次，过期的照片和截图不能签到。`,
    rules.isFirstCourseOnly ? '有几门课程的，全天都扫第一门课程的码。' : '有几门课程的，每门课程各扫各的码。',
    `签到：每个举办时段${signInWords(rules)}。`,
    rules.isDepartureRequired
      ? `撤离：${departureWords(rules)}；只签到没有撤离的不算全程参加。`
      : '只须签到，不要求撤离扫码。',
    scansPerHalfDay > 0 && `每半天要扫码${scansPerHalfDay}次，手机上会提示今天还差几次。`,
    placeMetres > 0 && `扫码时要允许使用位置：距会场${placeMetres}米以内立即生效，较远的由管理员确认。`,
    rules.isFaceRequired && '扫码后要做人脸核身，通过后才算签到。',
    rules.isKeptUntilApproved
      ? '注册还没有审核通过的也可以先扫码，单位审核通过后自动生效。'
      : '注册还没有审核通过的不能签到。',
    rules.hasWalkInForm && '没有账号的在手机上填写现场登记表，算作签到，并自动建立待完善的注册信息。',
  ];
  return sentences.filter((sentence) => sentence !== false);
}
