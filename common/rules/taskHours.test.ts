import { EVALUATION_DAYS, evaluationHours, examHours, untilWords } from './taskHours';

const at = (time: string) => Date.parse(`2026-11-${time}:00+08:00`);
const FIRST = { from: at('21T08:00'), to: at('21T12:00') };
const SECOND = { from: at('22T14:00'), to: at('22T17:30') };
const DAYS = [SECOND, FIRST];

describe('the exam', () => {
  it('opens with the first period, or after the last', () => {
    expect(examHours({ opens: 'onSite', daysAfter: 7 }, DAYS)?.from).toBe(FIRST.from);
    expect(examHours({ opens: 'afterClass', daysAfter: 7 }, DAYS)?.from).toBe(SECOND.to);
  });

  it('closes with the day that is so many days later', () => {
    expect(examHours({ opens: 'onSite', daysAfter: 7 }, DAYS)?.to).toBe(at('30T00:00') - 1);
    expect(examHours({ opens: 'onSite', daysAfter: 1 }, [FIRST])?.to).toBe(at('23T00:00') - 1);
  });

  it('without a day more ends with the class; where it opens only then, with that day', () => {
    expect(examHours({ opens: 'onSite', daysAfter: 0 }, DAYS)?.to).toBe(SECOND.to);
    expect(examHours({ opens: 'afterClass', daysAfter: 0 }, DAYS)?.to).toBe(at('23T00:00') - 1);
  });
});

describe('项目评价', () => {
  const until = at('22T00:00') + (EVALUATION_DAYS + 1) * 24 * 3_600_000 - 1;

  it('opens when the last period ends', () => {
    expect(evaluationHours(DAYS, [])).toEqual({ from: SECOND.to, to: until });
  });

  it('opens earlier to who leaves the last period, and not to who left one before or came back after', () => {
    expect(evaluationHours(DAYS, [at('22T16:00'), at('22T15:00')])?.from).toBe(at('22T15:00'));
    expect(evaluationHours(DAYS, [at('21T11:00')])?.from).toBe(SECOND.to);
    expect(evaluationHours(DAYS, [at('22T18:00')])?.from).toBe(SECOND.to);
  });
});

it('an activity without holding periods has no hours', () => {
  expect(examHours({ opens: 'onSite', daysAfter: 7 }, [])).toBeNull();
  expect(evaluationHours([], [FIRST.from])).toBeNull();
});

it('the last moment of a day is said as its end', () => {
  expect(untilWords(at('29T00:00') - 1)).toBe('11月28日 24:00 截止');
  expect(untilWords(at('22T17:30'))).toBe('11月22日 17:30 截止');
  expect(untilWords(at('29T00:00'))).toBe('11月29日 00:00 截止');
});
