import fc from 'fast-check';
import { CREDIT_RULES } from './creditRules';
import { lecturerCredits } from './lecturerCredits';

const li = { name: '李雪梅', personnelNo: '4100000018', unitName: '漯河市中心医院' };
const wang = { name: '王建军', personnelNo: null, unitName: '郑州大学第一附属医院' };

test('two credits an hour in class I, one in others, ten at most for an activity', () => {
  const of = (minutes: number, creditClass: 'classI' | 'classII') =>
    lecturerCredits([{ name: '围手术期护理', minutes, lecturers: [li] }], CREDIT_RULES, creditClass)[0]
      ?.credits;
  expect(of(60, 'classI')).toBe(200);
  expect(of(60, 'classII')).toBe(100);
  expect(of(50, 'classII')).toBe(83);
  expect(of(400, 'classI')).toBe(1000);
});

test('several of one course share its minutes; who has a number is one person under whatever name', () => {
  const taught = lecturerCredits(
    [
      { name: '甲', minutes: 100, lecturers: [li, wang, { ...li, name: '李 雪梅' }] },
      { name: '乙', minutes: 45, lecturers: [{ ...li, unitName: '' }] },
      { name: '丙', minutes: 45, lecturers: [{ ...wang, unitName: '另一单位' }] },
      { name: '丁', minutes: 45, lecturers: [] },
    ],
    CREDIT_RULES,
    'classII',
  );
  expect(taught.map(({ lecturer, courses, minutes }) => [lecturer.personnelNo, courses, minutes])).toEqual([
    [
      '4100000018',
      [
        { name: '甲', minutes: 50 },
        { name: '乙', minutes: 45 },
      ],
      95,
    ],
    [null, [{ name: '甲', minutes: 50 }], 50],
    [null, [{ name: '丙', minutes: 45 }], 45],
  ]);
});

test('never more minutes than were taught, never more than the cap, never a part of a hundredth', () => {
  const lecturer = fc
    .constantFrom('1', '2', '3')
    .map((personnelNo) => ({ name: '', personnelNo, unitName: '' }));
  const course = fc.record({
    name: fc.constant('课'),
    minutes: fc.integer({ min: 0, max: 5_000 }),
    lecturers: fc.array(lecturer, { minLength: 1, maxLength: 4 }),
  });
  fc.assert(
    fc.property(fc.array(course, { maxLength: 6 }), (courses) => {
      const taught = lecturerCredits(courses, CREDIT_RULES, 'classI');
      const held = courses.reduce((sum, { minutes }) => sum + minutes, 0);
      expect(taught.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(held);
      for (const { credits, minutes, courses: own } of taught) {
        expect(Number.isInteger(credits)).toBe(true);
        expect(credits).toBeLessThanOrEqual(CREDIT_RULES.lecturerCreditsMost);
        expect(own.reduce((sum, one) => sum + one.minutes, 0)).toBe(minutes);
      }
    }),
  );
});
