import fc from 'fast-check';
import {
  deadlineOf,
  type ExamFacts,
  type ExamTry,
  examStanding,
  isTimeOver,
  reviewHindrance,
  SUBMISSION_GRACE_MS,
} from './examStanding';

const at = (time: string) => Date.parse(`2026-11-${time}:00+08:00`);
const HOURS = { from: at('21T08:00'), to: at('29T00:00') - 1 };
const scored = (score: number): ExamTry => ({ isOpen: false, score, isPassed: score >= 60 });
const standing = (given: Partial<ExamFacts>) =>
  examStanding({
    now: at('21T12:00'),
    hours: HOURS,
    isClosed: false,
    isAttended: true,
    rules: { tries: 3, passScore: 60 },
    attempts: [],
    ...given,
  });

describe('where a learner stands', () => {
  it.each<[string, Partial<ExamFacts>, string, string]>([
    ['has not signed in', { isAttended: false }, 'notAttended', '您没有参加该活动的签到，不能考试'],
    ['comes before its hours', { now: at('21T07:59') }, 'ahead', '2026-11-21 08:00 开始考试'],
    ['can take it', {}, 'open', '可考3次，11月28日 24:00 截止'],
    [
      'can take it as often as he likes',
      { rules: { tries: 0, passScore: 60 } },
      'open',
      '11月28日 24:00 截止',
    ],
    [
      'failed once',
      { attempts: [scored(40)] },
      'open',
      '最高40分，未达到60分，还可以考2次，11月28日 24:00 截止',
    ],
    [
      'is taking it',
      { attempts: [{ isOpen: true, deadline: at('21T12:20') }] },
      'started',
      '还没有交卷，请继续考试，11月21日 12:20 截止',
    ],
    [
      'is taking one without end',
      { attempts: [{ isOpen: true, deadline: null }] },
      'started',
      '还没有交卷，请继续考试',
    ],
    ['passed the second time', { attempts: [scored(40), scored(80)] }, 'passed', '已合格，80分'],
    [
      'used every try',
      { attempts: [40, 55, 20].map(scored) },
      'failed',
      '考试次数已用完，最高55分，未达到60分',
    ],
    ['came too late', { now: HOURS.to + 1 }, 'over', '考试已于11月28日 24:00 截止，您没有参加'],
    [
      'did not pass in time',
      { now: HOURS.to + 1, attempts: [scored(40)] },
      'failed',
      '考试已于11月28日 24:00 截止，最高40分，未达到60分',
    ],
    ['finds it closed', { isClosed: true }, 'over', '主办单位已关闭考试，如需考试请与主办单位联系'],
  ])('who %s', (_name, given, state, words) => {
    expect(standing(given)).toMatchObject({ state, words });
  });

  it('what was passed stays so, and what was begun may be finished, whatever came after', () => {
    const later = fc.record({
      now: fc.integer({ min: at('01T00:00'), max: at('30T00:00') }),
      isClosed: fc.boolean(),
      isAttended: fc.boolean(),
      rules: fc.record({
        tries: fc.integer({ min: 0, max: 20 }),
        passScore: fc.integer({ min: 1, max: 100 }),
      }),
    });
    fc.assert(
      fc.property(later, (given) => {
        expect(standing({ ...given, attempts: [scored(10), scored(75)] }).state).toBe('passed');
        const open: ExamTry = { isOpen: true, deadline: HOURS.to };
        expect(standing({ ...given, attempts: [scored(10), open] })).toMatchObject({
          state: 'started',
          best: 10,
        });
        expect(standing(given).triesLeft).toBe(given.rules.tries || null);
      }),
    );
  });

  it('an open attempt is a try that is used; fewer tries allowed later leave none, not less', () => {
    expect(standing({ attempts: [{ isOpen: true, deadline: null }] }).triesLeft).toBe(2);
    expect(standing({ attempts: [scored(1), scored(2)], rules: { tries: 1, passScore: 60 } }).triesLeft).toBe(
      0,
    );
  });
});

it('an attempt ends with its minutes or with the exam, and what was on its way counts', () => {
  expect(deadlineOf({ minutes: 20 }, 0, 10 * 3_600_000)).toBe(1_200_000);
  expect(deadlineOf({ minutes: 20 }, 0, 1_000)).toBe(1_000);
  expect(deadlineOf({ minutes: 0 }, 0, 5_000_000)).toBe(5_000_000);
  expect(isTimeOver(1_000, 1_000 + SUBMISSION_GRACE_MS)).toBe(false);
  expect(isTimeOver(1_000, 1_001 + SUBMISSION_GRACE_MS)).toBe(true);
  expect(isTimeOver(null, Number.MAX_SAFE_INTEGER)).toBe(false);
});

it('shows the answers never, always, or when there is nothing left to copy them for', () => {
  const before = { hasPassed: false, isTaking: false, triesLeft: 1, isEnded: false };
  expect(reviewHindrance('always', before)).toBe('');
  expect(reviewHindrance('whenOver', before)).toContain('可以查看答案');
  expect(reviewHindrance('whenOver', { ...before, triesLeft: null })).not.toBe('');
  for (const over of [{ hasPassed: true }, { triesLeft: 0 }, { isEnded: true }]) {
    expect(reviewHindrance('whenOver', { ...before, ...over })).toBe('');
    expect(reviewHindrance('never', { ...before, ...over })).toContain('不公布');
    // An open attempt may ask the same questions: its last try is begun, and none is left.
    for (const shown of ['whenOver', 'always'] as const) {
      expect(reviewHindrance(shown, { ...before, ...over, isTaking: true })).toContain('交卷后');
    }
  }
});
