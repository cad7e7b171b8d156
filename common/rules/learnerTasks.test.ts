import fc from 'fast-check';
import { EXAM_STATES, type ExamState } from '../terms';
import { CHECK_IN_RULES } from './checkInRules';
import { COMPLETION_RULES } from './completion';
import { departureStanding, learnerTasks, type TaskFacts } from './learnerTasks';

const at = (text: string) => Date.parse(`2026-11-${text}:00+08:00`);
const DAYS = [
  { from: at('21T08:00'), to: at('21T18:00') },
  { from: at('22T08:00'), to: at('22T12:00') },
];
const JIANGSU = { ...CHECK_IN_RULES, isDepartureRequired: true, departureBefore: 30, departureFor: 60 };
const facts: TaskFacts = {
  now: at('21T09:00'),
  periods: DAYS,
  swipes: [{ direction: 'in', at: at('21T08:05') }],
  checkIn: CHECK_IN_RULES,
  completion: COMPLETION_RULES,
  exam: null,
  isEvaluated: false,
};
const lines = (given: Partial<TaskFacts>) =>
  learnerTasks({ ...facts, ...given }).map(({ kind, state, words }) => `${kind} ${state} ${words}`);

test('where nothing is demanded and no exam published, 项目评价 after the last period', () => {
  expect(lines({})).toEqual(['evaluation ahead 2026-11-22 12:00 起可以评价']);
  expect(lines({ now: at('22T12:00') })).toEqual(['evaluation open 12月22日 24:00 截止']);
  expect(lines({ now: at('22T12:00'), isEvaluated: true })).toEqual(['evaluation done 已评价']);
  expect(lines({ now: Date.parse('2026-12-23T00:00:00+08:00') })).toEqual([
    'evaluation missed 评价已于12月22日 24:00 截止',
  ]);
});

test('it opens to him who has left the last period', () => {
  const swipes: TaskFacts['swipes'] = [...facts.swipes, { direction: 'out', at: at('22T11:40') }];
  expect(lines({ now: at('22T11:45'), swipes })).toEqual(['evaluation open 12月22日 24:00 截止']);
});

test('撤离 of each period that he came to, in its hours (manual 002 §2.1)', () => {
  const departure = (now: string, swipes = facts.swipes) =>
    lines({ checkIn: JIANGSU, now: at(now), swipes })[0];
  expect(departure('21T09:00')).toBe('departure ahead 2026-11-21 17:30 起扫撤离码');
  expect(departure('21T17:30')).toBe('departure open 离开前请扫撤离码，11月21日 19:00 截止');
  expect(departure('21T19:01')).toBe('departure missed 没有撤离记录，如有疑问请联系举办单位');
  const left: TaskFacts['swipes'] = [...facts.swipes, { direction: 'out', at: at('21T18:30') }];
  expect(departure('21T19:01', left)).toBe('departure done 已撤离');
  // The second day is another: only from 签到 on.
  expect(departure('22T09:00', left)).toBe('departure done 已撤离');
  expect(departure('22T09:00', [...left, { direction: 'in', at: at('22T08:00') }])).toBe(
    'departure ahead 2026-11-22 11:30 起扫撤离码',
  );
});

test('an exam that is demanded and not published waits for the unit; of one that is there the standing counts', () => {
  const completion = { isExamRequired: true, isEvaluationRequired: true };
  expect(learnerTasks({ ...facts, completion })).toMatchObject([
    { kind: 'exam', state: 'ahead', isRequired: true, words: '等待举办单位启用考试', until: null },
    { kind: 'evaluation', isRequired: true },
  ]);
  const states = (Object.keys(EXAM_STATES) as ExamState[]).map((state) => {
    const exam = { state, words: 'w', opensAt: DAYS[0]?.from ?? 0, closesAt: at('29T24:00') - 1 };
    return `${state} ${learnerTasks({ ...facts, exam })[0]?.state}`;
  });
  expect(states).toEqual([
    'notAttended ahead',
    'ahead ahead',
    'open open',
    'started open',
    'passed done',
    'failed missed',
    'over missed',
  ]);
});

test('whatever is scanned: open has its hours around now, ahead lies before them, and a departure never undoes one', () => {
  const time = fc.integer({ min: at('21T06:00'), max: at('22T20:00') });
  const direction = fc.constantFrom('in' as const, 'out' as const);
  const swipes = fc.array(fc.record({ direction, at: time }), { maxLength: 8 });
  fc.assert(
    fc.property(swipes, time, time, (made, now, left) => {
      const given = { now, periods: DAYS, checkIn: JIANGSU };
      const { state, hours } = departureStanding({ ...given, swipes: made });
      if (state === 'open' || state === 'ahead') {
        expect(hours && (state === 'open' ? hours.from <= now && now <= hours.to : now < hours.from)).toBe(
          true,
        );
      }
      const after = departureStanding({ ...given, swipes: [...made, { direction: 'out', at: left }] });
      expect(state === 'done' ? after.state : 'done').toBe('done');
    }),
  );
});
