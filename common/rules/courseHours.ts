/** 课题学时之和要等于项目的总学时 (manual 000 §一9): for the courses of an application and of an activity alike. */
import { formatHours } from './credits';

/** What is wrong with the sum of the courses' hours, with both sums in words; null where they are equal. All in minutes. */
export function courseHoursFault(courses: readonly { minutes: number }[], total: number): string | null {
  const sum = courses.reduce((minutes, course) => minutes + course.minutes, 0);
  return sum === total
    ? null
    : `各门课程的学时之和是${formatHours(sum)}学时，必须等于项目的总学时${formatHours(total)}学时`;
}
