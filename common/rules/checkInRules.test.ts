import fc from 'fast-check';
import { checkInRules } from '../contract/checkInRules';
import { CHECK_IN_RULES, CHECK_IN_WAYS, checkInRulesFault } from './checkInRules';

const anyRules = fc.record({
  qrPeriodSeconds: fc.constantFrom(5, 60, 3600, 86_400),
  isFirstCourseOnly: fc.boolean(),
  isDepartureRequired: fc.boolean(),
  signInBefore: fc.nat(240),
  signInFor: fc.nat(1440),
  departureBefore: fc.nat(1440),
  departureFor: fc.nat(240),
  scansPerHalfDay: fc.nat(6),
  placeMetres: fc.nat(20_000),
  isKeptUntilApproved: fc.boolean(),
  hasWalkInForm: fc.boolean(),
  isFaceRequired: fc.boolean(),
});

test.each(Object.entries(CHECK_IN_WAYS))(
  'the way of %s works and is within the contract',
  (_name, { rules }) => {
    expect(checkInRulesFault(rules)).toBeNull();
    expect(checkInRules.safeParse(rules).success).toBe(true);
  },
);

test.each([
  ['a code that turns every 7 s', { qrPeriodSeconds: 7 }, 'qrPeriodSeconds'],
  ['nine minutes of sign-in', { signInBefore: 4, signInFor: 5 }, 'signInFor'],
  ['nine minutes of departure', { departureBefore: 5, departureFor: 4 }, 'departureBefore'],
  ['two scans where sign-in ends early', { scansPerHalfDay: 2, signInFor: 60 }, 'scansPerHalfDay'],
  ['two scans of a daily code', { scansPerHalfDay: 2, qrPeriodSeconds: 86_400 }, 'scansPerHalfDay'],
  ['a place of 20 m', { placeMetres: 20 }, 'placeMetres'],
] as const)('%s cannot be set', (_what, some, field) => {
  expect(checkInRulesFault({ ...CHECK_IN_RULES, ...some })).toMatchObject({ field });
});

test('the whole period is never too short, nor is a time before the period that is long enough', () => {
  expect(checkInRulesFault({ ...CHECK_IN_RULES, signInBefore: 1, departureFor: 1 })).toBeNull();
  expect(checkInRulesFault({ ...CHECK_IN_RULES, signInBefore: 9, signInFor: 1 })).toBeNull();
});

test('rules that work have room for each scan that they demand', () => {
  fc.assert(
    fc.property(anyRules, (rules) => {
      fc.pre(checkInRulesFault(rules) === null && rules.scansPerHalfDay > 0);
      const slots = (3 * 3600) / rules.qrPeriodSeconds;
      expect(slots).toBeGreaterThanOrEqual(rules.scansPerHalfDay);
    }),
  );
});
