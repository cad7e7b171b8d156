import fc from 'fast-check';
import { courseHoursFault } from './courseHours';

const minutes = fc.integer({ min: 0, max: 6000 });
const courses = fc.array(fc.record({ minutes }), { maxLength: 20 });

test('only the sum counts', () => {
  fc.assert(
    fc.property(courses, (given) => {
      const total = given.reduce((sum, course) => sum + course.minutes, 0);
      expect(courseHoursFault(given, total)).toBeNull();
      expect(courseHoursFault([...given].reverse(), total)).toBeNull();
      expect(courseHoursFault(given, total + 1)).not.toBeNull();
      expect(courseHoursFault([...given, { minutes: 30 }], total)).not.toBeNull();
    }),
  );
});

test('both sums are told in 学时', () => {
  expect(courseHoursFault([{ minutes: 180 }, { minutes: 90 }], 360)).toBe(
    '各门课程的学时之和是4.5学时，必须等于项目的总学时6学时',
  );
});
